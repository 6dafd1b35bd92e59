import type { ForestFile } from "../../src/grade/forest.ts";

/** What the trees are grown by. */
export interface BoostChoices {
  readonly rounds: number;
  readonly depth: number;
  readonly rate: number;
  /** Added to a leaf's weight, so that few rows say little. */
  readonly ridge: number;
  /** Least weight (sum of the second derivatives) of a leaf. */
  readonly leastLeaf: number;
  /** Share of the rows, and of the features, that a round sees. */
  readonly rows: number;
  readonly features: number;
  readonly random: () => number;
}

/** Rows with the class of each, and what each counts. */
export interface TrainingSet {
  readonly rows: readonly Float64Array[];
  readonly classes: readonly number[];
  readonly weights: readonly number[];
}

/** Thresholds tried for a feature. */
const MOST_CUTS = 40;
/** A node of fewer rows is a leaf. */
const LEAST_ROWS = 20;
const LEAST_GAIN = 1e-6;
/** Where nothing is to be parted: every value goes left. */
const NO_CUT = 1e9;

/**
 * Gradient-boosted trees for several classes by second-order steps (Friedman 2001; the leaf weights and gains of Chen and
 * Guestrin 2016, section 2.2). Deterministic for one random source.
 */
export function boost(
  { rows, classes, weights }: TrainingSet,
  size: number,
  choices: BoostChoices,
): Pick<ForestFile, "depth" | "rate" | "base" | "trees"> {
  const cuts = cutsOf(rows);
  const bins = cuts.map((list, feature) => binsOf(rows, feature, list));
  const base = baseOf(classes, weights, size);
  const odds = base.map((one) => new Float64Array(rows.length).fill(one));
  const trees: number[][] = [];
  for (let round = 0; round < choices.rounds; round++) {
    const chosen = rows.map((_, i) => i).filter(() => choices.random() < choices.rows);
    const features = cuts.map((_, i) => i).filter(() => choices.random() < choices.features);
    const chances = softmax(odds);
    for (let k = 0; k < size; k++) {
      const slope = new Float64Array(rows.length);
      const bend = new Float64Array(rows.length);
      for (let i = 0; i < rows.length; i++) {
        const p = chances[k]?.[i] ?? 0;
        const weight = weights[i] ?? 0;
        slope[i] = weight * (p - (classes[i] === k ? 1 : 0));
        bend[i] = weight * p * (1 - p);
      }
      const tree = growTree({ bins, cuts, slope, bend, features, choices }, Int32Array.from(chosen));
      trees.push(tree);
      const mine = odds[k];
      if (mine === undefined) continue;
      for (const [i, row] of rows.entries())
        mine[i] = (mine[i] ?? 0) + choices.rate * leafAt(tree, choices.depth, row);
    }
  }
  return { depth: choices.depth, rate: choices.rate, base: base.map(rounded), trees };
}

/** Values half-way between the quantiles of a feature. */
function cutsOf(rows: readonly Float64Array[]): number[][] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, feature) => {
    const values = [...new Set(rows.map((row) => row[feature] ?? 0))].sort((a, b) => a - b);
    const wanted = Math.min(MOST_CUTS, values.length - 1);
    const found = Array.from({ length: wanted }, (__, i) => {
      const at = Math.floor(((i + 1) * (values.length - 1)) / (wanted + 1));
      return rounded(((values[at] ?? 0) + (values[at + 1] ?? values[at] ?? 0)) / 2);
    });
    return [...new Set(found)];
  });
}

function binsOf(rows: readonly Float64Array[], feature: number, cuts: readonly number[]): Uint8Array {
  return Uint8Array.from(rows, (row) => {
    const value = row[feature] ?? 0;
    let from = 0;
    let to = cuts.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (value > (cuts[middle] ?? 0)) from = middle + 1;
      else to = middle;
    }
    return from;
  });
}

function baseOf(classes: readonly number[], weights: readonly number[], size: number): number[] {
  const sums = new Float64Array(size);
  for (const [i, one] of classes.entries()) sums[one] = (sums[one] ?? 0) + (weights[i] ?? 0);
  const total = sums.reduce((sum, one) => sum + one, 0);
  return Array.from(sums, (one) => Math.log((one + 1) / total));
}

function softmax(odds: readonly Float64Array[]): Float64Array[] {
  const chances = odds.map((list) => list.slice());
  const length = odds[0]?.length ?? 0;
  for (let i = 0; i < length; i++) {
    const highest = Math.max(...odds.map((list) => list[i] ?? 0));
    let sum = 0;
    for (const list of chances) sum += list[i] = Math.exp((list[i] ?? 0) - highest);
    for (const list of chances) list[i] = (list[i] ?? 0) / sum;
  }
  return chances;
}

interface Growing {
  readonly bins: readonly Uint8Array[];
  readonly cuts: readonly (readonly number[])[];
  readonly slope: Float64Array;
  readonly bend: Float64Array;
  readonly features: readonly number[];
  readonly choices: BoostChoices;
}

/** A complete tree in the form of {@link ForestFile}: what is not parted has the same leaf on both sides. */
function growTree(growing: Growing, all: Int32Array): number[] {
  const { depth, ridge } = growing.choices;
  const inner = 2 ** depth - 1;
  const tree = new Array<number>(2 * inner + inner + 1).fill(0);
  const fill = (node: number, rows: Int32Array, leaf: number): void => {
    if (node >= inner) {
      tree[inner + node] = rounded(leaf);
      return;
    }
    const split = bestSplit(growing, rows);
    tree[2 * node] = split?.feature ?? 0;
    tree[2 * node + 1] = split?.cut ?? NO_CUT;
    for (const [side, part] of [split?.left ?? rows, split?.right ?? rows].entries())
      fill(2 * node + 1 + side, part, split === null ? leaf : leafOf(growing, part, ridge));
  };
  fill(0, all, leafOf(growing, all, ridge));
  return tree;
}

function leafOf({ slope, bend }: Growing, rows: Int32Array, ridge: number): number {
  let g = 0;
  let h = 0;
  for (const i of rows) {
    g += slope[i] ?? 0;
    h += bend[i] ?? 0;
  }
  return -g / (h + ridge);
}

interface Split {
  readonly feature: number;
  readonly cut: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

function bestSplit(growing: Growing, rows: Int32Array): Split | null {
  const { bins, cuts, slope, bend, features, choices } = growing;
  if (rows.length < LEAST_ROWS) return null;
  let sumG = 0;
  let sumH = 0;
  for (const i of rows) {
    sumG += slope[i] ?? 0;
    sumH += bend[i] ?? 0;
  }
  const worth = (g: number, h: number): number => (g * g) / (h + choices.ridge);
  let gain = LEAST_GAIN;
  let best: { feature: number; bin: number } | null = null;
  for (const feature of features) {
    const size = (cuts[feature]?.length ?? 0) + 1;
    const g = new Float64Array(size);
    const h = new Float64Array(size);
    const mine = bins[feature] ?? new Uint8Array(0);
    for (const i of rows) {
      const bin = mine[i] ?? 0;
      g[bin] = (g[bin] ?? 0) + (slope[i] ?? 0);
      h[bin] = (h[bin] ?? 0) + (bend[i] ?? 0);
    }
    let leftG = 0;
    let leftH = 0;
    for (let bin = 0; bin < size - 1; bin++) {
      leftG += g[bin] ?? 0;
      leftH += h[bin] ?? 0;
      if (leftH < choices.leastLeaf || sumH - leftH < choices.leastLeaf) continue;
      const value = worth(leftG, leftH) + worth(sumG - leftG, sumH - leftH) - worth(sumG, sumH);
      if (value <= gain) continue;
      gain = value;
      best = { feature, bin };
    }
  }
  if (best === null) return null;
  const { feature, bin } = best;
  const mine = bins[feature] ?? new Uint8Array(0);
  return {
    feature,
    cut: cuts[feature]?.[bin] ?? NO_CUT,
    left: rows.filter((i) => (mine[i] ?? 0) <= bin),
    right: rows.filter((i) => (mine[i] ?? 0) > bin),
  };
}

function leafAt(tree: readonly number[], depth: number, row: Float64Array): number {
  const inner = 2 ** depth - 1;
  let node = 0;
  while (node < inner)
    node = 2 * node + ((row[tree[2 * node] ?? 0] ?? 0) <= (tree[2 * node + 1] ?? 0) ? 1 : 2);
  return tree[inner + node] ?? 0;
}

/** Four digits are enough, and keep the artefact small. */
const rounded = (value: number): number => Number(value.toPrecision(4));
