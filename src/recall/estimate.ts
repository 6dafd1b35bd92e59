/** How many of some questions will be known: counts, not rounded, with an interval that holds nine times in ten. */
export interface Estimate {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** `expected` of all, 0..1; 0 when there are no questions. */
  readonly share: number;
}

/** Standard deviations on either side that leave a twentieth of a normal distribution outside. */
const Z = 1.645;
/**
 * The model's parameters are those of many people, not of this one: whoever forgets faster does so with every question.
 * One standard deviation of this common error, on the logit scale: it turns a chance of 90 % into 85 or 94 %. A guess
 * on the wide side, to be replaced by what forecasts turn out to miss by.
 */
const COMMON_ERROR = 0.5;

/**
 * Sums chances up. Two errors widen the interval: each question's own luck (a variance of p(1 - p)), and the error that
 * all share; they add by their squares.
 * @param chances above 0 and below 1
 */
export function estimate(chances: readonly number[]): Estimate {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const expected = sum(chances);
  const luck = Z * Math.sqrt(sum(chances.map((p) => p * (1 - p))));
  const below = expected - sum(chances.map((p) => shifted(p, -Z * COMMON_ERROR)));
  const above = sum(chances.map((p) => shifted(p, Z * COMMON_ERROR))) - expected;
  return {
    expected,
    low: Math.max(0, expected - Math.hypot(luck, below)),
    high: Math.min(chances.length, expected + Math.hypot(luck, above)),
    share: chances.length === 0 ? 0 : expected / chances.length,
  };
}

/** A chance whose logit is moved. */
function shifted(p: number, by: number): number {
  return 1 / (1 + ((1 - p) / p) * Math.exp(-by));
}
