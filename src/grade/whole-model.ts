/** What is weighed of a row: the log-odds are the constant and the weighted sum of its numbers. */
export interface Weighing {
  readonly constant: number;
  readonly weights: readonly number[];
}

/** The form of data/grade/whole.json, as scripts/train-whole.ts writes it. */
export interface WholeFile {
  readonly version: 1;
  /** For people: what it was trained on and how well it did. Nothing of it is read. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly features: readonly string[];
  readonly worth: Weighing;
  readonly contradiction: Weighing;
  readonly cuts: WholeCuts;
}

/** From which worth, or chance, on an answer is called what. */
export interface WholeCuts {
  readonly covered: number;
  readonly partly: number;
  readonly contradicted: number;
}

/** Weighs whole answers; see whole-answer.ts. */
export interface WholeModel {
  /** Names of what a row holds, in its order. */
  readonly features: readonly string[];
  readonly cuts: WholeCuts;
  /** What an answer is worth, and how probably it says the opposite of its reference; each 0..1. */
  readonly weigh: (row: ArrayLike<number>) => { readonly worth: number; readonly contradicted: number };
}

/**
 * Reads the weights of whole answers.
 * @throws TypeError when the data is of another kind or version: the file and the program belong together.
 */
export function parseWholeModel(text: string): WholeModel {
  const { features, worth, contradiction, cuts } = readFile(text);
  return {
    features,
    cuts,
    weigh: (row) => ({ worth: chanceOf(worth, row), contradicted: chanceOf(contradiction, row) }),
  };
}

/** The chance that weighted numbers tell. */
export function chanceOf({ constant, weights }: Weighing, row: ArrayLike<number>): number {
  const odds = weights.reduce((sum, weight, i) => sum + weight * (row[i] ?? 0), constant);
  return 1 / (1 + Math.exp(-odds));
}

function readFile(text: string): WholeFile {
  const wanted = "wanted weights of version 1, as scripts/train-whole.ts writes them";
  let file: Partial<WholeFile> | null = null;
  try {
    // The shape is checked below as far as a wrong file could be taken for one.
    file = JSON.parse(text) as Partial<WholeFile> | null;
  } catch (error) {
    throw new TypeError(`no JSON: ${wanted}`, { cause: error });
  }
  const { version, features, worth, contradiction, cuts } = file ?? {};
  if (version !== 1 || !features || !worth || !contradiction || !cuts) throw new TypeError(wanted);
  for (const { constant, weights } of [worth, contradiction]) {
    if (weights.length !== features.length || ![constant, ...weights].every(Number.isFinite))
      throw new TypeError(wanted);
  }
  return { version, about: {}, features, worth, contradiction, cuts };
}
