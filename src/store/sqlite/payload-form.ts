import type { PointVerdict } from "../../grade/index.ts";
import type { Confidence, PracticeEvent, Rating } from "../../recall/index.ts";

const RATINGS: readonly unknown[] = ["again", "hard", "good", "easy"] satisfies Rating[];
const CONFIDENCES: readonly unknown[] = [null, "guess", "think", "sure"] satisfies (Confidence | null)[];
const VERDICTS: readonly unknown[] = [
  "covered",
  "partly",
  "missing",
  "contradicted",
] satisfies PointVerdict[];

/** Whether a payload has the form that events of this kind have: a file may be damaged, or made by somebody else. */
export function hasPayloadForm(kind: PracticeEvent["kind"], payload: unknown): boolean {
  if (!isObject(payload)) return false;
  switch (kind) {
    case "review":
      return isReview(payload);
    case "correction":
      return isText(payload.review) && isText(payload.point) && VERDICTS.includes(payload.verdict);
    case "regrade":
      return isText(payload.review) && isJudged(payload);
    case "retraction":
      return isText(payload.of);
    default:
      return kind satisfies never;
  }
}

function isReview(review: Readonly<Record<string, unknown>>): boolean {
  const { deck, outcome, rating, firstKeyMs, confidence } = review;
  return (
    isText(deck) &&
    Number.isFinite(firstKeyMs ?? 0) &&
    (outcome === "answered" || outcome === "unknown") &&
    RATINGS.includes(rating) &&
    CONFIDENCES.includes(confidence) &&
    isJudged(review)
  );
}

function isJudged({ judge, score, label, doubt, verdicts }: Readonly<Record<string, unknown>>): boolean {
  return (
    isText(judge) &&
    [score, doubt].every(Number.isFinite) &&
    (VERDICTS.includes(label) || label === "ungraded") &&
    Array.isArray(verdicts) &&
    verdicts.every(isVerdict)
  );
}

function isVerdict(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { point, weight, verdict, p, evidence } = value;
  return (
    isText(point) &&
    (weight === "bonus" || Number.isFinite(weight)) &&
    VERDICTS.includes(verdict) &&
    Number.isFinite(p) &&
    (evidence === null || isPlace(evidence))
  );
}

const isPlace = (value: unknown): boolean =>
  isObject(value) && [value.turn, value.start, value.end].every(Number.isSafeInteger);

const isText = (value: unknown): value is string => typeof value === "string";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
