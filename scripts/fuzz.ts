// `npm run fuzz [-- --minutes 10 --run NAME]`: reads documents that were changed at random, until the time is over, and
// says which were read wrongly: a crash, a hang, a deck file that cannot be read back. Each is kept in a file, to be
// read again by `viva import FILE`. The same run name draws the same documents.
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { drawCase, type FuzzCase } from "./fuzz/draw-case.ts";
import type { FuzzOrder, FuzzWord } from "./fuzz/reading.ts";
import { seeds } from "./fuzz/seeds.ts";

/** Milliseconds without a word after which a reading hangs. */
const HANGS = 15_000;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    run: { type: "string", default: String(Date.now()) },
  },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error(`--minutes: found ${JSON.stringify(values.minutes)}, wanted a number above 0`);
  process.exit(2);
}
const ends = Date.now() + minutes * 60_000;
const documents = await seeds();
const kept = join(tmpdir(), `viva-fuzz-${values.run}`);
let wrong = 0;
let last = -1;

console.log(`run ${values.run}: ${documents.length} documents, ${values.minutes} minutes`);
while (Date.now() < ends) await readOn(last + 1);
console.log(`${last + 1} documents read, ${wrong} wrongly${wrong === 0 ? "" : `: see ${kept}`}`);
process.exitCode = wrong === 0 && last >= 0 ? 0 : 1;

/** Reads from one case on, until the time is over or a reading hangs. */
async function readOn(from: number): Promise<void> {
  const order: FuzzOrder = { seeds: documents, run: values.run, from };
  const worker = new Worker(new URL("fuzz/reading.ts", import.meta.url), { workerData: order });
  await new Promise<void>((resolve) => {
    let reading = "";
    let timer = setTimeout(() => {}, 0);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    const expect = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          if (Date.now() < ends) noteEnd(`case ${last} hangs: ${reading}`);
          end();
        },
        Math.min(HANGS, Math.max(0, ends - Date.now())),
      );
    };
    worker.on("message", (word: FuzzWord) => {
      expect();
      if ("began" in word) {
        last = word.began;
        reading = `${word.name} by ${word.reader ?? "the best reader"}`;
        if (last % 1000 === 999) console.log(`${last + 1} read, ${wrong} wrongly`);
        return;
      }
      note(`case ${word.wrong}, ${reading}: ${word.what}`, word.wrong, word);
    });
    worker.on("error", (error) => {
      noteEnd(
        `case ${last}, ${reading}: the thread ended: ${error instanceof Error ? error.message : error}`,
      );
      end();
    });
    expect();
  });
  await worker.terminate();
}

/** Of a thread that says no more, the case is drawn again. */
function noteEnd(what: string): void {
  note(what, last, last < 0 ? null : drawCase(documents, values.run, last));
}

function note(what: string, n: number, document: Pick<FuzzCase, "name" | "bytes"> | null): void {
  wrong++;
  console.log(what);
  if (document === null) return;
  mkdirSync(kept, { recursive: true });
  const file = join(kept, `${n}-${document.name}`);
  writeFileSync(file, document.bytes);
  console.log(`  kept as ${file}`);
}
