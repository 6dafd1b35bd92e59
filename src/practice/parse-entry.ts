import {
  type DeckName,
  type PersonId,
  parseDeckName,
  parseEventId,
  parsePointId,
  parseQuestionId,
} from "../base/index.ts";
import type { PracticeEvent, Regrade, Review, ReviewVerdict } from "../recall/index.ts";
import type { Entry } from "../store/index.ts";

/** Characters of all turns together; an answer has 240,000 at most. */
const MOST_TEXT = 500_000;

/**
 * An event with its words, as an export writes it; null for anything that is none. Whose it is does not come from the
 * file: it becomes the reader's.
 */
export function parseEntry(value: unknown, person: PersonId): Entry | null {
  const event = fields(value);
  const id = parseEventId(text(event.id));
  const question = parseQuestionId(text(event.question));
  const at = Date.parse(text(event.at));
  const turns = list(event.turns, (each) => (typeof each === "string" ? each : null));
  const isSound =
    event.v === 1 &&
    Number.isFinite(at) &&
    /^[0-9a-f]{64}$/.test(text(event.questionHash)) &&
    isName(event.workspace) &&
    isName(event.device);
  if (!id.ok || !question.ok || turns === null || !isSound) return null;
  if (turns.reduce((sum, each) => sum + each.length, 0) > MOST_TEXT) return null;
  const common = {
    id: id.value,
    v: 1,
    workspace: text(event.workspace),
    person,
    device: text(event.device),
    at,
    question: question.value,
    questionHash: text(event.questionHash),
  } as const;
  const made = eventOf(common, text(event.kind), fields(event.payload), turns);
  return made === null || (made.kind !== "review" && turns.length > 0) ? null : { event: made, turns };
}

type Common = Omit<PracticeEvent, "kind" | "payload">;

function eventOf(
  common: Common,
  kind: string,
  payload: Fields,
  turns: readonly string[],
): PracticeEvent | null {
  if (kind === "review") {
    const review = reviewOf(payload, turns);
    return review === null ? null : { ...common, kind, payload: review };
  }
  if (kind === "correction") {
    const review = parseEventId(text(payload.review));
    const point = parsePointId(text(payload.point));
    const { verdict } = payload;
    if (!review.ok || !point.ok || !(verdict === "covered" || verdict === "missing")) return null;
    return { ...common, kind, payload: { review: review.value, point: point.value, verdict } };
  }
  if (kind === "regrade") return regradeOf(common, payload);
  const of = parseEventId(text(payload.of));
  return kind === "retraction" && of.ok ? { ...common, kind, payload: { of: of.value } } : null;
}

/** The words are those of its review, which may stand in another line: that evidence lies within them is not checked. */
function regradeOf(common: Common, payload: Fields): PracticeEvent | null {
  const review = parseEventId(text(payload.review));
  const judged = judgedOf(payload, null);
  if (!review.ok || judged === null) return null;
  return { ...common, kind: "regrade", payload: { review: review.value, ...judged } };
}

function judgedOf(payload: Fields, turns: readonly string[] | null): Regrade | null {
  const { score, doubt, judge } = payload;
  const label = oneOf(payload.label, ["covered", "partly", "missing", "contradicted", "ungraded"]);
  const verdicts = list(payload.verdicts, (each) => verdictOf(fields(each), turns));
  if (label === undefined || verdicts === null || !isName(judge)) return null;
  if (!isShare(score) || !isShare(doubt)) return null;
  return { judge: text(judge), score, label, doubt, verdicts };
}

function reviewOf(payload: Fields, turns: readonly string[]): Review | null {
  const deck = parseDeckName(text(payload.deck));
  const outcome = oneOf(payload.outcome, ["answered", "unknown"]);
  const judged = judgedOf(payload, turns);
  const rating = oneOf(payload.rating, ["again", "hard", "good", "easy"]);
  const confidence =
    payload.confidence === null ? null : oneOf(payload.confidence, ["guess", "think", "sure"]);
  const { firstKeyMs } = payload;
  if (!deck.ok || outcome === undefined || judged === null || rating === undefined) return null;
  if (confidence === undefined || (firstKeyMs !== null && !isCount(firstKeyMs))) return null;
  const { judge, score, label, doubt, verdicts } = judged;
  // In the order in which events are written, so that what is exported again is the same text.
  return { deck: deck.value, outcome, judge, score, label, doubt, rating, firstKeyMs, confidence, verdicts };
}

function verdictOf(value: Fields, turns: readonly string[] | null): ReviewVerdict | null {
  const point = parsePointId(text(value.point));
  const verdict = oneOf(value.verdict, ["covered", "partly", "missing", "contradicted"]);
  const { weight, p } = value;
  const isWeight = weight === "bonus" || (isCount(weight) && weight >= 1 && weight <= 99);
  if (!point.ok || verdict === undefined || !isWeight || !isShare(p)) return null;
  const found = value.evidence === null ? null : evidenceOf(fields(value.evidence), turns);
  return found === undefined ? null : { point: point.value, weight, verdict, p, evidence: found };
}

function evidenceOf(
  { turn, start, end }: Fields,
  turns: readonly string[] | null,
): ReviewVerdict["evidence"] | undefined {
  if (!isCount(turn) || !isCount(start) || !isCount(end) || start > end) return undefined;
  if (turns === null) return { turn, start, end };
  const words = turns[turn];
  return words !== undefined && end <= words.length ? { turn, start, end } : undefined;
}

/** Some question's deck in another name: an event of a deck that was imported under one. */
export function inDeck(event: PracticeEvent, deck: DeckName): PracticeEvent {
  return event.kind === "review" ? { ...event, payload: { ...event.payload, deck } } : event;
}

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const isName = (value: unknown): boolean => typeof value === "string" && value !== "" && value.length <= 200;
const isShare = (value: unknown): value is number => typeof value === "number" && value >= 0 && value <= 1;
const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

function oneOf<const T extends string>(value: unknown, words: readonly T[]): T | undefined {
  return words.find((word) => word === value);
}

/** All items, or null when one of them is not right. */
function list<T>(value: unknown, parse: (each: unknown) => T | null): T[] | null {
  if (!Array.isArray(value)) return null;
  const parsed = value.map(parse);
  return parsed.includes(null) ? null : parsed.filter((each) => each !== null);
}
