import { createHash } from "node:crypto";

/** Hexadecimal digits: as many bits as an attacker cannot search. */
const DIGITS = 32;

/**
 * A line that none of the texts contains, and that nobody who writes one of them can foresee: it is a hash of them all,
 * so writing it into a text makes it another. The same texts have the same fence, so that the same question is asked in
 * the same words.
 */
export function fenceFor(texts: readonly string[]): string {
  for (let salt = 0; ; salt++) {
    const hash = createHash("sha256")
      .update(JSON.stringify([salt, texts]))
      .digest("hex");
    const fence = `data-${hash.slice(0, DIGITS)}`;
    if (!texts.some((text) => text.includes(fence))) return fence;
  }
}
