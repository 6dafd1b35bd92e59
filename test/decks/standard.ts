import { contentStems, type Question } from "../../src/deck/index.ts";

/** Beyond what `viva lint` finds: the standard of the decks that come with Vivarium (CONTRIBUTING, "Deck content"). */
const ANSWER_WORDS = { least: 60, most: 180 };
const ESSENTIAL = { least: 2, most: 5 };
const BONUS = { least: 1, most: 3 };
const LEAST_VARIANTS = 6;
const LEAST_MISCONCEPTIONS = 2;
/** From this weight on a point has a follow-up of its own. */
const HEAVY = 2;
/** Two variants that share more of their content words than this are one (a share of the shorter one's). */
const MOST_SHARED = 0.8;
/** Variants shorter than this many stems share all of them too easily to be compared. */
const LEAST_COMPARED = 4;

/**
 * Where a question falls short of the shipped standard, in words; an empty list when nowhere.
 * @param tags those the question's deck may use
 * @param ids of all questions there are
 */
export function shortcomings(
  question: Question,
  tags: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): string[] {
  const found: string[] = [];
  const among = (what: string, value: number, { least, most }: { least: number; most: number }): void => {
    if (value < least || value > most) found.push(`${value} ${what}, wanted ${least} to ${most}`);
  };
  const { points } = question;
  among("words in the answer", proseWords(question.answer), ANSWER_WORDS);
  among("essential points", points.filter(({ weight }) => weight !== "bonus").length, ESSENTIAL);
  among("bonus points", points.filter(({ weight }) => weight === "bonus").length, BONUS);
  for (const { id, weight, variants } of points) {
    if (variants.length < LEAST_VARIANTS)
      found.push(`${id}: ${variants.length} variants, wanted ${LEAST_VARIANTS}`);
    found.push(...alike(variants).map((pair) => `${id}: variants say the same: ${pair}`));
    const asked = question.followUps.some(({ point }) => point === id);
    if (weight !== "bonus" && weight >= HEAVY && !asked) found.push(`${id}: no follow-up`);
  }
  if (question.misconceptions.length < LEAST_MISCONCEPTIONS)
    found.push(`${question.misconceptions.length} misconceptions, wanted ${LEAST_MISCONCEPTIONS}`);
  if (!question.followUps.some(({ point }) => point === "*"))
    found.push("no follow-up for those who said all");
  if (question.level === null) found.push("no level");
  if (question.refs.length === 0) found.push("no refs");
  if (question.related.length === 0) found.push("related to nothing");
  if (question.related.includes(question.id)) found.push("related to itself");
  found.push(...question.related.filter((id) => !ids.has(id)).map((id) => `related: no question ${id}`));
  if (question.tags.length === 0) found.push("no tags");
  found.push(...question.tags.filter((tag) => !tags.has(tag)).map((tag) => `tag ${tag}: not in tags.md`));
  return found;
}

/** Words outside of code fences; a table's cells count, its rules do not. */
function proseWords(answer: string): number {
  const prose = answer.replace(/^( *)(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1\2[ \t]*$/gm, "");
  return prose.split(/[\s|]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Pairs of variants that hardly differ in what they use for words. */
function alike(variants: readonly string[]): string[] {
  const stems = variants.map((variant) => contentStems(variant));
  const pairs: string[] = [];
  for (const [i, first] of stems.entries()) {
    for (const [j, second] of stems.entries()) {
      const shorter = Math.min(first.size, second.size);
      if (j <= i || shorter < LEAST_COMPARED) continue;
      const shared = [...first].filter((stem) => second.has(stem)).length;
      if (shared / shorter > MOST_SHARED) pairs.push(`"${variants[i]}" and "${variants[j]}"`);
    }
  }
  return pairs;
}
