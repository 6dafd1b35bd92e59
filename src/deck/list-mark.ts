/** Where text starts in a line of Markdown (CommonMark 0.31, sections 2.2 and 5.2). Columns are counted from 0. */

/** The text of a line from a place on, and the column it starts at: a tab goes to the next multiple of four. */
export interface Placed {
  readonly column: number;
  readonly text: string;
}

/** A list mark: what stands after it, and what the mark means. */
export interface ListMark extends Placed {
  /** Lines of the item start at this column or beyond. */
  readonly content: number;
  /** A list may begin in the middle of a paragraph only with text, and with 1 when it is numbered. */
  readonly interrupts: boolean;
}

/** Skips the blanks before a text that starts at `column`. */
export function placed(line: string, column = 0): Placed {
  let at = 0;
  let reached = column;
  for (; at < line.length; at++) {
    const character = line[at];
    if (character === " ") reached++;
    else if (character === "\t") reached += 4 - (reached % 4);
    else break;
  }
  return { column: reached, text: at === 0 ? line : line.slice(at) };
}

/** A line without text; a no-break space is text. */
export function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

/** The list mark that a text begins with, or null. */
export function listMark({ column, text }: Placed): ListMark | null {
  const match = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(text);
  if (match === null) return null;
  const end = column + match[0].length;
  const rest = placed(text.slice(match[0].length), end);
  const isEmpty = rest.text === "";
  // Five blanks after the mark are one blank and indented code.
  const content = isEmpty || rest.column - end > 4 ? end + 1 : rest.column;
  return { ...rest, content, interrupts: !isEmpty && (match[1] === undefined || Number(match[1]) === 1) };
}

/** `---`, `* * *` and the like: a line across the page, though it may look like a list in a list. */
export function isThematicBreak(text: string): boolean {
  return /^([-_*])[ \t]*(?:\1[ \t]*){2,}$/.test(text);
}
