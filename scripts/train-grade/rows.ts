import { type Random, shuffle } from "../../src/base/index.ts";
import type { Point, Question } from "../../src/deck/index.ts";
import type { PointVerdict } from "../../src/grade/index.ts";

/** An answer with the verdict that each point of its question deserves. */
export interface LabelledAnswer {
  readonly question: Question;
  readonly kind: string;
  readonly answer: string;
  readonly verdicts: Readonly<Record<string, PointVerdict>>;
}

interface Made {
  readonly said: string[];
  readonly verdicts: Record<string, PointVerdict>;
  /** Texts that the question must not hold while the answer is judged: they are the answer. */
  readonly without: Set<string>;
}

/**
 * Answers made of what the decks carry: variants cover their point, misconceptions contradict it, what is said of another
 * question and words without a sentence say nothing. Each is judged by a question that lacks the texts it is made of.
 * @param strong strong answers by the id of their question, to be given to another one
 */
export function madeAnswers(
  questions: readonly Question[],
  strong: ReadonlyMap<string, string>,
  random: Random,
): LabelledAnswer[] {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const some = <T>(list: readonly T[], count: number): T[] => shuffle(list, random).slice(0, count);
  return questions.flatMap((question) => {
    const essential = question.points.filter(({ weight }) => weight !== "bonus");
    const half = some(essential, Math.max(1, Math.ceil(essential.length / 2)));
    const made: [string, Made][] = [
      ["all", sayAll(essential, pick)],
      ["half", sayAll(half, pick)],
      ["one", sayAll(some(question.points, 1), pick)],
      ["error", err(question, some(question.misconceptions, 1 + Math.floor(random() * 2)), random, pick)],
      ["other", other(question, pick(questions), strong, random, pick)],
      ["salad", salad(question, random)],
      ["names", names(question, random, pick)],
    ];
    return made
      .filter(([, { said }]) => said.length > 0)
      .map(([kind, { said, verdicts, without }]) => ({
        question: lacking(question, without),
        kind,
        answer: said.join(pick([". ", ", and ", "\n", "; ", " and also "])),
        verdicts: Object.fromEntries(question.points.map(({ id }) => [id, verdicts[id] ?? "missing"])),
      }));
  });
}

type Pick = <T>(list: readonly T[]) => T | undefined;

function sayAll(points: readonly Point[], pick: Pick): Made {
  const made: Made = { said: [], verdicts: {}, without: new Set() };
  for (const { id, variants } of points) {
    const variant = pick(variants);
    if (variant === undefined) continue;
    made.said.push(variant);
    made.without.add(variant);
    made.verdicts[id] = "covered";
  }
  return made;
}

/** Misconceptions, half of them known to the judge, now and then beside something right. */
function err(
  question: Question,
  errors: readonly Question["misconceptions"][number][],
  random: Random,
  pick: Pick,
): Made {
  const wrong = new Set(errors.map(({ point }) => point));
  const right = question.points.filter(({ id }) => !wrong.has(id));
  const beside = random() < 0.5 ? pick(right) : undefined;
  const made = sayAll(beside === undefined ? [] : [beside], pick);
  for (const { point, claim } of errors) {
    if (random() < 0.5) made.without.add(claim);
    made.said.push(claim);
    made.verdicts[point] = "contradicted";
  }
  return { ...made, said: shuffle(made.said, random) };
}

/** A right answer to a question that has nothing to do with this one. */
function other(
  question: Question,
  another: Question | undefined,
  strong: ReadonlyMap<string, string>,
  random: Random,
  pick: Pick,
): Made {
  const nothing: Made = { said: [], verdicts: {}, without: new Set() };
  if (another === undefined || another.id === question.id) return nothing;
  if (question.related.includes(another.id) || another.related.includes(question.id)) return nothing;
  const told = strong.get(another.id);
  if (told !== undefined && random() < 0.6) return { ...nothing, said: [told] };
  return { ...nothing, said: sayAll(another.points, pick).said };
}

/** The right words and no sentence. */
function salad(question: Question, random: Random): Made {
  const text = [question.title, ...question.points.map((point) => point.text)].join(" ");
  const words = text.split(/[^\p{L}\p{N}.-]+/u).filter((word) => word.length > 3);
  const said = shuffle(words, random).slice(0, 8 + Math.floor(random() * 18));
  return { said: [said.join(random() < 0.5 ? " " : ", ")], verdicts: {}, without: new Set() };
}

/** What stands between the names that somebody drops who has nothing to say. */
const FILLERS = [
  ", and of course ",
  ", then there is ",
  " and things like ",
  ", you have to think about ",
  ". A big topic is ",
  " together with ",
  ", which is all about ",
  ". Also important: ",
];

/** Pieces of the right sentences, too short to claim anything, in a flow of talk. */
function names(question: Question, random: Random, pick: Pick): Made {
  const pieces = shuffle(question.points, random).map(({ variants }) => {
    const words = (pick(variants) ?? "").split(/\s+/);
    const length = 1 + Math.floor(random() * 3);
    const from = Math.floor(random() * Math.max(1, words.length - length));
    return words.slice(from, from + length).join(" ");
  });
  const said = pieces
    .filter((piece) => piece !== "")
    .reduce((talk, piece) => `${talk}${pick(FILLERS)}${piece}`);
  return { said: [said], verdicts: {}, without: new Set() };
}

function lacking(question: Question, without: ReadonlySet<string>): Question {
  if (without.size === 0) return question;
  return {
    ...question,
    points: question.points.map((point) => ({
      ...point,
      variants: point.variants.filter((variant) => !without.has(variant)),
    })),
    misconceptions: question.misconceptions.filter(({ claim }) => !without.has(claim)),
  };
}
