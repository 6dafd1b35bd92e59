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
    case "retraction":
      return isText(payload.of);
    default:
      return kind satisfies never;
  }
}

function isReview(review: Readonly<Record<string, unknown>>): boolean {
  const { deck, outcome, judge, score, label, doubt, rating, firstKeyMs, confidence, verdicts } = review;
  return (
    [deck, judge].every(isText) &&
    [score, doubt, firstKeyMs ?? 0].every(Number.isFinite) &&
    (outcome === "answered" || outcome === "unknown") &&
    (VERDICTS.includes(label) || label === "ungraded") &&
    RATINGS.includes(rating) &&
    CONFIDENCES.includes(confidence) &&
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
