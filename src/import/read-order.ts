import { VivaError } from "../base/index.ts";
import type { Draft, Source } from "./reader.ts";
import { sourceOf } from "./source.ts";

/** A document to be read, as the thread that reads is given it. */
export interface ReadOrder {
  readonly document: { readonly name: string; readonly bytes: Uint8Array } | Source;
  readonly reader: string | undefined;
}

/**
 * Reads a document here and now.
 * @throws VivaError as `sourceOf` and `readDocument`; VIVA_IMPORT_STOPPED for what is nested too deep, or too large, for
 * the machine that runs this
 */
export async function readOrder({ document, reader }: ReadOrder): Promise<Draft> {
  try {
    const source = "kind" in document ? document : sourceOf(document.name, document.bytes);
    const { readDocument } = await import("./readers.ts");
    return await readDocument(source, reader === undefined ? {} : { reader });
  } catch (error) {
    // A stack that is full, a text or a list that is longer than any can be.
    if (error instanceof RangeError) throw stopped(document.name, "took too much memory", error);
    throw error;
  }
}

/** The refusal of a document that keeps the machine too busy. */
export function stopped(name: string, why: string, cause?: unknown): VivaError {
  return new VivaError(
    "VIVA_IMPORT_STOPPED",
    `${name}: reading it ${why} and was stopped: nothing imported; split it, or take out what is no question`,
    { cause },
  );
}
