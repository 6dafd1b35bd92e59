import type { Point } from "../deck/index.ts";
import type { Exemplar, Gradable } from "./assessment.ts";
import { type Claim, makeClaim, TermTable } from "./claim.ts";
import { withTerms } from "./deck-terms.ts";
import type { EnoughOf } from "./enough-of.ts";
import type { Forest } from "./forest.ts";
import { isEnglish } from "./language.ts";
import { plainText } from "./plain-text.ts";
import { pointsOf, weightOf } from "./points-of.ts";
import { type Reading, readText } from "./read-text.ts";
import { type WholeReference, wholeReference } from "./whole-reference.ts";
import type { WordData } from "./word-data.ts";

/** A point with everything the judge needs of it. */
export interface PreparedPoint {
  readonly point: Point;
  /** 0 for a bonus point. */
  readonly weight: number;
  /** The point's own text first, then its variants. */
  readonly claims: readonly Claim[];
  /** Terms that say what the point is about: the subject of its text. */
  readonly anchors: ReadonlySet<number>;
  readonly misconceptions: readonly { readonly claim: Claim; readonly correction: string }[];
  /** By term: 1 divided by the points that use it, 0 when this one does not; said plainly and said negated. */
  readonly plain: Float32Array;
  readonly negated: Float32Array;
}

/** Words that the person said say a point, or do not; the latest first. */
export interface PreparedExamples {
  /** The question with these words for its points: they are heard apart, so that they change no other verdict. */
  readonly question: PreparedQuestion;
  readonly list: readonly {
    /** Index of the point. */
    readonly point: number;
    readonly verdict: Exemplar["verdict"];
    readonly claim: Claim;
  }[];
}

/** A question taken apart once; every answer to it is compared with this. */
export interface PreparedQuestion {
  readonly points: readonly PreparedPoint[];
  readonly terms: TermTable;
  /** Title and body, to recognise a prompt that was copied back. */
  readonly prompt: Reading;
  readonly promptStems: ReadonlySet<string>;
  readonly enough: EnoughOf | null;
  /** Else no rule of English holds for it, and nothing that was trained on English. */
  readonly isEnglish: boolean;
  /** The points are those that the reference gives; no author wrote them. */
  readonly proposed: boolean;
  /** What the person overruled before; null when there is nothing. */
  readonly examples: PreparedExamples | null;
  /** What a full answer says, where the points are those that the reference gives. */
  readonly whole: WholeReference | null;
  /** The trained judge, where the question is of the kind it was trained on: points in several wordings. */
  readonly forest: Forest | null;
}

/** Takes a question apart; without points of an author, points are proposed from its reference. */
export function prepareQuestion(
  question: Gradable,
  words: WordData,
  trained: Forest | null = null,
): PreparedQuestion {
  const data = withTerms(words, question.terms ?? []);
  const { points, proposed, enough } = pointsOf(question);
  const prompt = readText(plainText(`${question.title}\n${question.body}`), data);
  const promptStems = new Set(prompt.words.filter((w) => w.role !== "function").map((w) => w.stem));
  const terms = new TermTable(data);
  const claimOf = (text: string): Claim => makeClaim(readText(plainText(text), data), terms, promptStems);
  const claims = points.map((point) => [point.text, ...point.variants].map(claimOf));
  const misconceptions = points.map((point) =>
    question.misconceptions
      .filter((one) => one.point === point.id)
      .map((one) => ({
        claim: claimOf(one.claim),
        correction: one.correction,
      })),
  );
  const pools = poolsOf(claims, terms.stems.length);
  const prepared = points.map(
    (point, i): PreparedPoint => ({
      point,
      weight: weightOf(point),
      claims: claims[i] ?? [],
      anchors: claims[i]?.[0]?.anchors ?? new Set(),
      misconceptions: misconceptions[i] ?? [],
      plain: pools[i]?.plain ?? new Float32Array(0),
      negated: pools[i]?.negated ?? new Float32Array(0),
    }),
  );
  const exemplars = question.exemplars ?? [];
  const english = isEnglishQuestion(question, points, data);
  const isWorded = english && !proposed && claims.some((list) => list.length > 1);
  return {
    points: prepared,
    terms,
    prompt,
    promptStems,
    enough,
    isEnglish: english,
    proposed,
    examples: exemplars.length === 0 ? null : prepareExamples(question, exemplars, points, data),
    whole: proposed && english ? wholeOf(question, prepared, prompt, enough, data) : null,
    forest: isWorded ? trained : null,
  };
}

/** By what is to be said; short points ("404") leave it to the prompt. */
function isEnglishQuestion({ title, body }: Gradable, points: readonly Point[], data: WordData): boolean {
  const wanted = points.map(({ text }) => text).join("\n");
  return isEnglish(wanted, data) && isEnglish(`${wanted}\n${title}\n${body}`, data);
}

/** More than anybody overrules of one question; older ones are left out. */
const MOST_EXAMPLES = 20;

function prepareExamples(
  { title, body }: Gradable,
  exemplars: readonly Exemplar[],
  points: readonly Point[],
  data: WordData,
): PreparedExamples {
  const latest = exemplars.toReversed().slice(0, MOST_EXAMPLES);
  const texts = latest.map(({ point: id, text }) => ({ id, text, weight: 1, variants: [] }));
  const alone = { title, body, answer: "", points: texts, misconceptions: [], followUps: [] };
  const question = prepareQuestion(alone, data);
  const list = latest.flatMap(({ point, verdict }, i) => {
    const claim = question.points[i]?.claims[0];
    const index = points.findIndex(({ id }) => id === point);
    return claim === undefined || index < 0 ? [] : [{ point: index, verdict, claim }];
  });
  return { question, list };
}

/** The opening of a reference, in which it says yes or no or names what was to be chosen, is not longer. */
const LONGEST_HEAD = 300;

function wholeOf(
  { answer }: Gradable,
  points: readonly PreparedPoint[],
  prompt: Reading,
  enough: EnoughOf | null,
  data: WordData,
): WholeReference | null {
  const essential = points.filter(({ weight }) => weight > 0);
  const wanted = essential.length > 0 ? essential : points;
  if (wanted.length === 0) return null;
  const texts = wanted.flatMap(({ claims: [text] }) => (text === undefined ? [] : [text.reading]));
  const head = readText(plainText(answer.slice(0, LONGEST_HEAD)), data);
  const surplus = enough === null ? 1 : wanted.length / enough.wanted;
  return wholeReference(texts, head, prompt, surplus, data);
}

/** The words of each point, weighed down when other points use them too. */
function poolsOf(
  claims: readonly (readonly Claim[])[],
  size: number,
): { plain: Float32Array; negated: Float32Array }[] {
  const users = new Float32Array(size);
  const pools = claims.map((list) => {
    const plain = new Float32Array(size);
    const negated = new Float32Array(size);
    for (const claim of list) for (const one of claim.terms) (one.negated ? negated : plain)[one.term] = 1;
    for (let term = 0; term < size; term++)
      if (plain[term] || negated[term]) users[term] = (users[term] ?? 0) + 1;
    return { plain, negated };
  });
  for (const { plain, negated } of pools) {
    for (let term = 0; term < size; term++) {
      plain[term] = (plain[term] ?? 0) / (users[term] || 1);
      negated[term] = (negated[term] ?? 0) / (users[term] || 1);
    }
  }
  return pools;
}
