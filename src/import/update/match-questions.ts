import { contentStems, promptOf, type Question } from "../../deck/index.ts";
import { answerKey, promptKey } from "./identity.ts";

/** Two prompts with this share of their content words in common may be one question, reworded. */
const NEAR = 0.6;
/** So many that the answer need not agree. */
const VERY_NEAR = 0.9;
/** Between the same neighbours, so much will do. */
const NEAR_IN_PLACE = 0.3;
/** Answers with this share in common say the same. */
const NEAR_ANSWER = 0.3;
/** A word in more questions than this says nothing about which one it is. */
const COMMON = 60;
/** Words that are compared in all, some seconds of work: whoever wrote the document does not decide how long it takes. */
const MOST_COMPARED = 30_000_000;

/**
 * Finds for each question of a document the one of the deck that it was before: by its id (where the document gives
 * one), by its prompt, by an answer that only one has, by most of the words of its prompt, and last by standing between
 * the same neighbours. Each question of the deck is found once at most.
 *
 * Lines do not decide: one question more at the top of a document moves all that follow it.
 * @param ids the ids that the document gives, by the place of the question
 * @param isSure whether an id alone tells that this question of the deck is meant; for others the texts must agree
 */
export function matchQuestions(
  incoming: readonly Question[],
  known: readonly Question[],
  ids: readonly (string | null)[],
  isSure: (question: Question) => boolean = () => true,
): (Question | null)[] {
  // A new deck has nothing to find, and somebody may be waiting for its first question.
  if (known.length === 0) return incoming.map(() => null);
  const wordsIn = new Map<Question, Words>();
  const wordsOf = (question: Question): Words => {
    const words = wordsIn.get(question) ?? {
      prompt: contentOf(promptOf(question)),
      answer: contentOf(question.answer),
    };
    wordsIn.set(question, words);
    return words;
  };
  const found: (Question | null)[] = incoming.map(() => null);
  if (known.length === 0) return found;
  const left = new Set(known);
  const take = (at: number, question: Question | undefined) => {
    if (question === undefined || found[at] != null || !left.delete(question)) return;
    found[at] = question;
  };
  const open = () => incoming.flatMap((question, at) => (found[at] === null ? [{ question, at }] : []));

  const byId = new Map(known.map((question) => [question.id as string, question]));
  for (const [at, id] of ids.entries()) {
    const meant = id === null ? undefined : byId.get(id);
    const question = incoming[at];
    if (meant === undefined || question === undefined) continue;
    const agrees = () =>
      promptKey(meant) === promptKey(question) ||
      (meant.answer !== "" && answerKey(meant) === answerKey(question)) ||
      isNear(wordsOf(meant), wordsOf(question)) > 0;
    if (isSure(meant) || agrees()) take(at, meant);
  }

  // Prompts may repeat: those with the same answer too go first, then in their order.
  for (const key of [(each: Question) => `${promptKey(each)}\n\n${answerKey(each)}`, promptKey]) {
    const places = groups([...left], key);
    for (const { question, at } of open()) take(at, places.get(key(question))?.shift());
  }
  const oldAnswers = groups([...left], answerKey);
  const newAnswers = groups(
    open().map(({ question }) => question),
    answerKey,
  );
  for (const { question, at } of open()) {
    const key = answerKey(question);
    const only = oldAnswers.get(key);
    if (key !== "" && only?.length === 1 && newAnswers.get(key)?.length === 1) take(at, only[0]);
  }
  for (const { at, question } of nearest(open(), [...left], wordsOf)) take(at, question);
  for (const { at, question } of betweenNeighbours(incoming, found, known, left, wordsOf)) take(at, question);
  return found;
}

function groups(
  questions: readonly Question[],
  keyOf: (question: Question) => string,
): Map<string, Question[]> {
  const out = new Map<string, Question[]>();
  for (const question of questions) {
    const key = keyOf(question);
    const group = out.get(key);
    if (group === undefined) out.set(key, [question]);
    else group.push(question);
  }
  return out;
}

/** The words of a question that carry what it is about. */
interface Words {
  readonly prompt: ReadonlySet<string>;
  readonly answer: ReadonlySet<string>;
}

/**
 * How likely two questions are the same, reworded: 0 when they are not. "What is a list?" and "What is a tuple?" share
 * most of their words and none of what they ask about; what is asked and what is answered must agree.
 */
function isNear(a: Words, b: Words): number {
  const prompt = likeness(a.prompt, b.prompt);
  if (prompt < NEAR) return 0;
  const agrees = prompt >= VERY_NEAR || likeness(a.answer, b.answer) >= NEAR_ANSWER;
  return agrees ? prompt : 0;
}

/** Pairs of reworded questions, the likest first; of two that are equally like, neither. */
function nearest(
  open: readonly { question: Question; at: number }[],
  left: readonly Question[],
  wordsOf: (question: Question) => Words,
): { at: number; question: Question }[] {
  const index = new Map<string, Question[]>();
  for (const question of left) {
    for (const word of wordsOf(question).prompt) {
      const holders = index.get(word);
      if (holders === undefined) index.set(word, [question]);
      else holders.push(question);
    }
  }
  const pairs: { at: number; question: Question; likeness: number }[] = [];
  let compared = 0;
  for (const { question, at } of open) {
    if (compared > MOST_COMPARED) break;
    const mine = wordsOf(question);
    const candidates = new Set<Question>();
    for (const word of mine.prompt) {
      const holders = index.get(word) ?? [];
      if (holders.length <= COMMON) for (const holder of holders) candidates.add(holder);
    }
    compared += (mine.prompt.size + mine.answer.size) * (1 + candidates.size);
    const scored = [...candidates]
      .map((each) => ({ at, question: each, likeness: isNear(mine, wordsOf(each)) }))
      .filter((each) => each.likeness > 0)
      .sort((a, b) => b.likeness - a.likeness);
    const [best, second] = scored;
    if (best !== undefined && best.likeness > (second?.likeness ?? 0)) pairs.push(best);
  }
  return pairs.sort((a, b) => b.likeness - a.likeness);
}

/** One that is left between two matched neighbours, in the document as in the deck, with something in common. */
function* betweenNeighbours(
  incoming: readonly Question[],
  found: readonly (Question | null)[],
  known: readonly Question[],
  left: ReadonlySet<Question>,
  wordsOf: (question: Question) => Words,
): Generator<{ at: number; question: Question }> {
  const placeOf = new Map(known.map((question, at) => [question, at]));
  for (const [at, question] of incoming.entries()) {
    if (found[at] !== null) continue;
    const before = found[at - 1];
    const after = found[at + 1];
    if (before === null || after === null) continue;
    const from = before === undefined ? -1 : (placeOf.get(before) ?? -1);
    const candidate = known[from + 1];
    if (candidate === undefined || !left.has(candidate) || known[from + 2] !== after) continue;
    const [a, b] = [wordsOf(question), wordsOf(candidate)];
    if (likeness(a.prompt, b.prompt) >= NEAR_IN_PLACE || likeness(a.answer, b.answer) >= NEAR_ANSWER)
      yield { at, question: candidate };
  }
}

/** Stems of English words that carry something, and the words of other scripts and letters as they are. */
function contentOf(text: string): ReadonlySet<string> {
  const lower = text.toLowerCase();
  const stems = contentStems(lower);
  for (const word of lower.match(/[\p{L}\p{N}_]+/gu) ?? []) if (/[^a-z0-9_]/.test(word)) stems.add(word);
  return stems;
}

/** The share of words that two texts have in common (Dice 1945), 0..1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}
