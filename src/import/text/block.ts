/** Lines of a document as blocks: where they start, how deep they are set in, what stands round them. */

/** Columns of white space before the text; a tab goes to the next multiple of four. */
export function indentOf(line: string): number {
  let column = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 32 || code === 0xa0) column++;
    else if (code === 9) column += 4 - (column % 4);
    else if (code === 0x3000) column += 2;
    else break;
  }
  return column;
}

/** The line without its first `columns` columns of white space, or without all it has when it has fewer. */
export function outdent(line: string, columns: number): string {
  let column = 0;
  let i = 0;
  while (i < line.length && column < columns) {
    const code = line.charCodeAt(i);
    if (code === 32 || code === 0xa0) column++;
    else if (code === 9) column += 4 - (column % 4);
    else if (code === 0x3000) column += 2;
    else break;
    i++;
  }
  return " ".repeat(Math.max(0, column - columns)) + line.slice(i);
}

export const isBlank = (line: string): boolean => !/\S/.test(line);

/** Without blank lines at both ends. */
export function trimBlankLines(lines: readonly string[]): string[] {
  let start = 0;
  let end = lines.length;
  while (start < end && isBlank(lines[start] ?? "")) start++;
  while (end > start && isBlank(lines[end - 1] ?? "")) end--;
  return lines.slice(start, end);
}

/** On its own, or as the first thing of a list item. */
const FENCE = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:(`{3,})[^`]*|(~{3,}).*)$/;

/** The fence that a line opens or closes, as in three backticks; null when it is no fence. */
export function fenceOf(line: string): { mark: string; bare: boolean } | null {
  if (!line.includes("```") && !line.includes("~~~")) return null;
  const found = FENCE.exec(line.slice(0, 1000));
  const mark = found?.[1] ?? found?.[2];
  if (mark === undefined) return null;
  return { mark, bare: line.trim() === mark };
}

/**
 * Tells, line by line, what is inside a code fence (the fence lines themselves included). Unlike the deck's own, it
 * takes a fence at any indent: in a labelled text the indent is layout.
 */
export class FenceTracker {
  private open: string | null = null;

  get inside(): boolean {
    return this.open !== null;
  }

  /** Takes the next line; true when it is code or a fence. */
  take(line: string): boolean {
    const fence = fenceOf(line);
    if (this.open === null) {
      if (fence === null) return false;
      this.open = fence.mark;
      return true;
    }
    if (fence?.bare && fence.mark.startsWith(this.open)) this.open = null;
    return true;
  }

  /** Ends a fence that its author never closed. */
  close(): void {
    this.open = null;
  }
}

/** Whether a line of prose ends a sentence, in any of the scripts we read; closing marks may follow. */
export function endsSentence(line: string): boolean {
  return /[.!?。！？…．;；:：][)\]"'”’»*_`）」』]*$/.test(line.slice(-LOOKED_AT).trimEnd());
}

/** Characters at the end of a line that can show that a sentence ends. */
const LOOKED_AT = 200;

/** Words in a line; a script without blanks counts two characters as a word. */
export function wordCount(text: string): number {
  // Kana and Han; plain ranges, because the classes of Unicode cost milliseconds to compile.
  const han = text.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0;
  let words = 0;
  for (const word of text.split(/\s+/)) if (/[0-9A-Za-z\u00aa-\u2fff\uac00-\ud7af]/.test(word)) words++;
  return words + Math.ceil(han / 2);
}
