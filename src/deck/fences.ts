import { isBlank, isThematicBreak, listMark, type Placed, placed } from "./list-mark.ts";

/** Text that starts so much further in than its surroundings is indented code, or goes on with a paragraph. */
const CODE_INDENT = 4;

/**
 * Follows fenced code blocks and the list items they stand in, line by line (CommonMark 0.31, sections 4.5 and 5.2):
 * a fence of three or more backticks or tildes, closed by a bare fence of the same kind that is at least as long, or
 * by the end of its list item. Block quotes are not followed: their lines begin with `>`, so nothing in them is taken
 * for a heading or a fence.
 */
export class FenceTracker {
  #fence: { readonly mark: string; readonly column: number } | null = null;
  /** The columns where the contents of the open list items start, outermost first. */
  #items: readonly number[] = [];
  #isEmptyItem: boolean = false;
  #inParagraph: boolean = false;

  /** The fence outside of lists that is open after the lines seen so far, as in "```"; only its closing ends it. */
  get open(): string | null {
    return this.#fence?.column === 0 ? this.#fence.mark : null;
  }

  /** Whether a fence is open after the lines seen so far, wherever it stands. */
  get inFence(): boolean {
    return this.#fence !== null;
  }

  /** Whether the last line belongs to a list item: a heading in it is the item's own. */
  get inItem(): boolean {
    return this.#items.length > 0;
  }

  /** Takes the next line. True when it belongs to a fenced code block, its fences included. */
  take(line: string): boolean {
    // Most lines are plain text outside of lists.
    if (this.#fence === null && this.#items.length === 0 && /^[A-Za-z]/.test(line)) {
      this.#inParagraph = true;
      return false;
    }
    if (isBlank(line)) {
      // An item may begin with one blank line at most.
      if (this.#isEmptyItem) this.#items = this.#items.slice(0, -1);
      this.#isEmptyItem = false;
      this.#inParagraph = false;
      return this.#fence !== null;
    }
    const start = placed(line);
    if (this.#fence !== null) {
      if (start.column >= this.#fence.column) {
        if (closes(this.#fence, start)) this.#fence = null;
        return true;
      }
      this.#fence = null;
    }
    return this.#takeText(start);
  }

  #takeText(start: Placed): boolean {
    const kept = this.#items.filter((column) => column <= start.column);
    const isLeaving = kept.length < this.#items.length;
    const items = [...kept];
    let text = start;
    let base = items.at(-1) ?? 0;
    let isEmpty = false;
    while (text.column - base < CODE_INDENT) {
      const mark = isThematicBreak(text.text) ? null : listMark(text);
      const isFirst = items.length === kept.length;
      if (mark === null || (this.#inParagraph && !isLeaving && isFirst && !mark.interrupts)) break;
      items.push(mark.content);
      base = mark.content;
      text = mark;
      isEmpty = mark.text === "";
      if (isEmpty) break;
    }
    const isNew = items.length > kept.length;
    const isDeep = text.column - base >= CODE_INDENT;
    const fence = openingFence(text.text);
    const isText = fence === null && !isOtherBlock(text.text);
    // A paragraph goes on without its item's indent.
    if (isLeaving && this.#inParagraph && !isNew && isText) return false;
    const isParagraph = isDeep ? this.#inParagraph && !isNew && !isLeaving : isText;
    const isUnderline =
      this.#inParagraph && !isLeaving && !isNew && !isDeep && /^(?:=+|-+)[ \t]*$/.test(text.text);
    this.#items = items;
    this.#isEmptyItem = isEmpty;
    this.#inParagraph = isParagraph && !isEmpty && !isUnderline;
    if (fence === null || isDeep) return false;
    this.#fence = { mark: fence, column: base };
    return true;
  }
}

const FENCE = /^(`{3,}|~{3,})(.*)$/s;

function openingFence(text: string): string | null {
  const match = FENCE.exec(text);
  // Backticks after a fence of backticks make it inline code, not a block.
  return match === null || (match[1]?.startsWith("`") && match[2]?.includes("`")) ? null : (match[1] ?? null);
}

function closes(open: { mark: string; column: number }, { column, text }: Placed): boolean {
  const match = FENCE.exec(text);
  return (
    column - open.column < CODE_INDENT &&
    match?.[1]?.startsWith(open.mark) === true &&
    isBlank(match[2] ?? "")
  );
}

/** Headings, quotes, lines across the page and the usual HTML end a paragraph. */
function isOtherBlock(text: string): boolean {
  return (
    /^(?:#{1,6}(?:[ \t]|$)|>|<(?:[!?]|\/?(?:details|div|p|pre|summary|table)\b))/i.test(text) ||
    isThematicBreak(text)
  );
}
