import type { Confidence } from "../../src/recall/index.ts";
import type { Assessment, Correction, NewReview, Verdict } from "../shapes.ts";

/**
 * One question asked once, from the first key to its review. A value: {@link change} gives the next one.
 *
 * `asking` → `judging` → `following-up` → `judging-more` → `judged`; without a follow-up straight to `judged`.
 */
export interface Visit {
  readonly question: string;
  /** The id its review will have: made at the start, so that sending it twice keeps it once. */
  readonly review: string;
  readonly step: "asking" | "judging" | "following-up" | "judging-more" | "judged";
  readonly confidence: Confidence | null;
  /** Milliseconds from the question to the first key; null before it. */
  readonly firstKeyMs: number | null;
  /** What is being typed: the answer, then the answer to the follow-up. */
  readonly draft: string;
  /** What was said, oldest first; none once judged is "I don't know". */
  readonly turns: readonly string[];
  /** What the judge said: of the answer, then of all that was said. */
  readonly assessments: readonly Assessment[];
  readonly corrections: readonly Correction[];
}

export type Change =
  | { readonly kind: "typed"; readonly text: string; readonly sinceAskedMs: number }
  | { readonly kind: "confidence"; readonly confidence: Confidence }
  | { readonly kind: "answered" }
  | { readonly kind: "gave-up" }
  | { readonly kind: "judged"; readonly assessment: Assessment }
  /** What was sent is to be edited again: it could not be judged, or the person stopped waiting. */
  | { readonly kind: "recalled" }
  | { readonly kind: "follow-up-passed" }
  /** Null: what the judge said holds again. */
  | { readonly kind: "corrected"; readonly point: string; readonly verdict: Correction["verdict"] | null }
  /** All that was said, judged by other points: what was overruled was said of the others. */
  | { readonly kind: "judged-anew"; readonly assessment: Assessment }
  /** The last correction, passing over a follow-up, or "I don't know" had not been. */
  | { readonly kind: "taken-back" };

/** A verdict as it stands, and whether the person overruled the judge. */
export interface StandingVerdict extends Verdict {
  readonly corrected: boolean;
}

/** A visit of which nothing has happened yet. */
export function newVisit(question: string, review: string): Visit {
  return {
    question,
    review,
    step: "asking",
    confidence: null,
    firstKeyMs: null,
    draft: "",
    turns: [],
    assessments: [],
    corrections: [],
  };
}

/** Whether nothing has happened yet that would be a pity to lose. */
export function isUntouched({ step, draft, confidence }: Visit): boolean {
  return step === "asking" && draft === "" && confidence === null;
}

/** The visit after something happened; the same one when that cannot happen now. */
export function change(visit: Visit, what: Change): Visit {
  switch (what.kind) {
    case "typed":
      return typed(visit, what.text, what.sinceAskedMs);
    case "confidence": {
      if (visit.step !== "asking") return visit;
      return { ...visit, confidence: visit.confidence === what.confidence ? null : what.confidence };
    }
    case "answered":
      return answered(visit);
    case "gave-up":
      return visit.step === "asking" ? { ...visit, step: "judging", turns: [] } : visit;
    case "judged":
      return judged(visit, what.assessment);
    case "recalled":
      return recalled(visit);
    case "follow-up-passed":
      return visit.step === "following-up" ? { ...visit, step: "judged" } : visit;
    case "corrected":
      return corrected(visit, what.point, what.verdict);
    case "judged-anew":
      return judgedAnew(visit, what.assessment);
    case "taken-back":
      return takenBack(visit);
    default:
      return what satisfies never;
  }
}

/** What the judge said last, before corrections; null before it said anything. */
export function lastAssessment({ assessments }: Visit): Assessment | null {
  return assessments.at(-1) ?? null;
}

/** The follow-up that waits for an answer. */
export function openFollowUp(visit: Visit): Assessment["followUp"] {
  if (visit.step !== "following-up" && visit.step !== "judging-more") return null;
  return visit.assessments[0]?.followUp ?? null;
}

/** All verdicts as they stand, corrections included. */
export function verdictsOf(visit: Visit): StandingVerdict[] {
  return (lastAssessment(visit)?.verdicts ?? []).map((verdict) => {
    const correction = visit.corrections.find(({ point }) => point === verdict.point);
    return correction === undefined
      ? { ...verdict, corrected: false }
      : { ...verdict, verdict: correction.verdict, corrected: true };
  });
}

/** What is sent when the visit ends. */
export function reviewOf({ question, turns, firstKeyMs, confidence, corrections }: Visit): NewReview {
  return { question, turns, firstKeyMs, confidence, corrections };
}

function typed(visit: Visit, text: string, sinceAskedMs: number): Visit {
  if (visit.step !== "asking" && visit.step !== "following-up") return visit;
  const isFirst = visit.step === "asking" && visit.firstKeyMs === null && text !== "";
  return { ...visit, draft: text, firstKeyMs: isFirst ? thought(sinceAskedMs) : visit.firstKeyMs };
}

/** A day in milliseconds: who thinks for longer has gone away. */
const LONGEST_THOUGHT = 86_400_000;
const thought = (ms: number): number => Math.min(LONGEST_THOUGHT, Math.max(0, Math.round(ms)));

function answered(visit: Visit): Visit {
  const said = visit.draft.trimEnd();
  if (said.trim() === "") return visit;
  if (visit.step === "asking") return { ...visit, step: "judging", turns: [said] };
  if (visit.step === "following-up") return { ...visit, step: "judging-more", turns: [...visit.turns, said] };
  return visit;
}

function judged(visit: Visit, assessment: Assessment): Visit {
  // The words as they were judged, which is how they are kept: evidence counts in them.
  const { turns } = assessment;
  if (visit.step === "judging") {
    const asksMore = assessment.followUp !== null && visit.turns.length > 0;
    // "I don't know" may be taken back: what had been typed before it stays.
    const draft = visit.turns.length > 0 ? "" : visit.draft;
    return { ...visit, step: asksMore ? "following-up" : "judged", draft, turns, assessments: [assessment] };
  }
  if (visit.step !== "judging-more") return visit;
  return {
    ...visit,
    step: "judged",
    draft: "",
    turns,
    assessments: [...visit.assessments, assessment],
    corrections: stillMeant(visit.corrections, assessment, visit.turns.length - 1),
  };
}

function judgedAnew(visit: Visit, assessment: Assessment): Visit {
  if (visit.step !== "following-up" && visit.step !== "judged") return visit;
  const step = visit.step === "following-up" && assessment.followUp !== null ? "following-up" : "judged";
  return { ...visit, step, turns: assessment.turns, assessments: [assessment], corrections: [] };
}

/** Corrections that hold after one more turn: not those the judge now agrees with, nor "that was wrong" of what is said anew. */
function stillMeant(
  corrections: readonly Correction[],
  { verdicts }: Assessment,
  turn: number,
): readonly Correction[] {
  return corrections.filter(({ point, verdict }) => {
    const said = verdicts.find((each) => each.point === point);
    if (said === undefined || said.verdict === verdict) return false;
    return verdict === "covered" || said.evidence?.turn !== turn;
  });
}

function recalled(visit: Visit): Visit {
  if (visit.step === "judging") return { ...visit, step: "asking", turns: [] };
  if (visit.step === "judging-more")
    return { ...visit, step: "following-up", turns: visit.turns.slice(0, -1) };
  return visit;
}

function corrected(visit: Visit, point: string, verdict: Correction["verdict"] | null): Visit {
  if (visit.step !== "following-up" && visit.step !== "judged") return visit;
  const said = lastAssessment(visit)?.verdicts.find((each) => each.point === point);
  if (said === undefined) return visit;
  const others = visit.corrections.filter((each) => each.point !== point);
  // Back at what the judge said: nothing is overruled any more.
  const isOverruled = verdict !== null && said.verdict !== verdict;
  const corrections = isOverruled ? [...others, { point, verdict }] : others;
  if (followUpOf(visit)?.point !== point) return { ...visit, corrections };
  // Nobody asks for what was said.
  return { ...visit, corrections, step: isOverruled && verdict === "covered" ? "judged" : "following-up" };
}

/** The follow-up to the answer, as long as it was not answered. */
function followUpOf({ assessments, turns }: Visit): Assessment["followUp"] {
  return assessments.length === 1 && turns.length > 0 ? (assessments[0]?.followUp ?? null) : null;
}

function takenBack(visit: Visit): Visit {
  const last = visit.corrections.at(-1);
  if (last !== undefined) return corrected(visit, last.point, null);
  if (visit.step !== "judged") return visit;
  if (visit.turns.length === 0) return { ...visit, step: "asking", assessments: [] };
  return followUpOf(visit) === null ? visit : { ...visit, step: "following-up" };
}

/** Whether {@link change} with `taken-back` would change anything. */
export function canTakeBack(visit: Visit): boolean {
  return takenBack(visit) !== visit;
}
