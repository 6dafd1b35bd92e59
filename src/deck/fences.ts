/**
 * Follows fenced code blocks line by line (CommonMark 0.31, section 4.5): a fence of three or more backticks or
 * tildes, indented by at most three spaces, closed by a bare fence of the same kind that is at least as long.
 */
export class FenceTracker {
  #open: string | null = null;

  /** The fence that is open after the lines seen so far, as in "```"; null outside of code. */
  get open(): string | null {
    return this.#open;
  }

  /** Takes the next line. True when it belongs to a code block, its fences included. */
  take(line: string): boolean {
    const match = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    const fence = match?.[1];
    const rest = match?.[2] ?? "";
    if (this.#open === null) {
      // Backticks after an opening fence of backticks make it inline code, not a block.
      if (fence === undefined || (fence.startsWith("`") && rest.includes("`"))) return false;
      this.#open = fence;
      return true;
    }
    if (fence?.startsWith(this.#open) && rest.trim() === "") this.#open = null;
    return true;
  }
}
