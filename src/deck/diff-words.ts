/** A stretch of text that both sides have, or one of them only. */
export interface WordChange {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** More comparisons than this cost more than the marks are worth: the texts are then shown as a whole. */
const MOST_CELLS = 1_000_000;

/**
 * What changed between two texts, word by word. Joined in order, `same` and `removed` give the first text and `same`
 * and `added` the second, blanks included.
 */
export function diffWords(before: string, after: string): WordChange[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const out: WordChange[] = [];
  const add = (kind: WordChange["kind"], text: string) => {
    const last = out.at(-1);
    if (text === "") return;
    if (last?.kind === kind) out[out.length - 1] = { kind, text: last.text + text };
    else out.push({ kind, text });
  };
  add("same", a.slice(0, head).join(""));
  middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), add);
  add("same", a.slice(a.length - tail).join(""));
  return out;
}

/** Words, each with the blanks before it; every character that is no letter or digit is a word. */
function wordsOf(text: string): string[] {
  return text.match(/\s*(?:[\p{L}\p{M}\p{N}_]+|[^\s])|\s+$/gu) ?? [];
}

/** The longest common subsequence (dynamic programming): from the end, then read from the start. */
function middle(
  a: readonly string[],
  b: readonly string[],
  add: (kind: WordChange["kind"], text: string) => void,
): void {
  const width = b.length + 1;
  if (a.length * b.length > MOST_CELLS || a.length === 0 || b.length === 0) {
    add("removed", a.join(""));
    add("added", b.join(""));
    return;
  }
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [one = "", two = ""] = [a[i], b[j]];
    if (i < a.length && j < b.length && one === two) {
      add("same", one);
      i++;
      j++;
    } else if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      add("removed", one);
      i++;
    } else {
      add("added", two);
      j++;
    }
  }
}
