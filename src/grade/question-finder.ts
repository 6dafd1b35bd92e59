import type { QuestionId } from "../base/index.ts";
import type { Question } from "../deck/index.ts";
import { plainText } from "./plain-text.ts";
import { groupsOf } from "./read-text.ts";
import { tokenise } from "./tokens.ts";
import type { WordData } from "./word-data.ts";

/** What is asked and answered somewhere else. */
export type Stranger = Pick<Question, "title" | "body" | "answer">;

/** A known question that asks what a stranger asks. */
export interface FoundQuestion {
  readonly id: QuestionId;
  /** How probable it is, 0..1. */
  readonly p: number;
}

/**
 * How three measures add up to the log-odds that two questions ask the same: fitted by logistic regression on labelled
 * questions of strangers (docs/decisions/0017-borrowed-points.md).
 */
const MODEL = { constant: -9.4, answer: 8.5, points: 15.9, ahead: 2.1 };
/** Least probability of a link: rather none than a wrong one. */
const LINKED = 0.75;
/** So many others are looked at, and by so much their log-odds must be less: decks ask from several sides. */
const NEVER = Number.NEGATIVE_INFINITY;
const RIVALS = 3;
const LEAD = 0.5;
/** Share of the words of a stranger's prompt that the known question must use somewhere: "What is the output?" asks anything. */
const SPOKEN_OF = 0.15;
/** Share of both prompts' words that two questions without a reference must have in common, and no third one have. */
const SAME_PROMPT = 0.85;
const NEXT_PROMPT = 0.6;
/** What a wording of a group of the lexicon counts beside a word. */
const GROUP_WEIGHT = 0.5;

/** Words and groups of the lexicon, with how often each stands there. */
type Bag = ReadonlyMap<string, number>;

/** One field of all known questions: where each word stands, with its share of that question's vector. */
type Postings = Map<string, { readonly at: number; readonly weight: number }[]>;

/**
 * Finds the known question that asks what another one asks, by prompt and reference together.
 * @param known questions with points and variants
 */
export function createQuestionFinder(
  known: readonly Question[],
  words: WordData,
): (stranger: Stranger) => FoundQuestion | null {
  const bag = (text: string) => bagOf(text, words);
  const rows = known.map((question) => {
    const prompt = bag(`${question.title}\n${question.body}`);
    const answer = bag(question.answer);
    const points = bag(question.points.map(({ text }) => text).join("\n"));
    const variants = bag(question.points.flatMap((point) => point.variants).join("\n"));
    return { prompt, said: merged(answer, points), points, all: merged(prompt, answer, points, variants) };
  });
  const users = new Map<string, number>();
  for (const { all } of rows) for (const word of all.keys()) users.set(word, (users.get(word) ?? 0) + 1);
  const rarity = (word: string): number =>
    Math.log((rows.length + 1) / ((users.get(word) ?? 0) + 0.5)) * (isGroup(word) ? GROUP_WEIGHT : 1);
  const fields = {
    prompt: postingsOf(
      rows.map(({ prompt }) => prompt),
      rarity,
    ),
    said: postingsOf(
      rows.map(({ said }) => said),
      rarity,
    ),
    all: postingsOf(
      rows.map(({ all }) => all),
      rarity,
    ),
  };
  const share = (part: Bag, whole: Bag): number => shareOf(part, whole, rarity);

  return (stranger) => {
    const prompt = bag(`${stranger.title}\n${stranger.body}`);
    const answer = bag(stranger.answer);
    const likeness = new Float64Array(rows.length);
    for (const [from, to] of [
      [prompt, fields.prompt],
      [prompt, fields.all],
      [answer, fields.said],
      [merged(prompt, answer), fields.all],
    ] as const) {
      addCosines(likeness, vectorOf(from, rarity), to);
    }
    const [best = -1, ...others] = highest(likeness);
    const id = known[best]?.id;
    if (id === undefined) return null;
    if (answer.size === 0)
      return samePrompt(
        prompt,
        rows.map((each) => each.prompt),
        best,
      )
        ? { id, p: SAME_PROMPT }
        : null;
    const oddsOf = (at: number, rival: number): number => {
      const row = rows[at];
      if (row === undefined || share(prompt, row.all) < SPOKEN_OF) return NEVER;
      return (
        MODEL.constant +
        MODEL.answer * share(answer, row.all) +
        MODEL.points * share(row.points, answer) +
        MODEL.ahead * ((likeness[at] ?? 0) - (likeness[rival] ?? 0))
      );
    };
    const odds = oddsOf(best, others[0] ?? -1);
    const rival = Math.max(NEVER, ...others.map((at) => oddsOf(at, best)));
    const p = 1 / (1 + Math.exp(-odds));
    return p >= LINKED && odds - rival >= LEAD ? { id, p } : null;
  };
}

/** Without a reference only the same words tell: "What is a list?" and "What is a tuple?" are near enough otherwise. */
function samePrompt(prompt: Bag, all: readonly Bag[], best: number): boolean {
  const common = (other: Bag): number => {
    const both = [...prompt.keys()].filter((word) => other.has(word)).length;
    return (2 * both) / (prompt.size + other.size || 1);
  };
  return all.every((other, at) => (at === best ? common(other) >= SAME_PROMPT : common(other) < NEXT_PROMPT));
}

function bagOf(text: string, words: WordData): Bag {
  const bag = new Map<string, number>();
  const add = (word: string) => bag.set(word, (bag.get(word) ?? 0) + 1);
  const tokens = tokenise(plainText(text));
  const groups = groupsOf(tokens, words);
  for (const [at, { stem, role }] of tokens.entries()) {
    if (role !== "content") continue;
    add(stem);
    for (const group of groups[at] ?? []) add(groupName(group));
  }
  return bag;
}

// No word has a blank in it.
const groupName = (group: number): string => ` ${group}`;
const isGroup = (word: string): boolean => word.startsWith(" ");

function merged(...bags: readonly Bag[]): Bag {
  const out = new Map<string, number>();
  for (const bag of bags) for (const [word, count] of bag) out.set(word, (out.get(word) ?? 0) + count);
  return out;
}

/** A bag as a vector of length 1. */
function vectorOf(bag: Bag, rarity: (word: string) => number): [string, number][] {
  const entries = [...bag].map(([word, count]): [string, number] => [
    word,
    (1 + Math.log(count)) * rarity(word),
  ]);
  const length = Math.sqrt(entries.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return entries.map(([word, weight]) => [word, weight / length]);
}

function postingsOf(bags: readonly Bag[], rarity: (word: string) => number): Postings {
  const out: Postings = new Map();
  for (const [at, bag] of bags.entries()) {
    for (const [word, weight] of vectorOf(bag, rarity)) {
      const list = out.get(word);
      if (list === undefined) out.set(word, [{ at, weight }]);
      else list.push({ at, weight });
    }
  }
  return out;
}

/** Adds the cosine of a vector with each question of a field. */
function addCosines(to: Float64Array, vector: readonly (readonly [string, number])[], field: Postings): void {
  for (const [word, own] of vector)
    for (const { at, weight } of field.get(word) ?? []) to[at] = (to[at] ?? 0) + own * weight;
}

/** The places of the highest values, the highest first. */
function highest(values: Float64Array): number[] {
  return [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0)).slice(0, RIVALS + 1);
}

/** Share of the words of one bag, by their rarity, that another has. */
function shareOf(part: Bag, whole: Bag, rarity: (word: string) => number): number {
  let has = 0;
  let total = 0;
  for (const word of part.keys()) {
    const weight = rarity(word);
    total += weight;
    if (whole.has(word)) has += weight;
  }
  return total === 0 ? 0 : has / total;
}
