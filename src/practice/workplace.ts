import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { VivaError } from "../base/index.ts";
import { createGrader, type Grader, parseWordData } from "../grade/index.ts";
import { type DeckStore, folderDeckStore } from "../store/index.ts";

/** What use cases work with. */
export interface Workplace {
  readonly decks: DeckStore;
  /** The offline judge; loaded once, when first asked for: not every use case judges. */
  grader(): Promise<Grader>;
}

const WORDS = "data/grade/words.txt";

/**
 * Opens the store and prepares the grader.
 * @param root the folder of the program, which holds `decks/` and `data/`
 * @param home the folder of the person, where their decks are kept
 */
export function openWorkplace({ root, home }: { root: URL; home: string }): Workplace {
  let grader: Promise<Grader> | null = null;
  return {
    decks: folderDeckStore({ shipped: fileURLToPath(new URL("decks/", root)), home: join(home, "decks") }),
    grader() {
      grader ??= loadGrader(root);
      return grader;
    },
  };
}

/** @throws VivaError VIVA_NOT_BUILT when the program's data is not there */
async function loadGrader(root: URL): Promise<Grader> {
  const text = await readFile(new URL(WORDS, root), "utf8").catch((error: unknown) => {
    throw new VivaError("VIVA_NOT_BUILT", `${WORDS} is missing: install Vivarium again`, { cause: error });
  });
  return createGrader({ words: parseWordData(text) });
}
