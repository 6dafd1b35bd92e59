import { summaryFrom } from "../html/details.ts";
import { namesQuestions } from "../text/question-document.ts";
import { questionLikeness } from "../text/question-words.ts";
import { isOuterTitle } from "./furniture.ts";
import type { Item, Outline } from "./outline.ts";
import type { Start } from "./question-start.ts";
import { bareTitle, titleParts } from "./title.ts";

/** A list item that may be a question. */
export interface ListStart {
  readonly start: Start;
  readonly likeness: number;
  readonly bold: boolean;
  /** Only a link, a handle, a check box. */
  readonly link: boolean;
}

/** Under one heading, at least this share of the outermost items must read like questions. */
const LIKE_ENOUGH = 0.6;
/** When so many questions are bold, an item that is not is a piece of an answer. */
const MOSTLY_BOLD = 0.8;
/** An item in bold is taken for a question this much: lists set terms in bold too. */
const BOLD_LIKENESS = 0.6;

/** So many items, and this share of them, with an answer to unfold make those without one lists of something else. */
const UNFOLDING = { atLeast: 5, share: 0.6 };

/**
 * Finds the outermost list items that are questions, heading by heading: a list of links or names is none. Items with
 * an answer to unfold are taken too, wanted or not, unless the lists are only a part of the document.
 */
export function listStarts(outline: Outline, wanted: (item: Item) => boolean, isPart = false): ListStart[] {
  const unfolding = isPart ? new Set<number>() : unfoldingItems(outline);
  const groups = groupsOf(outline, unfolding, wanted);
  const items = groups.flat();
  const unfold = items.filter(({ start }) => unfolding.has(start.at));
  if (unfold.length >= UNFOLDING.atLeast && unfold.length >= items.length * UNFOLDING.share) {
    return unfold.map((one) => ({ ...one, likeness: Math.max(one.likeness, 0.8) }));
  }
  const all = topicsOf(outline, groups) ?? runOf(outline, groups);
  if (all !== null) return all;
  const kept = groups.flatMap((group) => {
    const sum = group.reduce((total, one) => total + one.likeness, 0);
    return sum >= group.length * LIKE_ENOUGH * 0.8 && isMostlyLike(group) ? withoutSteps(group) : [];
  });
  if (bulletsAsk(groups, kept)) return groups.filter(isAlike).flat();
  const bold = kept.filter((one) => one.bold).length;
  return bold >= kept.length * MOSTLY_BOLD ? kept.filter((one) => one.bold) : kept;
}

/** Items with an answer to unfold in them or below, before the next: questions, whatever they say, and whether they have a number or a bullet. */
function unfoldingItems(outline: Outline): ReadonlySet<number> {
  const opens = [...outline.detailsEnds.keys()]
    .filter((at) => outline.isAnswerSummary(summaryFrom(outline.lines, at)?.text ?? "?"))
    .toSorted((a, b) => a - b);
  const found = new Set<number>();
  let next = 0;
  let last: Item | null = null;
  const passTo = (line: number) => {
    for (; (opens[next] ?? line) < line; next++) if (last !== null) found.add(last.at);
  };
  for (const block of outline.blocks) {
    if (block.kind === "heading" && block.depth === 0) {
      passTo(block.at);
      last = null;
    } else if (block.kind === "item" && block.depth === 1) {
      passTo(block.at);
      // Bullets below a number are options or a part of the prompt.
      const isPart: boolean = block.number === null && last !== null && last.number !== null;
      if ((opens[next] ?? block.end) < block.end || !isPart) last = block;
    }
  }
  passTo(outline.lines.length);
  return found;
}

/** The outermost items, heading by heading. */
function groupsOf(
  outline: Outline,
  unfolding: ReadonlySet<number>,
  wanted: (item: Item) => boolean,
): ListStart[][] {
  const groups: ListStart[][] = [[]];
  let outer = false;
  for (const block of outline.blocks) {
    if (block.kind === "heading" && block.depth === 0) {
      outer = isOuterTitle(bareTitle(block.text));
      groups.push([]);
    } else if (
      block.kind === "item" &&
      block.depth === 1 &&
      (wanted(block) || unfolding.has(block.at)) &&
      !outer
    ) {
      groups.at(-1)?.push(listStart(block));
    }
  }
  return groups;
}

/** Items of lists that mix questions with topics: so many ask, and the others are as short as a topic is. */
const TOPICS = { atLeast: 8, asking: 0.4, longest: 80, short: 0.9 };
/** What a mere topic counts where the document says that it asks. */
const TOPIC_LIKENESS = 0.6;

/**
 * All items, where the document says that it holds questions and its lists mix those that ask with topics to speak
 * about ("mvcc", "B+ trees"); null where the lists are no such.
 */
function topicsOf(outline: Outline, groups: readonly ListStart[][]): ListStart[] | null {
  const all = groups.flat();
  if (all.length < TOPICS.atLeast || !namesQuestions(outline)) return null;
  const share = (is: (one: ListStart) => boolean) => all.filter(is).length / all.length;
  const isTopic = ({ start, link }: ListStart) =>
    !link && start.title.length <= TOPICS.longest && !/[.。;；:：]$/.test(start.title);
  if (share(({ likeness }) => likeness >= 0.8) < TOPICS.asking) return null;
  if (all.some(({ link }) => link) || share((one) => one.likeness >= 0.8 || isTopic(one)) < TOPICS.short)
    return null;
  const headings = outline.blocks.filter((block) => block.kind === "heading");
  const asking = headings.filter(({ text }) => questionLikeness(bareTitle(text)) >= 0.8).length;
  if (asking > headings.length * 0.2) return null;
  return all.map((one) => ({ ...one, likeness: Math.max(one.likeness, TOPIC_LIKENESS) }));
}

/** Headings whose bullets ask, and the share of asking bullets below the others. */
const ALIKE = { groups: 2, share: 0.5, asking: 0.3, atLeast: 3 };

/** Whether bullets below several headings are questions, half of all and more: those below the others are, too. */
function bulletsAsk(groups: readonly ListStart[][], kept: readonly ListStart[]): boolean {
  const chosen = new Set(kept);
  const asking = groups.filter((group) => group.some((one) => chosen.has(one)));
  const all = groups.filter(isAlike).flat();
  return (
    asking.length >= ALIKE.groups &&
    asking.length < groups.filter(isAlike).length &&
    kept.length >= all.length * ALIKE.share &&
    all.every((one) => one.start.number === null) &&
    kept.filter(({ bold }) => bold).length < kept.length / 2
  );
}

/** A good part of the bullets ask, and none only links. */
const isAlike = (group: readonly ListStart[]): boolean =>
  group.length >= ALIKE.atLeast &&
  group.every(({ link }) => !link) &&
  group.filter(({ likeness }) => likeness >= 0.8).length >= group.length * ALIKE.asking;

/** A list that counts on through a document: so many items, of which so many ask. */
const RUN = { atLeast: 10, asking: 0.4, counts: 0.95 };

/**
 * All numbered items, where the document says that it holds questions and its numbers count on from heading to
 * heading: then the items that only name what is asked are questions too. Null where they do not.
 */
function runOf(outline: Outline, groups: readonly ListStart[][]): ListStart[] | null {
  const all = groups.flat();
  if (all.length < RUN.atLeast || groups.filter((group) => group.length > 0).length < 2) return null;
  const numbers = all.map(({ start }) => start.number);
  let good = 0;
  for (const [i, number] of numbers.entries())
    if (number !== null && number === (numbers[i - 1] ?? 0) + 1) good++;
  if (good < all.length * RUN.counts || all.some(({ link }) => link)) return null;
  if (all.filter(({ likeness }) => likeness >= 0.8).length < all.length * RUN.asking) return null;
  if (!namesQuestions(outline)) return null;
  return all.map((one) => ({ ...one, likeness: Math.max(one.likeness, TOPIC_LIKENESS) }));
}

/**
 * Without the items of a list inside an answer: they do not read like questions, and their numbers do not go on from
 * the question above.
 */
function withoutSteps(group: readonly ListStart[]): ListStart[] {
  let last: number | null = null;
  return group.filter(({ start, likeness }) => {
    const goesOn = start.number === null || last === null || start.number === last + 1;
    if (likeness < 0.5 && !goesOn) return false;
    last = start.number;
    return true;
  });
}

function isMostlyLike(group: readonly ListStart[]): boolean {
  return group.length > 0 && group.filter((one) => one.likeness >= 0.5).length >= group.length * LIKE_ENOUGH;
}

/** A link alone, a handle, a check box. */
const NO_QUESTION = /^(?:\[[^\]]*\]\([^)]*\)|@[\w-]+|https?:\/\/\S+)\W*$|^\[[ x]\]/i;

function listStart(item: Item): ListStart {
  const [first = ""] = item.text.split("\n", 1);
  const line = first.trim();
  const allBold = /^(?:(\*\*|__)(?=\S).+?\1|<(?:b|strong)>.+<\/(?:b|strong)>)[^\p{L}\p{N}]{0,12}$/iu.test(
    line,
  );
  const { number, rest: title } = titleParts(line);
  const link = NO_QUESTION.test(line);
  const likeness = title === "" || link ? 0 : questionLikeness(title);
  return {
    start: {
      at: item.at,
      titleEnd: item.at + 1,
      title,
      number: item.number ?? number,
      level: null,
      nested: true,
    },
    likeness: allBold && !link ? Math.max(likeness, BOLD_LIKENESS) : likeness,
    bold: allBold,
    link,
  };
}
