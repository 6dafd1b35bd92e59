import type { Draft, SourceText } from "../reader.ts";
import { endsSentence } from "../text/block.ts";
import { questionLikeness } from "../text/question-words.ts";
import { draftFrom, emptyDraft } from "./draft.ts";
import { isOuterTitle } from "./furniture.ts";
import { listsBesides } from "./mixed.ts";
import { outlineOf } from "./outline.ts";
import type { Start } from "./question-start.ts";
import { titleParts } from "./title.ts";
import { topicStarts } from "./topics.ts";

const READER = "markdown-question-headings";

/** The headings of one level must read like questions this much on average. */
const LIKE_ENOUGH = 0.5;
/** From here on, a heading between the others that does not read like a question is one all the same. */
const NEARLY_ALL = 2 / 3;

/** Share of a document's lines that makes one question its subject. */
const WHOLE = 0.5;

/** A line that is nothing but a link: further reading, an index. Or a comment. */
const ONLY_LINK = /^\s*(?:<!--.*|(?:(?:[-*+]|\d{1,4}[.)])\s+)?(?:<?https?:\/\/\S+|\[.{0,400}\]\(\S+\)))\W*$/;

const LONGEST_LINK = 600;

interface Titled {
  readonly at: number;
  readonly end: number;
  readonly level: number;
  readonly nested: boolean;
  readonly title: string;
  readonly number: number | null;
  readonly likeness: number;
  /** `Q.` or `Question:` stands before the title. */
  readonly labelled: boolean;
  /** Text stands below it, before the next heading, and is not mostly links. */
  readonly hasText: boolean;
}

/** Reads `## What is it?` with the answer below; sections are the headings above. */
export function readQuestionHeadings(source: SourceText): Draft {
  const outline = outlineOf(source);
  const topics = topicStarts(outline);
  if (topics.starts.length > 0) return draftFrom(outline, READER, topics.starts, topics.evidence);
  const headings = outline.blocks.filter((block) => block.kind === "heading");
  const titled = headings.flatMap((heading, i): Titled[] => {
    const { number, rest: title, labelled } = titleParts(heading.text);
    if (title === "") return [];
    const below = outline.lines.slice(heading.end, headings[i + 1]?.at ?? outline.lines.length);
    const texts = below.filter((line) => /\p{L}|\p{N}/u.test(line));
    const links = texts.filter((line) => ONLY_LINK.test(line.slice(0, LONGEST_LINK))).length;
    const hasText = texts.length > links * 2;
    const { at, end, level, depth } = heading;
    const likeness = labelled ? 1 : likenessOf(title);
    return [{ at, end, level, nested: depth > 0, title, number, likeness, labelled, hasText }];
  });
  const best = bestLevel(titled);
  if (best === null) return emptyDraft(READER);
  const members = titled.filter((one) => one.level === best.level && !one.nested);
  // Where labels say what is a question, a heading without one is none.
  const labels = members.filter((one) => one.labelled).length > members.length / 2;
  // A label says so at any level.
  const others = labels
    ? titled.filter((one) => one.labelled && one.level !== best.level && !one.nested)
    : [];
  const chosen = [...members, ...others].filter(
    (one) =>
      one.likeness > 0.5 ||
      (!labels &&
        best.mean >= NEARLY_ALL &&
        (one.hasText || endsSentence(one.title)) &&
        !isOuterTitle(one.title)),
  );
  if (chosen.length === 1 && (chosen[0]?.likeness ?? 0) < 1) return emptyDraft(READER);
  const starts = chosen.map(
    ({ at, end, title, number, level, nested }): Start => ({
      at,
      titleEnd: end,
      title,
      number,
      level,
      nested,
    }),
  );
  const evidence = chosen.reduce((sum, one) => sum + one.likeness, 0) / chosen.length;
  const all = starts.length < 2 ? starts : [...starts, ...listsBesides(outline, starts)];
  const draft = draftFrom(outline, READER, all, evidence * (0.5 + best.mean / 2));
  // One question is a document only when it is what the document is about.
  return starts.length === 1 && draft.accounted < WHOLE ? emptyDraft(READER) : draft;
}

/** `How to install` may be a question, in a heading it mostly is none. */
const likenessOf = (title: string): number => {
  const likeness = isOuterTitle(title) ? 0 : questionLikeness(title);
  return likeness === 0.5 ? 0.3 : likeness;
};

function bestLevel(titled: readonly Titled[]): { level: number; mean: number } | null {
  let best: { level: number; mean: number; weight: number } | null = null;
  for (let level = 1; level <= 6; level++) {
    const members = titled.filter((one) => one.level === level && !one.nested);
    const sum = members.reduce((total, one) => total + one.likeness, 0);
    const mean = sum / Math.max(1, members.length);
    if (mean < LIKE_ENOUGH) continue;
    if (best === null || sum * mean > best.weight) best = { level, mean, weight: sum * mean };
  }
  return best;
}
