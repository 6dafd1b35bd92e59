import type { PointVerdict } from "./assessment.ts";

/** All verdicts, in the order in which the forest tells their chances. */
export const CLASSES = [
  "covered",
  "partly",
  "missing",
  "contradicted",
] as const satisfies readonly PointVerdict[];

/** How probable each verdict is; they add up to 1. */
export type Chances = Readonly<Record<PointVerdict, number>>;

/** Boosted trees, ready to be asked. */
export interface Forest {
  /** Names of what a row holds, in its order. */
  readonly features: readonly string[];
  readonly chancesOf: (row: ArrayLike<number>) => Chances;
}

/** The form of data/grade/forest.json, as scripts/train-grade.ts writes it. */
export interface ForestFile {
  readonly version: 1;
  /** For people: what it was trained on and how well it did. Nothing of it is read. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly features: readonly string[];
  readonly depth: number;
  /** What each tree counts. */
  readonly rate: number;
  /** Log-odds of each class before any tree. */
  readonly base: readonly number[];
  /**
   * Round by round a tree for each class: the feature and the threshold of each inner node, then the leaves, all from
   * the left of a complete binary tree told level by level. A value at most the threshold goes left.
   */
  readonly trees: readonly (readonly number[])[];
}

/**
 * Reads a forest.
 * @throws TypeError when the data is of another kind or version: the file and the program belong together.
 */
export function parseForest(text: string): Forest {
  const file = readForest(text);
  const { depth, rate, base, features } = file;
  const inner = 2 ** depth - 1;
  const trees = file.trees.map((tree) => Float64Array.from(tree));
  const chancesOf = (row: ArrayLike<number>): Chances => {
    const odds = [...base];
    for (const [i, tree] of trees.entries()) {
      let node = 0;
      while (node < inner) {
        const isLeft = (row[tree[2 * node] ?? 0] ?? 0) <= (tree[2 * node + 1] ?? 0);
        node = 2 * node + (isLeft ? 1 : 2);
      }
      const at = i % CLASSES.length;
      odds[at] = (odds[at] ?? 0) + rate * (tree[inner + node] ?? 0);
    }
    return shares(odds);
  };
  return { features, chancesOf };
}

function readForest(text: string): ForestFile {
  const wanted = "wanted a forest of version 1, as scripts/train-grade.ts writes it";
  let file: Partial<ForestFile> | null = null;
  try {
    // The shape is checked below as far as a wrong file could be taken for one.
    file = JSON.parse(text) as Partial<ForestFile> | null;
  } catch (error) {
    throw new TypeError(`no JSON: ${wanted}`, { cause: error });
  }
  const { version, depth, rate, base, trees, features } = file ?? {};
  if (version !== 1 || !depth || !rate || !base || !trees || !features) throw new TypeError(wanted);
  const size = 2 * (2 ** depth - 1) + 2 ** depth;
  if (base.length !== CLASSES.length || trees.some((tree) => tree.length !== size))
    throw new TypeError(wanted);
  return { version, about: {}, features, depth, rate, base, trees };
}

function shares(odds: readonly number[]): Chances {
  const highest = Math.max(...odds);
  const raised = odds.map((one) => Math.exp(one - highest));
  const sum = raised.reduce((total, one) => total + one, 0);
  const [covered = 0, partly = 0, missing = 0, contradicted = 0] = raised.map((one) => one / sum);
  return { covered, partly, missing, contradicted };
}
