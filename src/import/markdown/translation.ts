import type { ImportWarning, ImportWarningCode } from "../reader.ts";
import type { Translated } from "./read-as-markdown.ts";

/** The Markdown that a document is turned into, line by line, each with the line (from 1) it was made from. */
export class Translation {
  readonly lines: string[] = [];
  readonly lineOf: number[] = [];

  add(text: string, line: number): void {
    this.lines.push(text);
    this.lineOf.push(line);
  }

  /** A blank line, where there is none yet. */
  addGap(line: number): void {
    if (this.lines.length > 0 && this.lines.at(-1)?.trim() !== "") this.add("", line);
  }

  /** Code between fences that nothing inside can close. */
  addCode(language: string, code: readonly string[], line: number, prefix = ""): void {
    const fence = fenceFor(code);
    this.add(`${prefix}${fence}${language}`, line);
    for (const [i, text] of code.entries()) this.add((prefix + text).trimEnd(), line + 1 + i);
    this.add(prefix + fence, line + code.length);
  }

  toTranslated(name: string): Translated {
    return { name, lines: this.lines, lineOf: this.lineOf };
  }
}

/** Backticks that do not occur in the code. */
function fenceFor(code: readonly string[]): string {
  let longest = 2;
  for (const line of code) {
    for (const [run] of line.matchAll(/`{3,}/g)) longest = Math.max(longest, run.length);
  }
  return "`".repeat(longest + 1);
}

/** Lines that a warning names. */
const LINES_SHOWN = 5;

/** One warning about all lines (from 1) at which the same was found; none when there are none. */
export function warningAbout(
  code: ImportWarningCode,
  what: string,
  lines: readonly number[],
): ImportWarning[] {
  const first = lines[0];
  if (first === undefined) return [];
  const more = lines.length > LINES_SHOWN ? ` and ${lines.length - LINES_SHOWN} more` : "";
  const places = `${lines.length === 1 ? "line" : "lines"} ${lines.slice(0, LINES_SHOWN).join(", ")}${more}`;
  return [{ code, line: first, text: `${what}: ${places}` }];
}
