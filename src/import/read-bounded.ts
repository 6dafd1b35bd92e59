import { Worker } from "node:worker_threads";
import { VivaError } from "../base/index.ts";
import { type ReadOrder, readOrder, stopped } from "./read-order.ts";
import type { Draft } from "./reader.ts";
import { sourceOf } from "./source.ts";

/** Milliseconds. The largest real document met is read within two seconds. */
const LONGEST = 10_000;
/** Megabytes of the heap that reading may fill; buffers come on top. */
const LARGEST_HEAP = 320;

/**
 * Megabytes of the heap for what lives shortly. Left to itself it grows to 48, three times over: half of what reading a
 * table of 36,000 rows took.
 */
const YOUNG_HEAP = 12;

/** What the thread answers. */
export type ReadResult =
  | { readonly draft: Draft }
  | { readonly refused: { readonly code: VivaError["code"]; readonly message: string } };

/**
 * Reads a document in a thread of its own, which is ended when it takes too long or too much memory: whoever wrote the
 * document does not decide how busy this machine is.
 *
 * @throws VivaError as `sourceOf` and `readDocument`, and VIVA_IMPORT_STOPPED
 */
export async function readBounded(order: ReadOrder): Promise<Draft> {
  const result = await readInThread(order);
  if ("refused" in result) throw new VivaError(result.refused.code, result.refused.message);
  return result.draft;
}

function readInThread({ document, reader }: ReadOrder): Promise<ReadResult> {
  return new Promise((resolve, reject) => {
    const order: ReadOrder = { document, reader };
    const worker = new Worker(workerFile(), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP, maxYoungGenerationSizeMb: YOUNG_HEAP },
      // What a library says while it reads is not for the person's terminal.
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => {
      reject(stopped(document.name, `took more than ${LONGEST / 1000} s`));
      void worker.terminate();
    }, LONGEST);
    let answer: ReadResult | null = null;
    worker.once("message", (message: ReadResult) => {
      answer = message;
    });
    worker.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "ERR_WORKER_OUT_OF_MEMORY" ? stopped(document.name, "took too much memory") : error,
      );
    });
    worker.once("exit", () => {
      clearTimeout(timer);
      // Only now: until the thread has ended, its memory and what a deck is made of add up.
      if (answer === null) reject(new Error("the thread that reads documents ended without a word"));
      else resolve(answer);
    });
  });
}

/** Bytes of a text that is read where one waits for it: a thread of its own would take longer to start than to read. */
const SMALL = 512 * 1024;

/**
 * Reads a small text in this thread, anything else as {@link readBounded}: for a person at a terminal who brought the
 * document and waits for its first question.
 * @throws VivaError as {@link readBounded}
 */
export async function readAtOnce(order: ReadOrder): Promise<Draft> {
  const { document, reader } = order;
  if ("kind" in document || document.bytes.length > SMALL) return readBounded(order);
  const source = sourceOf(document.name, document.bytes);
  return source.kind === "text" ? readOrder({ document: source, reader }) : readBounded(order);
}

/** Beside this file in the sources, at the top of what was built. */
function workerFile(): URL {
  const { url } = import.meta;
  if (url.endsWith(".ts")) return new URL("./read-worker.ts", url);
  return new URL(url.includes("/chunks/") ? "../read-worker.mjs" : "./read-worker.mjs", url);
}
