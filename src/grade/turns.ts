import type { Window } from "./align.ts";
import type { Evidence } from "./assessment.ts";
import { byExample, type JudgedPoint } from "./by-example.ts";
import { CUT, SOFT_CUT } from "./cut.ts";
import { explain, UNSPOKEN } from "./explain.ts";
import { featuresOf } from "./features.ts";
import type { Chances } from "./forest.ts";
import { type Hearing, hearTurn, hearWithout } from "./hearing.ts";
import { judgeNeutrally } from "./judge-neutrally.ts";
import { type Finding, judgePoint, NOTHING, type Said } from "./judge-point.ts";
import type { PointState } from "./point-state.ts";
import type { PreparedQuestion } from "./prepare-question.ts";
import { WORTH } from "./score.ts";
import type { Spoken } from "./spoken.ts";
import { decide, decideByChances } from "./verdict.ts";
import { weighErrors } from "./weigh-errors.ts";

/** Before anything was said. */
export function unsaid(question: PreparedQuestion): PointState[] {
  return question.points.map(() => ({
    verdict: "missing",
    p: 1,
    doubt: 0,
    ...UNSPOKEN,
    evidence: null,
    correction: null,
    said: null,
    support: 0,
    neutral: null,
    isOwn: false,
  }));
}

/** What was said, and after what. */
export interface Turn {
  readonly text: string;
  /** Its number, from 0. */
  readonly turn: number;
  /** Index of the point that the follow-up before it was aimed at, or -1. */
  readonly asked: number;
  /** Judged by its words as they are: see `isJudgedNeutrally`. */
  readonly isNeutral: boolean;
}

/** Adds a turn to what was known. */
export function addTurn(states: readonly PointState[], question: PreparedQuestion, said: Turn): PointState[] {
  const now = judgeTurn(states, question, said);
  return now.map((state, i) => merge(states[i], state));
}

/** What one turn says by itself, but for a reply to a follow-up, which adds to what was said of its point. */
function judgeTurn(
  states: readonly PointState[],
  question: PreparedQuestion,
  { text, turn, asked, isNeutral }: Turn,
): PointState[] {
  if (isNeutral) return judgeNeutrally(question, text, turn, states);
  const before = (i: number): Said | null => (i === asked ? (states[i]?.said ?? null) : null);
  const whole = listen(hearTurn(question, text), before);
  const parts = question.forest === null ? [] : withoutLiteral(whole, before);
  const overruled = byExample(whole.hearing, text);
  return question.points.map((point, i) => {
    // A reply to a follow-up may be three words: the trees were shown whole answers, the rules judge those.
    const byWords = bestOf([
      judge(whole, i, i === asked),
      ...parts.map((part) => judge(part, i, i === asked)),
    ]);
    const { spoken, finding, judged } = overruled(byWords, i);
    const { verdict } = judged;
    const isAccused = verdict === "contradicted";
    const accused = finding.accused ?? finding.error?.window ?? null;
    const words = isAccused ? accused : verdict === "missing" ? null : (finding.said?.window ?? null);
    const evidence = evidenceOf(spoken, words, turn);
    const isOwn = judged !== byWords.judged;
    return {
      ...judged,
      ...explain(point, question, { verdict, finding, evidence, spoken: whole.hearing.spoken, isOwn }),
      evidence,
      correction: isAccused ? correctionOf(finding) : null,
      said: finding.said,
      support: finding.support,
      neutral: null,
      isOwn,
    };
  });
}

function merge(old: PointState | undefined, now: PointState): PointState {
  if (now.verdict === "missing") return keep(old, now);
  if (now.verdict === "contradicted") return now;
  if (old?.verdict === "covered") return old;
  return old?.verdict === "partly" && now.verdict === "partly" && old.p >= now.p ? old : now;
}

function correctionOf({ accused, correction, error }: Finding): string | null {
  return accused === null ? (error?.correction ?? null) : correction;
}

/** A turn, or a part of it, with what was found in it. */
interface Heard {
  readonly hearing: Hearing;
  readonly findings: readonly Finding[];
  readonly chances: readonly Chances[] | null;
}

function judge({ hearing, findings, chances }: Heard, point: number, byRules: boolean): JudgedPoint {
  const finding = findings[point] ?? NOTHING;
  const trained = byRules ? undefined : chances?.[point];
  const judged =
    trained === undefined
      ? decide(finding, hearing.question.proposed ? SOFT_CUT : CUT)
      : decideByChances(finding, trained);
  return { spoken: hearing.spoken, finding, judged };
}

/** The first of those that are worth most; what the whole turn plainly denies, no part of it says. */
function bestOf(all: readonly [JudgedPoint, ...JudgedPoint[]]): JudgedPoint {
  const [whole] = all;
  if (whole.judged.verdict === "contradicted" && whole.finding.plainly) return whole;
  return all.reduce((best, one) => (WORTH[one.judged.verdict] > WORTH[best.judged.verdict] ? one : best));
}

function listen(hearing: Hearing, before: (point: number) => Said | null): Heard {
  const raw = hearing.question.points.map((_, i) => judgePoint(i, hearing, before(i)));
  const findings = weighErrors(raw);
  return { hearing, findings, chances: chancesOf(hearing, raw, findings) };
}

/** Turns of more clauses are heard once: nobody's answer is so long, and hearing them again would take seconds. */
const MOST_CLAUSES = 80;
/** Of so many points or fewer that are said word for word, each selection is left out. */
const FEW = 3;

/**
 * The turn without clauses that say a point word for word. Trees may take one more true sentence amiss: a point is judged
 * by the part of the turn that says it best, so that saying more of the truth never makes the rest look worse.
 */
function withoutLiteral(whole: Heard, before: (point: number) => Said | null): Heard[] {
  if (whole.hearing.spoken.clauses.length > MOST_CLAUSES) return [];
  const windows = whole.findings.flatMap(({ literal, said }) =>
    literal && said !== null ? [said.window] : [],
  );
  const parts = windows.length <= FEW ? selections(windows) : [...windows.map((one) => [one]), windows];
  return parts.map((part) => {
    const clauses = new Set<number>();
    for (const { from, to } of part) for (let i = from; i < to; i++) clauses.add(i);
    return listen(hearWithout(whole.hearing, clauses), before);
  });
}

/** All selections of some of the items, at least one. */
function selections<T>(items: readonly T[]): T[][] {
  return Array.from({ length: 2 ** items.length - 1 }, (_, i) =>
    items.filter((__, at) => ((i + 1) >> at) % 2 === 1),
  );
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

function keep(old: PointState | undefined, now: PointState): PointState {
  if (old === undefined) return now;
  if (old.verdict !== "missing") return old;
  // Of two turns that miss a point, the one nearer to it says how sure the judge is.
  return now.support > old.support || old.said === null ? now : old;
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
