// The thread that reads changed documents, one after the other; `scripts/fuzz.ts` starts it, and again when it hangs.
import { parentPort, workerData } from "node:worker_threads";
import { VivaError } from "../../src/base/index.ts";
import { parseQuestion, printQuestion } from "../../src/deck/index.ts";
import { deckNameFor, draftToDeck, importReport, readDocument, sourceOf } from "../../src/import/index.ts";
import { drawCase } from "./draw-case.ts";
import type { Seed } from "./seeds.ts";

/** What the thread is given. */
export interface FuzzOrder {
  readonly seeds: readonly Seed[];
  readonly run: string;
  /** The number of the first case. */
  readonly from: number;
}

/** What it says: the case it begins, and what was wrong with one. */
export type FuzzWord =
  | { readonly began: number; readonly name: string; readonly reader: string | null }
  | { readonly wrong: number; readonly name: string; readonly bytes: Uint8Array; readonly what: string };

// Only `scripts/fuzz.ts` starts it, with just this.
const { seeds, run, from } = workerData as FuzzOrder;
const port = parentPort;
if (port === null) throw new TypeError("this is a thread of scripts/fuzz.ts");
const say = (word: FuzzWord) => port.postMessage(word);

/** Milliseconds of this thread. Documents of 200 kB are read in a tenth of it. */
const SLOW = 3000;

for (let n = from; ; n++) {
  const drawn = drawCase(seeds, run, n);
  if (drawn === null) break;
  const { name, bytes, reader } = drawn;
  say({ began: n, name, reader });
  const began = process.threadCpuUsage();
  const what = await faultOf(name, bytes, reader);
  const { user, system } = process.threadCpuUsage(began);
  const ms = (user + system) / 1000;
  if (what !== null) say({ wrong: n, name, bytes, what });
  else if (ms > SLOW) say({ wrong: n, name, bytes, what: `took ${Math.round(ms)} ms` });
}

async function faultOf(name: string, bytes: Uint8Array, reader: string | null): Promise<string | null> {
  try {
    const draft = await readDocument(sourceOf(name, bytes), reader === null ? {} : { reader });
    JSON.stringify(importReport(draft));
    const { questions } = draftToDeck(draft, deckNameFor(name), name);
    for (const question of questions.slice(0, 50)) {
      const parsed = parseQuestion("q.md", printQuestion(question));
      if (!parsed.ok) return `its deck file is not read back: ${JSON.stringify(parsed.problems[0])}`;
    }
    return null;
  } catch (error) {
    if (!(error instanceof VivaError))
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    return error.message.includes("\n") ? `its refusal has more than one line: ${error.message}` : null;
  }
}
