// The thread in which documents are read; `read-bounded.ts` starts it.
import { parentPort, workerData } from "node:worker_threads";
import { VivaError } from "../base/index.ts";
import type { ReadResult } from "./read-bounded.ts";
import { type ReadOrder, readOrder } from "./read-order.ts";

async function read(): Promise<ReadResult> {
  try {
    // Only `readBounded` starts it, with just this.
    return { draft: await readOrder(workerData as ReadOrder) };
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    return { refused: { code: error.code, message: error.message } };
  }
}

parentPort?.postMessage(await read());
