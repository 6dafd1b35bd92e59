import type { Problem } from "./deck.ts";

export type DeckText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The text of a deck file. Only UTF-8 is taken: what another encoding meant would have to be guessed, and a wrong
 * guess would be written back.
 * @param file the name that problems carry
 */
export function decodeDeckText(file: string, bytes: Uint8Array): DeckText {
  const text = decode(bytes);
  if (text !== null) return { ok: true, text };
  let line = 0;
  for (let start = 0; start <= bytes.length; line++) {
    const end = bytes.indexOf(LINE_FEED, start);
    const next = end === -1 ? bytes.length : end;
    if (decode(bytes.subarray(start, next)) === null) break;
    start = next + 1;
  }
  const what = "the line is not UTF-8: wanted the file saved as UTF-8";
  return { ok: false, problems: [{ file, line: line + 1, rule: "encoding", text: what }] };
}

/** No character of more than one byte in UTF-8 holds this one. */
const LINE_FEED = 10;

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
