import type { Window } from "./align.ts";
import type { Evidence } from "./assessment.ts";
import { CUT, SOFT_CUT } from "./cut.ts";
import { featuresOf } from "./features.ts";
import type { Chances } from "./forest.ts";
import { type Hearing, hearTurn } from "./hearing.ts";
import { type Finding, judgePoint, type Said } from "./judge-point.ts";
import type { PreparedQuestion } from "./prepare-question.ts";
import type { Spoken } from "./spoken.ts";
import { decide, decideByChances, type Judged } from "./verdict.ts";
import { weighErrors } from "./weigh-errors.ts";

/** What is known of one point after some turns. */
export interface PointState extends Judged {
  readonly evidence: Evidence | null;
  readonly correction: string | null;
  /** The best that was said of it, for a later turn to add to. */
  readonly said: Said | null;
  readonly support: number;
}

/** Before anything was said. */
export function unsaid(question: PreparedQuestion): PointState[] {
  return question.points.map(() => ({
    verdict: "missing",
    p: 1,
    doubt: 0,
    evidence: null,
    correction: null,
    said: null,
    support: 0,
  }));
}

/**
 * Adds a turn to what was known.
 * @param turn its number, from 0
 * @param asked index of the point that the follow-up before this turn was aimed at, or -1
 */
export function addTurn(
  states: readonly PointState[],
  question: PreparedQuestion,
  text: string,
  turn: number,
  asked: number,
): PointState[] {
  const hearing = hearTurn(question, text);
  const { spoken } = hearing;
  const raw = question.points.map((_, i) =>
    judgePoint(i, hearing, i === asked ? (states[i]?.said ?? null) : null),
  );
  const findings = weighErrors(raw);
  const chances = chancesOf(hearing, raw, findings);
  return findings.map((finding, i) => {
    const old = states[i];
    // A reply to a follow-up may be three words: the trees were shown whole answers, the rules judge those.
    const trained = i === asked ? undefined : chances?.[i];
    const judged =
      trained === undefined
        ? decide(finding, question.proposed ? SOFT_CUT : CUT)
        : decideByChances(finding, trained);
    const now = { ...judged, evidence: null, correction: null, said: finding.said, support: finding.support };
    if (judged.verdict === "missing") return keep(old, now, finding);
    if (judged.verdict === "contradicted") {
      const accused = finding.accused ?? finding.error?.window ?? null;
      const correction = finding.accused === null ? finding.error?.correction : finding.correction;
      return { ...now, evidence: evidenceOf(spoken, accused, turn), correction: correction ?? null };
    }
    if (old?.verdict === "covered") return old;
    if (old?.verdict === "partly" && judged.verdict === "partly" && old.p >= judged.p) return old;
    return { ...now, evidence: evidenceOf(spoken, finding.said?.window ?? null, turn) };
  });
}

/** What the trained judge says, by point; null where it was not trained for: points in one wording alone. */
function chancesOf(
  hearing: Hearing,
  raw: readonly Finding[],
  findings: readonly Finding[],
): readonly Chances[] | null {
  const { forest } = hearing.question;
  if (forest === null || hearing.spoken.clauses.length === 0) return null;
  return featuresOf(hearing, raw, findings).map(forest.chancesOf);
}

function keep(old: PointState | undefined, now: PointState, finding: Finding): PointState {
  if (old === undefined) return now;
  if (old.verdict !== "missing") return old;
  // Of two turns that miss a point, the one nearer to it says how sure the judge is.
  return finding.support > old.support || old.said === null ? now : old;
}

/** Words that join a clause to the one before and say nothing when it is quoted alone. */
const JOINTS: ReadonlySet<string> = new Set(["and", "but", "so", "then", "plus"]);

function evidenceOf(spoken: Spoken, window: Window | null, turn: number): Evidence | null {
  if (window === null) return null;
  const to = (spoken.clauses[window.to - 1]?.to ?? 0) - 1;
  let from = spoken.clauses[window.from]?.from ?? -1;
  while (from < to && JOINTS.has(spoken.reading.words[from]?.word ?? "")) from += 1;
  const first = spoken.reading.words[from];
  const last = spoken.reading.words[to];
  if (first === undefined || last === undefined) return null;
  return { text: spoken.reading.text.slice(first.start, last.end), start: first.start, end: last.end, turn };
}
