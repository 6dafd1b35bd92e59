import type { Readable } from "node:stream";

/**
 * The lines of a stream, without their ends (`\n` or `\r\n`). Node's readline also ends lines at U+2028 and U+2029,
 * which JSON may hold as they are (RFC 8259, section 7).
 */
export async function* jsonLines(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.replace(/\r$/, "");
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}
