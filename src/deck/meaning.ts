import { FenceTracker } from "./fences.ts";

/**
 * A text of Markdown without what only shapes it: emphasis, kinds of bullets, wrapped lines, blank lines, the width of
 * tables. Two texts with the same meaning here differ in form only. Code stays line by line.
 */
export function meaningOf(markdown: string): string {
  const fences = new FenceTracker();
  const out: string[] = [];
  let paragraph = "";
  const close = () => {
    if (paragraph !== "") out.push(plainLine(paragraph));
    paragraph = "";
  };
  for (const line of markdown.split("\n")) {
    const isCode = fences.take(line);
    if (isCode) {
      close();
      out.push(line.trimEnd().replace(/^(\s*)~~~+/, "$1```"));
      continue;
    }
    const text = line.trim();
    const isOwn = /^(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|>|\|)/.test(text);
    if (text === "" || isOwn) close();
    if (isOwn && /^[-*+]\s/.test(text)) {
      const depth = line.length - line.trimStart().length;
      paragraph = `${depth > 1 ? "  " : ""}- ${text.slice(2).trim()}`;
    } else if (text !== "") paragraph = paragraph === "" ? text : `${paragraph} ${text}`;
    if (/^(?:#{1,6}\s|\|)/.test(text)) close();
  }
  close();
  return out.join("\n").trim();
}

/** One line without emphasis, in plain quotes; code spans stay as they are. */
function plainLine(text: string): string {
  const isRow = text.startsWith("|");
  const line = isRow ? text.replace(/\s*\|\s*/g, "|").replace(/:?-{2,}:?/g, "-") : text;
  return line
    .split(/(`[^`\n]{1,300}`)/)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part
            .replace(/(\*\*|__)(?=\S)([^\n]{1,400}?)\1/g, "$2")
            .replace(/(^|[\s(])[*_](?=[^\s*_])([^*_\n]{1,300}?)[*_](?=[\s).,;:!?]|$)/g, "$1$2")
            .replace(/[‘’]/g, "'")
            .replace(/[“”]/g, '"')
            .replace(/\s+/g, " "),
    )
    .join("")
    .trimEnd();
}
