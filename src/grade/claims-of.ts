import { partItems, sentencesOf } from "./inline-list.ts";
import { purposeOf, withoutOpener } from "./lead-in.ts";
import { plainText } from "./plain-text.ts";
import type { Block } from "./reference-blocks.ts";
import { tokenise } from "./tokens.ts";

/** A claim of a reference, and how central it is to the answer. */
export interface Candidate {
  readonly text: string;
  /** Examples and notes: praised, not missed. */
  readonly isAside: boolean;
  readonly rank: number;
  /** An item of the reference's outermost list, or a row of its table, or what begins below a title. */
  readonly isListed: boolean;
  /** The paragraph or item that it is of. */
  readonly block: number;
}

/** Of a longer reference the beginning is read. */
const MOST_CLAIMS = 200;
/** A title of at most so many words names what the claims below it are about. */
const LONGEST_TITLE = 6;
/** An item of so few words above nested ones names them. */
const LONGEST_PARENT = 6;

/** The claims of a reference in their order; sentences are parted at their joints when there are few of them. */
export function candidatesOf(
  blocks: readonly Block[],
  prompt: ReadonlySet<string>,
  partSentence: (sentence: string) => readonly string[],
): Candidate[] {
  const out: Candidate[] = [];
  let parent = "";
  for (const [at, block] of blocks.entries()) {
    if (out.length >= MOST_CLAIMS) break;
    const next = blocks[at + 1];
    const { lead, items } = partItems(block.text);
    const sentences = sentencesOf(lead);
    const isParent =
      block.kind === "item" &&
      next?.kind === "item" &&
      next.depth > block.depth &&
      sentences.length === 1 &&
      items.length === 0;
    if (isParent && wordCount(plainText(block.text)) <= LONGEST_PARENT) {
      parent = plainText(block.text).replace(/\s*[:.]+$/, "");
      continue;
    }
    let isFirst = true;
    const inner = items.flatMap((item) => sentencesOf(item).map((text, i) => ({ text, isItem: i === 0 })));
    const told = [...sentences.map((text) => ({ text, isItem: false })), ...inner];
    for (const [i, { text: markdown, isItem }] of told.slice(0, MOST_CLAIMS).entries()) {
      const before =
        i === told.length - 1 ? block.before : told[i + 1]?.isItem === true && !isItem ? "item" : null;
      const plain = clean(withoutOpener(plainText(markdown)));
      if (contentWords(plain) === 0) continue;
      const purpose = purposeOf(markdown, plain, before);
      if (purpose === "nothing") continue;
      // "Hebb's rule" above a list repeats the question.
      if ((before === "item" || before === "row") && stemsOf(plain).every((stem) => prompt.has(stem)))
        continue;
      const topic = isFirst ? topicOf(block, parent, plain) : "";
      for (const [part, text] of (purpose === "aside" ? [plain] : partSentence(plain)).entries()) {
        const claim = clean(part === 0 && topic !== "" ? `${topic}: ${text}` : text);
        if (contentWords(claim) === 0) continue;
        const isMarked =
          (block.kind !== "text" || block.opens) && block.depth === 0 && isFirst && items.length === 0;
        const isListed = part === 0 && (isItem || isMarked);
        out.push({
          text: claim,
          isAside: purpose === "aside" || /^(?:notes?|tips?|examples?)\b/i.test(block.title),
          isListed,
          block: at,
          rank: rankOf({
            claim,
            markdown,
            block,
            isFirst: (isFirst || isItem) && part === 0,
            index: out.length,
            prompt,
          }),
        });
      }
      isFirst = false;
    }
    if (block.kind === "item") parent = "";
  }
  return out;
}

/** Titles that name the part of an answer and not what it speaks of. */
const GENERIC =
  /\b(?:features|benefits|advantages|disadvantages|summary|notes?|overview|introduction|conclusion|definition|answer|explanation|differences?|analogy|details|tips?|pros|cons|basics|examples?|usage|how it works)\b/i;

/** What a claim is about, where its own words do not say so. */
function topicOf(block: Block, parent: string, plain: string): string {
  const isNamed = block.opens && wordCount(block.title) <= LONGEST_TITLE && !GENERIC.test(block.title);
  const name = parent !== "" ? parent : isNamed ? block.title : "";
  if (name === "" || contentWords(name) === 0) return "";
  const own = new Set(stemsOf(plain));
  return stemsOf(name).every((stem) => own.has(stem)) ? "" : name;
}

/** How central: what begins the answer, a paragraph or an item; what speaks of the question, defines or is bold. */
function rankOf(found: {
  claim: string;
  markdown: string;
  block: Block;
  isFirst: boolean;
  index: number;
  prompt: ReadonlySet<string>;
}): number {
  const { claim, markdown, block, isFirst, index, prompt } = found;
  const own = new Set(stemsOf(claim));
  const asked = [...prompt].filter((stem) => own.has(stem)).length / Math.max(1, prompt.size);
  let rank = 0.8 * asked - 0.03 * index - 0.4 * block.depth;
  if (index === 0) rank += 1;
  if (isFirst) rank += block.kind === "text" && !block.opens ? 0.5 : 1;
  if (/\*\*|__|<b>|<strong>/.test(markdown)) rank += 0.3;
  if (
    /\b(?:is|are|means|refers to|stands for|used (?:to|for)|because|allows|lets|ensures|must|cannot)\b/i.test(
      claim,
    )
  )
    rank += 0.3;
  if (own.size < 3) rank -= 0.5;
  if (wordCount(claim) > 45) rank -= 0.3;
  return rank;
}

/** One line, without the comma or colon at its end. */
export const clean = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\s*[,;:：]+$/, "");

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
export const wordCount = (text: string): number => wordsOf(text).length;

/** Words that claim something, by their role, so that "GET" counts though "get" does not. */
export const contentWords = (text: string): number =>
  tokenise(text).filter((token) => token.role === "content" || token.role === "light").length;

/** The stems of a text's content words. */
export function stemsOf(text: string): string[] {
  return tokenise(text)
    .filter((token) => token.role === "content")
    .map((token) => token.stem);
}
