import { createInterface } from "node:readline/promises";
import { VivaError } from "../base/index.ts";

/**
 * Asks for a word before something that cannot be undone by a key.
 * @param about what would happen, said before the question; with `--yes` neither is
 * @throws VivaError VIVA_USAGE when nobody is there to say it
 */
export async function confirmed(word: string, about: string, yes: boolean): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new VivaError(
      "VIVA_USAGE",
      `nothing was done: nobody is at the terminal to say yes. Give --yes if you are sure. ${about.replaceAll("\n", " ")}`,
    );
  }
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const gone = new Promise<string>((resolve) => reader.once("close", () => resolve("")));
    process.stderr.write(`${about}\n`);
    // Ctrl-C and Ctrl-D close the reader: that is no.
    const said = await Promise.race([reader.question(`Type ${word} to go on: `).catch(() => ""), gone]);
    return said.trim().toLowerCase() === word;
  } finally {
    reader.close();
  }
}
