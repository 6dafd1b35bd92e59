import type { Weighing } from "../../src/grade/whole-model.ts";

/** Rows with what each is worth (0..1), the group it belongs to and what it counts. */
export interface FitRow {
  readonly row: ArrayLike<number>;
  readonly target: number;
  readonly group: string;
  readonly weight: number;
}

/** How weights are fitted. */
export interface FitChoices {
  /** Keeps weights small: what a weight of one standard deviation costs, in rows. */
  readonly ridge: number;
  /** How far the groups' own log-odds may lie apart (variance). */
  readonly spread: number;
  readonly steps: number;
}

/**
 * Logistic regression in which each group (the answers to one question) has log-odds of its own, which are thrown away: what
 * tells hard questions from easy ones is learned there, and the weights tell good answers from bad ones to the same question.
 * Newton's steps on standardised features, the groups' constants each by a step of their own in between.
 */
export function fitLogistic(rows: readonly FitRow[], { ridge, spread, steps }: FitChoices): Weighing {
  const width = rows[0]?.row.length ?? 0;
  const scales = Array.from({ length: width }, (_, at) => scaleOf(rows.map(({ row }) => row[at] ?? 0)));
  const inputs = rows.map(({ row }) =>
    Float64Array.from([1, ...scales.map(({ mean, deviation }, at) => ((row[at] ?? 0) - mean) / deviation)]),
  );
  const penalty = (ridge * rows.reduce((sum, { weight }) => sum + weight, 0)) / Math.max(1, rows.length);
  const weights = new Float64Array(width + 1);
  const own = new Map(rows.map(({ group }) => [group, 0]));
  for (let step = 0; step < steps; step++) {
    const { slope, bend, groups } = derivatives(rows, inputs, weights, own);
    for (let i = 1; i <= width; i++) {
      slope[i] = (slope[i] ?? 0) - penalty * (weights[i] ?? 0);
      const line = bend[i];
      if (line !== undefined) line[i] = (line[i] ?? 0) + penalty;
    }
    const move = solve(bend, slope);
    for (let i = 0; i <= width; i++) weights[i] = (weights[i] ?? 0) + (move[i] ?? 0);
    for (const [group, { slope: g, bend: h }] of groups) {
      const now = own.get(group) ?? 0;
      own.set(group, now + (DAMPING * (g - now / spread)) / (h + 1 / spread));
    }
  }
  return unscaled(weights, scales);
}

/** Share of a group's step that is taken: the weights move at the same time. */
const DAMPING = 0.7;
const LEAST_BEND = 1e-4;

function derivatives(
  rows: readonly FitRow[],
  inputs: readonly Float64Array[],
  weights: Float64Array,
  own: ReadonlyMap<string, number>,
) {
  const slope = new Float64Array(weights.length);
  const bend = Array.from({ length: weights.length }, () => new Float64Array(weights.length));
  const groups = new Map<string, { slope: number; bend: number }>();
  for (const [k, { target, group, weight }] of rows.entries()) {
    const input = inputs[k] ?? new Float64Array(weights.length);
    let odds = own.get(group) ?? 0;
    for (let i = 0; i < input.length; i++) odds += (weights[i] ?? 0) * (input[i] ?? 0);
    const p = 1 / (1 + Math.exp(-odds));
    const h = Math.max(LEAST_BEND, p * (1 - p));
    const one = groups.get(group) ?? { slope: 0, bend: 0 };
    one.slope += target - p;
    one.bend += h;
    groups.set(group, one);
    for (let i = 0; i < input.length; i++) {
      const value = input[i] ?? 0;
      slope[i] = (slope[i] ?? 0) + weight * (target - p) * value;
      const line = bend[i];
      if (line === undefined) continue;
      for (let j = 0; j < input.length; j++) line[j] = (line[j] ?? 0) + weight * h * value * (input[j] ?? 0);
    }
  }
  return { slope, bend, groups };
}

/** Solves a symmetric positive system by Gauss-Jordan elimination with the largest pivot. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const lines = matrix.map((line, i) => Float64Array.from([...line, right[i] ?? 0]));
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let j = i; j < size; j++)
      if (Math.abs(lines[j]?.[i] ?? 0) > Math.abs(lines[pivot]?.[i] ?? 0)) pivot = j;
    const [here, there] = [lines[i], lines[pivot]];
    if (here === undefined || there === undefined) continue;
    lines[i] = there;
    lines[pivot] = here;
    const head = there[i] || 1;
    for (let k = i; k <= size; k++) there[k] = (there[k] ?? 0) / head;
    for (const [j, line] of lines.entries()) {
      const factor = line[i] ?? 0;
      if (j === i || factor === 0) continue;
      for (let k = i; k <= size; k++) line[k] = (line[k] ?? 0) - factor * (there[k] ?? 0);
    }
  }
  return Float64Array.from(lines, (line) => line[size] ?? 0);
}

interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

function scaleOf(values: readonly number[]): Scale {
  const mean = values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, values.length);
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

function unscaled(weights: Float64Array, scales: readonly Scale[]): Weighing {
  const raw = scales.map(({ deviation }, at) => (weights[at + 1] ?? 0) / deviation);
  const constant = scales.reduce((sum, { mean }, at) => sum - mean * (raw[at] ?? 0), weights[0] ?? 0);
  return { constant: rounded(constant), weights: raw.map(rounded) };
}

/** Five digits are enough, and the same on every machine. */
const rounded = (value: number): number => Number(value.toPrecision(5));
