import { styleText } from "node:util";
import wrapAnsi from "wrap-ansi";

/**
 * Text from decks, documents and answers as a terminal may show it: control characters become visible or go, so that
 * no document can move the cursor, set a title or write to the clipboard through escape sequences.
 */
export function plain(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\t", "    ")
    .replace(/[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

/** How to write on a stream: its width in columns, and whether it shows colours. */
export interface Style {
  readonly width: number;
  paint(format: Parameters<typeof styleText>[0], text: string): string;
}

const WIDEST = 96;

/** The style of a stream: plain and 80 wide when it is no terminal; colours as NO_COLOR and FORCE_COLOR say. */
export function styleOf(stream: NodeJS.WriteStream): Style {
  const width = Math.max(20, Math.min(WIDEST, stream.isTTY ? stream.columns - 1 : 80));
  return { width, paint: (format, text) => styleText(format, text, { stream }) };
}

/** Wraps plain text, each line after the first indented like the first. */
export function wrap(text: string, style: Style, indent = "", first = indent): string {
  const lines = wrapAnsi(text, Math.max(10, style.width - indent.length), { trim: true }).split("\n");
  return lines.map((line, at) => (at === 0 ? first : indent) + line).join("\n");
}

/** Markdown for reading in a terminal: paragraphs wrapped, code left as it is and set apart, marks of emphasis shown. */
export function showMarkdown(markdown: string, style: Style, indent = ""): string {
  let fence = "";
  const out: string[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) out.push(wrap(inline(paragraph.join(" "), style), style, indent));
    paragraph = [];
  };
  for (const line of plain(markdown).split("\n")) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence === "" ? mark !== "" : mark.startsWith(fence)) {
      flush();
      fence = fence === "" ? mark : "";
      continue;
    }
    if (fence !== "") {
      out.push(`${indent}  ${style.paint("cyan", line)}`);
      continue;
    }
    const item = /^(\s*(?:[-*+]|\d+[.)]) +)(.*)$/.exec(line);
    const heading = /^ {0,3}#{1,6} +(.*)$/.exec(line);
    if (line.trim() === "") {
      flush();
      if (out.at(-1) !== "") out.push("");
    } else if (heading !== null) {
      flush();
      out.push(indent + style.paint("bold", heading[1] ?? ""));
    } else if (item !== null) {
      flush();
      const bullet = item[1] ?? "";
      out.push(
        wrap(inline(item[2] ?? "", style), style, indent + " ".repeat(bullet.length), indent + bullet),
      );
    } else if (/^( {4}|\|)/.test(line)) {
      flush();
      out.push(indent + line);
    } else {
      paragraph.push(line.trim());
    }
  }
  flush();
  return out.join("\n").trimEnd();
}

function inline(text: string, style: Style): string {
  return text
    .replace(/`([^`]+)`/g, (_, code: string) => style.paint("cyan", code))
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => style.paint("bold", strong));
}
