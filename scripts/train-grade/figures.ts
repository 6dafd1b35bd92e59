import type { PointVerdict } from "../../src/grade/index.ts";

/** One verdict beside the one that a person gave. */
export interface Judgement {
  /** The answer it belongs to, to add up its score. */
  readonly answer: object;
  readonly question: string;
  readonly kind: string;
  readonly point: string;
  /** 0 for a bonus point. */
  readonly weight: number;
  readonly gold: PointVerdict;
  readonly said: PointVerdict;
  /** How probable the judge took it to be. */
  readonly p: number;
}

/** How well verdicts agree with those of people; shares of 1, null where there is nothing to measure. */
export interface Figures {
  readonly answers: number;
  /** Share of right verdicts. */
  readonly accuracy: number | null;
  /** Correlation of the scores, and their mean distance. */
  readonly r: number | null;
  readonly distance: number | null;
  /** Of answers worth nothing, how many got half marks or more. */
  readonly falsePraise: number | null;
  /** Of answers worth full marks, how many got a quarter or less. */
  readonly harshness: number | null;
  /** Of the contradictions told, how many are; of those there are, how many were told. */
  readonly contradictionPrecision: number | null;
  readonly contradictionRecall: number | null;
  /** Expected calibration error of `p`, in ten bins. */
  readonly calibration: number | null;
}

const WORTH: Readonly<Record<PointVerdict, number>> = {
  covered: 1,
  partly: 0.5,
  missing: 0,
  contradicted: 0,
};
const FULL = 0.999;
const BINS = 10;

/** Measures verdicts. */
export function figuresOf(judgements: readonly Judgement[]): Figures {
  const scores = scoresOf(judgements);
  const nothing = scores.filter(({ gold }) => gold === 0);
  const full = scores.filter(({ gold }) => gold > FULL);
  const accused = judgements.filter(({ said }) => said === "contradicted");
  const wrong = judgements.filter(({ gold }) => gold === "contradicted");
  const isRight = ({ gold, said }: Judgement): boolean => gold === said;
  return {
    answers: scores.length,
    accuracy: share(judgements, isRight),
    r: correlation(scores),
    distance: scores.length === 0 ? null : short(mean(scores.map(({ gold, said }) => Math.abs(gold - said)))),
    falsePraise: share(nothing, ({ said }) => said >= 0.5),
    harshness: share(full, ({ said }) => said <= 0.25),
    contradictionPrecision: share(accused, isRight),
    contradictionRecall: share(wrong, isRight),
    calibration: calibrationOf(judgements),
  };
}

interface Scores {
  readonly gold: number;
  readonly said: number;
}

function scoresOf(judgements: readonly Judgement[]): Scores[] {
  const sums = new Map<object, { gold: number; said: number; weight: number }>();
  for (const { answer, weight, gold, said } of judgements) {
    const sum = sums.get(answer) ?? { gold: 0, said: 0, weight: 0 };
    sum.gold += weight * WORTH[gold];
    sum.said += weight * WORTH[said];
    sum.weight += weight;
    sums.set(answer, sum);
  }
  return [...sums.values()].map(({ gold, said, weight }) => ({ gold: gold / weight, said: said / weight }));
}

function correlation(scores: readonly Scores[]): number | null {
  const gold = mean(scores.map((one) => one.gold));
  const said = mean(scores.map((one) => one.said));
  let both = 0;
  let left = 0;
  let right = 0;
  for (const one of scores) {
    both += (one.gold - gold) * (one.said - said);
    left += (one.gold - gold) ** 2;
    right += (one.said - said) ** 2;
  }
  return left === 0 || right === 0 ? null : short(both / Math.sqrt(left * right));
}

/** Mean distance between how sure the judge was and how often it was right, bin by bin (Naeini and others 2015). */
function calibrationOf(judgements: readonly Judgement[]): number | null {
  if (judgements.length === 0) return null;
  let sum = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const inBin = judgements.filter(({ p }) => Math.min(BINS - 1, Math.floor(p * BINS)) === bin);
    const right = inBin.filter(({ gold, said }) => gold === said).length;
    sum += Math.abs(inBin.reduce((total, { p }) => total + p, 0) - right);
  }
  return short(sum / judgements.length);
}

function share<T>(list: readonly T[], holds: (one: T) => boolean): number | null {
  return list.length === 0 ? null : short(list.filter(holds).length / list.length);
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((total, one) => total + one, 0) / (numbers.length || 1);
const short = (value: number): number => Number(value.toFixed(3));
