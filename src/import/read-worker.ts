// The thread in which documents are read; `read-bounded.ts` starts it.
import { parentPort, workerData } from "node:worker_threads";
import { VivaError } from "../base/index.ts";
import type { ReadOrder, ReadResult } from "./read-bounded.ts";
import { readDocument } from "./readers.ts";
import { sourceOf } from "./source.ts";

// Only `readBounded` starts it, with just this.
const { document, reader } = workerData as ReadOrder;

async function read(): Promise<ReadResult> {
  try {
    const source = "kind" in document ? document : sourceOf(document.name, document.bytes);
    return { draft: await readDocument(source, reader === undefined ? {} : { reader }) };
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    return { refused: { code: error.code, message: error.message } };
  }
}

parentPort?.postMessage(await read());
