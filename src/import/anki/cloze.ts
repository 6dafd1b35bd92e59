/** Where a cloze opens (`{{c1::` or `{{c1,2::`), where one ends, where its hint begins. */
const MARK = /\{\{c(\d{1,9}(?:,\d{1,9}){0,30})::|\}\}|::/g;
/** Clozes may stand within clozes; Anki itself stops at eight. */
const DEEPEST = 8;

interface Open {
  readonly mark: string;
  readonly numbers: readonly number[];
  readonly text: string[];
  readonly hint: string[];
  inHint: boolean;
}

/** What a text with clozes shows, and whether it has one of the number that was asked for. */
export interface Clozed {
  readonly html: string;
  /** What was hidden, without what stands round it. */
  readonly hidden: readonly string[];
  readonly found: boolean;
}

/**
 * Shows a text with clozes (`{{c1::text::hint}}`) as one of its cards does: on the front the clozes of that number
 * become a blank or their hint, on the back they stand out; all others show as plain text. Takes one pass.
 */
export function showCloze(text: string, number: number, side: "front" | "back"): Clozed {
  const root: Open = { mark: "", numbers: [], text: [], hint: [], inHint: false };
  const stack = [root];
  const hidden: string[] = [];
  let found = false;
  let end = 0;
  const put = (piece: string) => {
    const top = stack.at(-1) ?? root;
    (top.inHint ? top.hint : top.text).push(piece);
  };
  for (const match of text.matchAll(MARK)) {
    put(text.slice(end, match.index));
    end = match.index + match[0].length;
    const top = stack.at(-1) ?? root;
    if (match[1] !== undefined && stack.length <= DEEPEST) {
      const numbers = match[1].split(",").map(Number);
      stack.push({ mark: match[0], numbers, text: [], hint: [], inHint: false });
    } else if (match[0] === "}}" && top !== root) {
      stack.pop();
      const content = top.text.join("");
      if (!top.numbers.includes(number)) put(content);
      else {
        found = true;
        hidden.push(content);
        put(side === "front" ? `[${top.hint.join("") || "..."}]` : strong(content));
      }
    } else if (match[0] === "::" && top !== root && !top.inHint) top.inHint = true;
    else put(match[0]);
  }
  put(text.slice(end));
  // What nobody closed is text.
  while (stack.length > 1) {
    const open = stack.pop() ?? root;
    put(open.mark + open.text.join("") + (open.inHint ? `::${open.hint.join("")}` : ""));
  }
  return { html: root.text.join(""), hidden, found };
}

/** Blocks cannot stand inside bold, nor pictures gain by it. */
const strong = (html: string): string =>
  html.trim() === "" || /<(?:p|div|ul|ol|li|pre|table|h\d|br|img|hr|blockquote)\b/i.test(html)
    ? html
    : `<b>${html}</b>`;
