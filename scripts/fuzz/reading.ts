// The thread that reads changed documents, one after the other; `scripts/fuzz.ts` starts it, and again when it hangs.
import { parentPort, workerData } from "node:worker_threads";
import { seededRandom, VivaError } from "../../src/base/index.ts";
import { parseQuestion, printQuestion } from "../../src/deck/index.ts";
import {
  deckNameFor,
  draftToDeck,
  importReport,
  readDocument,
  readerNames,
  sourceOf,
} from "../../src/import/index.ts";
import { mutate } from "./mutate.ts";
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
  const random = seededRandom(`${run} ${n}`);
  const seed = seeds[Math.floor(random() * seeds.length)];
  if (seed === undefined) break;
  const others = seeds.map(({ bytes }) => bytes);
  const bytes = mutate(seed.bytes, others, random);
  // Half of the readings are by a reader that nobody would choose.
  const reader = random() < 0.5 ? null : (readerNames[Math.floor(random() * readerNames.length)] ?? null);
  say({ began: n, name: seed.name, reader });
  const began = process.cpuUsage();
  const what = await faultOf(seed.name, bytes, reader);
  const { user, system } = process.cpuUsage(began);
  const ms = (user + system) / 1000;
  if (what !== null) say({ wrong: n, name: seed.name, bytes, what });
  else if (ms > SLOW) say({ wrong: n, name: seed.name, bytes, what: `took ${Math.round(ms)} ms` });
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
