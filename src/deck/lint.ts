import { contentStems } from "./content-words.ts";
import type { DeckInfo, Problem } from "./deck.ts";
import { lintPoints, lintSupport, type ReportPart } from "./lint-points.ts";
import { lintTexts } from "./lint-texts.ts";
import { nearDuplicates } from "./near-duplicates.ts";
import type { ParsedQuestion } from "./parse-question.ts";
import { plainWords } from "./plain-words.ts";
import { promptOf, type Question } from "./question.ts";

/** A parsed question with the name of its file. */
export interface LintedFile extends ParsedQuestion {
  readonly file: string;
}

/**
 * What is wrong with questions that can be read: findings for the author, none of which stops the question from being
 * asked. Rules and remedies: docs/reference/lint.md.
 * @param elsewhere ids of questions of other decks that are checked together with this one
 */
export function lintDeck(
  info: DeckInfo,
  files: readonly LintedFile[],
  elsewhere: ReadonlySet<string> = new Set(),
): Problem[] {
  const ids = new Set([...elsewhere, ...files.map(({ question }) => question.id)]);
  const families = new Set([...ids].map(familyOf));
  const problems = files.flatMap((file) => [
    ...lintQuestion(file),
    ...lintSection(info, file),
    ...lintRelated(file, ids, families),
  ]);
  return [...problems, ...lintNearDuplicates(files)];
}

/** The rules that need one question only. */
function lintQuestion(linted: LintedFile): Problem[] {
  const { file, question, lines } = linted;
  const problems: Problem[] = [];
  const report: ReportPart = (part, rule, text) =>
    problems.push({ file, line: lines.get(part) ?? 1, rule, text });

  if (question.answer === "") {
    const text = `no "## Answer": nothing to learn from after answering; write the reference answer there`;
    report(question, "answer-missing", text);
  }
  lintPoints(question, report);
  lintMisconceptions(question, report);
  lintFollowUps(question, report);
  lintSupport(question, report);
  lintTexts(linted, (line, rule, text) => problems.push({ file, line, rule, text }));
  for (const { key, place } of question.unknown) {
    if (place !== "entry") continue;
    const text = `"${key}" is not a key that Vivarium knows: it is kept and not used; mend or remove it`;
    report(question, "unknown-key", text);
  }
  return problems;
}

function wantedPoints({ points }: Question, also = ""): string {
  const ids = points.map(({ id }) => id);
  return ids.length === 0 ? "the question has no points" : `wanted one of ${ids.join(", ")}${also}`;
}

function lintMisconceptions(question: Question, report: ReportPart): void {
  for (const misconception of question.misconceptions) {
    const { point: id, claim, correction } = misconception;
    const point = question.points.find((each) => each.id === id);
    if (point === undefined)
      report(misconception, "point-unknown", `there is no point ${id}: ${wantedPoints(question)}`);
    const claimed = plainWords(claim);
    const corrected = plainWords(correction);
    if (corrected === "" || /^(?:todo|tbd|fixme|x+)$/.test(corrected)) {
      const text = `the correction of ${JSON.stringify(claim)} says nothing: write after the arrow what is true`;
      report(misconception, "correction-missing", text);
    } else if (corrected === claimed) {
      const text = `the correction repeats the wrong claim: write after the arrow what is true`;
      report(misconception, "correction-missing", text);
    }
    if (point !== undefined && [point.text, ...point.variants].some((text) => plainWords(text) === claimed)) {
      const text = `the misconception is what ${id} itself claims: write the wrong claim, or drop it`;
      report(misconception, "misconception-true", text);
    }
  }
}

function lintFollowUps(question: Question, report: ReportPart): void {
  for (const followUp of question.followUps) {
    if (followUp.point === "*") continue;
    const point = question.points.find(({ id }) => id === followUp.point);
    if (point === undefined) {
      const text = `there is no point ${followUp.point}: ${wantedPoints(question, ", or *")}`;
      report(followUp, "point-unknown", text);
      continue;
    }
    const free = contentStems(`${promptOf(question)} ${point.id.replaceAll("-", " ")}`);
    const told = contentStems(followUp.text);
    const secret = [...contentStems(point.text)].filter((stem) => told.has(stem) && !free.has(stem));
    if (secret.length === 0) continue;
    const text = `the follow-up gives ${point.id} away: it says ${secret.join(", ")}; ask without`;
    report(followUp, "follow-up-tells", text);
  }
}

function lintSection({ sections }: DeckInfo, { file, question, lines }: LintedFile): Problem[] {
  if (sections.length === 0 || sections.includes(question.section)) return [];
  const found = `the section ${JSON.stringify(question.section)} is not one of those in deck.md`;
  const text = `${found}: use one of ${sections.join(", ")}, or add it there`;
  return [{ file, line: lines.get(question) ?? 1, rule: "section-unknown", text }];
}

/** The ids of a deck begin alike, as in `api-041`; what is of no family at hand may well be somewhere else. */
function familyOf(id: string): string {
  return id.replace(/-?[^-]*$/, "");
}

function lintRelated(
  { file, question, keys }: LintedFile,
  ids: ReadonlySet<string>,
  families: ReadonlySet<string>,
): Problem[] {
  const lost = question.related.filter((id) => !ids.has(id) && families.has(familyOf(id)));
  if (lost.length === 0) return [];
  const which = lost.length === 1 ? `${lost[0]} is no question` : `${lost.join(", ")} are no questions`;
  const text = `related: ${which} of the folders given: mend or remove the id`;
  return [{ file, line: keys.get("related") ?? 1, rule: "related-unknown", text }];
}

function lintNearDuplicates(files: readonly LintedFile[]): Problem[] {
  const byFile = files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return nearDuplicates(byFile.map(({ question }) => question)).flatMap(({ first, second }) => {
    const earlier = byFile[first];
    const later = byFile[second];
    if (earlier === undefined || later === undefined) return [];
    if (later.question.related.includes(earlier.question.id)) return [];
    if (earlier.question.related.includes(later.question.id)) return [];
    const found = `asks what ${earlier.file} asks: ${JSON.stringify(earlier.question.title)}`;
    const text = `${found}; join the two, or name one as related in the other`;
    const line = later.lines.get(later.question) ?? 1;
    return [{ file: later.file, line, rule: "near-duplicate", text }];
  });
}
