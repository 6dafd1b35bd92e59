import { totalOf } from "./active.ts";
import { BlockWriter } from "./blocks.ts";
import type { KeepPicture } from "./inline.ts";
import { sanitise } from "./sanitise.ts";
import { parseHtml, TooMuchHtml } from "./tree.ts";

/**
 * A piece of HTML (a field of a flash card, a cell, a value) as Markdown. What can run or fetch by itself is left out
 * and counted in `removed`; tags that were written as text still show as text. Entities are decoded once.
 * @param keepPicture takes a picture that stands in the text as `data:`; without it such pictures are left out and counted
 */
export function fragmentToMarkdown(
  html: string,
  keepPicture?: KeepPicture,
): { markdown: string; removed: number } {
  let lost = 0;
  const writer = new BlockWriter((uri) => {
    const kept = keepPicture?.(uri) ?? null;
    if (kept === null) lost++;
    return kept;
  });
  const { root, removed } = parsed(html);
  writer.write(sanitise(root));
  return { markdown: writer.lines.join("\n").trim(), removed: totalOf(removed) + lost };
}

/** What is too deep or too large to be anybody's card is read without its tags. */
function parsed(html: string): ReturnType<typeof parseHtml> {
  try {
    return parseHtml(html, true);
  } catch (error) {
    if (!(error instanceof TooMuchHtml)) throw error;
    const tree = parseHtml(html.replace(/<[^<>]*>/g, " ").replace(/</g, "&lt;"), true);
    return { ...tree, removed: new Map([["frames and embedded objects", 1]]) };
  }
}
