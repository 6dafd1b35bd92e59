import { titleParts } from "../markdown/title.ts";
import type { Draft, DraftQuestion, SourceText } from "../reader.ts";
import { isBlank } from "../text/block.ts";
import { saysQuestions } from "../text/question-document.ts";
import { questionLikeness } from "../text/question-words.ts";
import { bodyText } from "./body.ts";
import { cardQuestion, hasText, isCard } from "./cards.ts";
import { orgInline } from "./inline.ts";
import type { OrgEntry, OrgTree } from "./tree.ts";

export const READER = "org";

/** The cards of an outline: those of org-drill, anki-editor and org-fc, and entries with a child called Answer. */
export function cardDraft(source: SourceText, tree: OrgTree): Draft | null {
  const inside = new Set<OrgEntry>();
  const cards: OrgEntry[] = [];
  for (const entry of tree.entries) {
    if (entry.parent !== null && inside.has(entry.parent)) inside.add(entry);
    else if (isCard(entry, tree)) {
      inside.add(entry);
      cards.push(entry);
    }
  }
  if (cards.length === 0) return null;
  const questions = cards.map(
    (entry): DraftQuestion => ({ ...cardQuestion(entry), section: sectionOf(entry, tree) }),
  );
  const kept = questions.filter(({ title }) => title !== "");
  const lines = [...inside].reduce(
    (sum, { body }) => sum + 1 + body.filter(({ text }) => !isBlank(text)).length,
    0,
  );
  return {
    reader: READER,
    questions: kept,
    warnings: [],
    evidence: 1,
    accounted: shareOf(lines, source, tree),
  };
}

/**
 * Whether a heading is a question though others stand below it: it asks, and what stands below does not. Those others
 * part its answer, where most of the headings beside it have none.
 */
const isParted = ({ children, title }: OrgEntry): boolean =>
  children.length > 0 &&
  /[?？]\W*$/.test(title) &&
  children.every((child) => questionLikeness(child.title) < 0.8);

const areMostlyLeaves = (entries: readonly OrgEntry[]): boolean =>
  entries.filter(({ children }) => children.length === 0).length > entries.length / 2;

/** The headings that may be questions: those without others below, and those whose answer has headings of its own. */
function questionEntries({ entries }: OrgTree): {
  leaves: OrgEntry[];
  parts: ReadonlyMap<OrgEntry, OrgEntry[]>;
} {
  const leaves: OrgEntry[] = [];
  const parts = new Map<OrgEntry, OrgEntry[]>();
  const ownerOf = new Map<OrgEntry, OrgEntry>();
  const top = entries.filter(({ parent }) => parent === null);
  const mostlyLeaves = new Map<OrgEntry | null, boolean>([[null, areMostlyLeaves(top)]]);
  for (const entry of entries) mostlyLeaves.set(entry, areMostlyLeaves(entry.children));
  for (const entry of entries) {
    const owner = entry.parent === null ? undefined : ownerOf.get(entry.parent);
    if (owner !== undefined) {
      ownerOf.set(entry, owner);
      parts.get(owner)?.push(entry);
    } else if (mostlyLeaves.get(entry.parent) === true && isParted(entry)) {
      ownerOf.set(entry, entry);
      parts.set(entry, []);
      leaves.push(entry);
    } else if (entry.children.length === 0) leaves.push(entry);
  }
  return { leaves, parts };
}

/** The text of an entry with the headings and texts of its parts. */
const answerOf = (entry: OrgEntry, parts: readonly OrgEntry[]): string =>
  [bodyText(entry.body), ...parts.flatMap((part) => [`### ${orgInline(part.title)}`, bodyText(part.body)])]
    .filter((text) => text !== "")
    .join("\n\n");

/** The headings without others below them, each with its text as the answer. */
export function leafDraft(source: SourceText, tree: OrgTree): Draft | null {
  const { leaves, parts } = questionEntries(tree);
  const named = saysQuestions(
    `${source.name} ${tree.settings.get("TITLE") ?? ""} ${tree.entries[0]?.title ?? ""}`,
  );
  const tasks = leaves.filter(({ isTask }) => isTask).length;
  // A list of things to do is none, unless it says that questions are what there is to do.
  if (leaves.length < 2 || (tasks > leaves.length / 2 && !named)) return null;
  // Notes are questions as far as they have something to answer with.
  const least = named ? 0.6 : leaves.filter(hasText).length > leaves.length / 2 ? 0.5 : 0;
  const questions = leaves.map((entry): DraftQuestion => {
    const { number, rest } = titleParts(orgInline(entry.title));
    const { tags } = entry;
    return {
      section: sectionOf(entry, tree),
      title: rest,
      body: "",
      answer: answerOf(entry, parts.get(entry) ?? []),
      number,
      line: entry.at + 1,
      ...(tags.length === 0 ? {} : { tags }),
    };
  });
  const evidence =
    questions.reduce((sum, { title }) => sum + Math.max(least, questionLikeness(title)), 0) /
    questions.length;
  const lines = [...leaves, ...[...parts.values()].flat()].reduce(
    (sum, { body }) => sum + 1 + body.filter(({ text }) => !isBlank(text)).length,
    0,
  );
  return { reader: READER, questions, warnings: [], evidence, accounted: shareOf(lines, source, tree) };
}

const TERM = /^[-+][ \t]+(\S.{0,300}?)[ \t]+::(?:[ \t]+|$)(.*)$/;

/** `- term :: description`, where the outline consists of such lists. */
export function termDraft(source: SourceText, tree: OrgTree): Draft | null {
  const questions: DraftQuestion[] = [];
  let lines = 0;
  for (const { entry, body } of [
    { entry: null, body: tree.preface },
    ...tree.entries.map((entry) => ({ entry, body: entry.body })),
  ]) {
    for (let i = 0; i < body.length; i++) {
      const { text = "", at = 0 } = body[i] ?? {};
      const [, term, rest = ""] = TERM.exec(text) ?? [];
      if (term === undefined) continue;
      const below = [];
      for (
        let next = body[i + 1];
        next !== undefined && (isBlank(next.text) || /^\s/.test(next.text));
        next = body[i + 1]
      ) {
        below.push({ ...next, text: next.text.replace(/^ {1,2}/, "") });
        i++;
      }
      lines += 1 + below.filter((line) => !isBlank(line.text)).length;
      const { number, rest: title } = titleParts(orgInline(term));
      const section = entry === null ? "" : nameOf(entry);
      questions.push({
        section,
        title,
        body: "",
        answer: bodyText([{ text: rest, at }, ...below]),
        number,
        line: at + 1,
      });
    }
  }
  if (questions.length < 2) return null;
  const least = saysQuestions(`${source.name} ${tree.settings.get("TITLE") ?? ""}`) ? 0.6 : 0.4;
  const evidence =
    questions.reduce((sum, { title }) => sum + Math.max(least, questionLikeness(title)), 0) /
    questions.length;
  return { reader: READER, questions, warnings: [], evidence, accounted: shareOf(lines, source, tree) };
}

/** The nearest heading above; a deck of Anki where there is none. */
function sectionOf(entry: OrgEntry, tree: OrgTree): string {
  if (entry.parent !== null) return nameOf(entry.parent);
  const deck = entry.properties.get("ANKI_DECK") ?? tree.settings.get("ANKI_DECK") ?? "";
  return deck.replaceAll("::", " / ");
}

const nameOf = (entry: OrgEntry): string => orgInline(entry.title).replace(/[*_`]/g, "").replace(/\s*:$/, "");

/** Lines of text that became questions; headings that only part them count as used. */
function shareOf(lines: number, source: SourceText, tree: OrgTree): number {
  const parents = tree.entries.filter(
    ({ children, body }) => children.length > 0 && body.length === 0,
  ).length;
  const texts = tree.entries.reduce(
    (sum, { body }) => sum + 1 + body.filter(({ text }) => !isBlank(text)).length,
    0,
  );
  const preface = tree.preface.filter(({ text }) => !isBlank(text)).length;
  return source.lines.length === 0 ? 0 : Math.min(1, (lines + parents) / Math.max(1, texts + preface));
}
