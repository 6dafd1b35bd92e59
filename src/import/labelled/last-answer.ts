import { endsSentence, FenceTracker, indentOf, isBlank, wordCount } from "../text/block.ts";
import { isChrome } from "../text/page-chrome.ts";
import { type Layout, UNUSUAL } from "./sections-between.ts";

/** So much of what follows the first line of furniture must be furniture too before all of it is cut off. */
const FURNITURE_SHARE = 0.3;

/** Titles of what an author says after the last question. */
const CLOSING =
  /^#{0,6}\s*(?:(?:final|closing|last|parting) (?:thoughts?|words?|remarks?|notes?)|conclusions?|wrapping up|wrap[- ]up|in (?:closing|conclusion)|conclusión|conclusiones|conclusão|considerações finais|en conclusion|fazit|schlusswort|заключение|итоги?|выводы|总结|结语|結語|小结)\s*[:.]?$/iu;

/**
 * The line (from 0) after the last answer's end: below the last question a copied page goes on with share buttons,
 * related posts and a footer, and no label says where. `from` is the first line that need not be the answer's.
 */
export function answerEnd(lines: readonly string[], from: number, to: number, layout: Layout): number {
  const start = furnitureStart(lines, from, to, layout);
  let end = start;
  if (start < to) {
    // Names and slogans right above the furniture are furniture, where answers never look like that.
    while (end > from && (isBlank(lines[end - 1] ?? "") || isSlogan(lines[end - 1] ?? "", layout))) end--;
  }
  while (end > from && isBlank(lines[end - 1] ?? "")) end--;
  return end;
}

function furnitureStart(lines: readonly string[], from: number, to: number, layout: Layout): number {
  const fences = new FenceTracker();
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? "";
    if (fences.take(line) || indentOf(line) > layout.margin || isBlank(line)) continue;
    const above = lines[at - 1] ?? "";
    const standsAlone = isBlank(above) || layout.marginShare <= UNUSUAL;
    if (isBlank(above) && CLOSING.test(line.trim())) return at;
    if (!standsAlone || !isChrome(line)) continue;
    const tail = lines.slice(at, to).filter((text) => !isBlank(text));
    const furniture = tail.filter(
      (text) => isChrome(text) || (wordCount(text) <= 4 && !endsSentence(text)),
    ).length;
    if (furniture >= tail.length * FURNITURE_SHARE) return at;
    // The tail is read once: a later line of furniture would be judged by nearly the same lines.
    return to;
  }
  return to;
}

function isSlogan(line: string, layout: Layout): boolean {
  return (
    layout.marginShare <= UNUSUAL &&
    indentOf(line) <= layout.margin &&
    wordCount(line) <= 8 &&
    !endsSentence(line)
  );
}
