import { isOuterTitle } from "./markdown-furniture.ts";
import type { Item, Outline } from "./markdown-outline.ts";
import { bareTitle, titleParts } from "./markdown-title.ts";
import type { Start } from "./question-start.ts";
import { questionLikeness } from "./question-words.ts";

/** A list item that may be a question. */
export interface ListStart {
  readonly start: Start;
  readonly likeness: number;
  readonly bold: boolean;
}

/** Under one heading, at least this share of the outermost items must read like questions. */
const LIKE_ENOUGH = 0.6;
/** When so many questions are bold, an item that is not is a piece of an answer. */
const MOSTLY_BOLD = 0.8;
/** An item in bold is taken for a question this much: lists set terms in bold too. */
const BOLD_LIKENESS = 0.6;

/** Finds the outermost list items that are questions, heading by heading: a list of links or names is none. */
export function listStarts(outline: Outline, wanted: (item: Item) => boolean): ListStart[] {
  const groups: ListStart[][] = [[]];
  let outer = false;
  for (const block of outline.blocks) {
    if (block.kind === "heading" && block.depth === 0) {
      outer = isOuterTitle(bareTitle(block.text));
      groups.push([]);
    } else if (block.kind === "item" && block.depth === 1 && wanted(block) && !outer) {
      groups.at(-1)?.push(listStart(block));
    }
  }
  const kept = groups.flatMap((group) => {
    const sum = group.reduce((total, one) => total + one.likeness, 0);
    return sum >= group.length * LIKE_ENOUGH * 0.8 && isMostlyLike(group) ? withoutSteps(group) : [];
  });
  const bold = kept.filter((one) => one.bold).length;
  return bold >= kept.length * MOSTLY_BOLD ? kept.filter((one) => one.bold) : kept;
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
  const likeness = title === "" || NO_QUESTION.test(line) ? 0 : questionLikeness(title);
  return {
    start: {
      at: item.at,
      titleEnd: item.at + 1,
      title,
      number: item.number ?? number,
      level: null,
      nested: true,
    },
    likeness: allBold && !NO_QUESTION.test(line) ? Math.max(likeness, BOLD_LIKENESS) : likeness,
    bold: allBold,
  };
}
