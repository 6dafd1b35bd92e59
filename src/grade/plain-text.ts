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

/** Whether a line opens or closes a fenced code block; one can be the first thing of a list item. */
const FENCE = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:```|~~~)/;

/** Parts a Markdown text into its prose and the contents of its fenced code blocks, line by line. */
export function partCode(markdown: string): { readonly prose: string; readonly code: string } {
  const prose: string[] = [];
  const code: string[] = [];
  let inside = false;
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    if (FENCE.test(line)) {
      inside = !inside;
      prose.push("");
    } else (inside ? code : prose).push(line);
  }
  return { prose: prose.join("\n"), code: code.join("\n") };
}
