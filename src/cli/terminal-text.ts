import { styleText } from "node:util";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

/** Control characters but line feeds, and those that turn the direction of writing. */
const UNSEEN = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text from decks, documents and answers as a terminal may show it: control characters become visible or go, so that
 * no document can move the cursor, set a title or write to the clipboard through escape sequences.
 */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n").replaceAll("\t", "    ").replace(UNSEEN, "\ufffd");
}

/** A value as JSON in which no character can move the cursor of a terminal: JSON itself leaves some of them raw. */
export function jsonText(value: unknown, indent = 0): string {
  const escaped = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value, null, indent)
    .replace(UNSEEN, escaped)
    .replace(/[\u2028\u2029]/g, escaped);
}

/** How many rows a text takes on a terminal so many columns wide. */
export function rowsOf(text: string, columns: number): number {
  return Math.max(1, Math.ceil((stringWidth(text) + 1) / columns));
}

/** How to write on a stream: its width in columns, and whether it shows colours. */
export interface Style {
  readonly width: number;
  paint(format: Parameters<typeof styleText>[0], text: string): string;
}

const WIDEST = 96;

/** The style of a stream: plain and 80 wide when it is no terminal; colours as NO_COLOR and FORCE_COLOR say. */
export function styleOf(stream: NodeJS.WriteStream): Style {
  return {
    // Read each time: a window may be resized.
    get width() {
      return Math.max(20, Math.min(WIDEST, stream.isTTY ? stream.columns - 1 : 80));
    },
    paint: (format, text) => styleText(format, text, { stream }),
  };
}

/** Wraps plain text, each line after the first indented like the first. */
export function wrap(text: string, style: Style, indent = "", first = indent): string {
  const lines = wrapAnsi(text, Math.max(10, style.width - indent.length), { trim: true, hard: true }).split(
    "\n",
  );
  return lines.map((line, at) => (at === 0 ? first : indent) + line).join("\n");
}

/** A paragraph being gathered: where its first line and the others begin. */
interface Paragraph {
  readonly first: string;
  readonly indent: string;
  readonly words: string[];
}

/** Markdown for reading in a terminal: paragraphs wrapped, code left as it is and set apart, marks of emphasis shown. */
export function showMarkdown(markdown: string, style: Style, indent = ""): string {
  let fence = "";
  const out: string[] = [];
  let paragraph: Paragraph | null = null;
  const flush = () => {
    if (paragraph !== null) {
      out.push(wrap(inline(paragraph.words.join(" "), style), style, paragraph.indent, paragraph.first));
    }
    paragraph = null;
  };
  const gather = (words: string, hanging = indent, first = hanging) => {
    if (paragraph === null) paragraph = { first, indent: hanging, words: [] };
    paragraph.words.push(words);
  };
  for (const line of plain(markdown).split("\n")) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence === "" ? mark !== "" : mark.startsWith(fence)) {
      flush();
      fence = fence === "" ? mark : "";
    } else if (fence !== "") {
      out.push(`${indent}  ${style.paint("cyan", line)}`);
    } else {
      showLine(line);
    }
  }
  flush();
  return out.join("\n").trimEnd();

  function showLine(line: string): void {
    const item = /^(\s*(?:[-*+]|\d{1,9}[.)]) +)(.*)$/.exec(line);
    const heading = /^ {0,3}#{1,6} +(.*)$/.exec(line);
    const quote = /^ {0,3}> ?(.*)$/.exec(line);
    if (line.trim() === "") {
      flush();
      if (out.at(-1) !== "") out.push("");
    } else if (heading !== null) {
      flush();
      out.push(indent + style.paint("bold", heading[1] ?? ""));
    } else if (item !== null) {
      flush();
      const bullet = item[1] ?? "";
      gather(item[2] ?? "", indent + " ".repeat(bullet.length), indent + bullet);
    } else if (quote !== null) {
      gather(quote[1] ?? "", `${indent}> `);
    } else if (paragraph === null && /^( {4}|\|)/.test(line)) {
      out.push(indent + line);
    } else {
      gather(line.trim());
    }
  }
}

/** Code spans stay as they are; without colours they keep their backticks, so that they are still seen as code. */
function inline(text: string, style: Style): string {
  return text
    .split(/(`+[^`]+`+)/)
    .map((part, at) => {
      if (at % 2 === 0)
        return part.replace(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*/g, (_, strong: string) =>
          style.paint("bold", strong),
        );
      const code = style.paint("cyan", part.replace(/^`+|`+$/g, ""));
      return code.includes("\u001b") ? code : part;
    })
    .join("");
}
