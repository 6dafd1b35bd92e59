/** Markdown to plain prose, character by character as cheap as it can be: no tree, one pass a rule. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)/g, "$1")
    .replace(/<https?:[^>\s]{1,300}>/g, " ")
    .replace(/^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?)/gm, "")
    .replace(/(\*\*|__)(?=\S)([^\n]{1,400}?)\1/g, "$2")
    .replace(/`+/g, "")
    .replace(/(^|[\s(])[*_](?=[^\s*_])([^*_\n]{1,300}?)[*_](?=[\s).,;:!?]|$)/g, "$1$2");
}

/** Markup that says nothing: a tag that only shapes the page. `<input>` and the like may be what is talked of. */
const SHAPE =
  /<\/?(?:img|br|hr|p|div|span|details|summary|b|i|u|em|strong|sup|sub|center|kbd|a|ul|ol|li)(?:\s[^<>]{0,400})?\/?>/gi;
const IMAGE = /!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)/g;

/** A stretch of Markdown as one line without images and tags of the page; code spans stay as they are. */
export function tidyProse(markdown: string): string {
  return markdown
    .split(/(`[^`\n]{1,300}`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(IMAGE, " ").replace(SHAPE, " ")))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a line opens or closes a fenced code block; one can be the first thing of a list item. */
const FENCE = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:```|~~~)/;

/** The lines of a Markdown text, and which of them are fenced code, their fences included. */
export function markCode(markdown: string): {
  readonly lines: readonly string[];
  readonly isCode: readonly boolean[];
} {
  const lines = markdown.split(/\r\n|\r|\n/);
  let inside = false;
  const isCode = lines.map((line) => {
    const isFence = FENCE.test(line);
    if (isFence) inside = !inside;
    return isFence || inside;
  });
  return { lines, isCode };
}
