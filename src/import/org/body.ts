import { Translation } from "../markdown/translation.ts";
import { isBlank } from "../text/block.ts";
import { orgInline } from "./inline.ts";
import type { OrgLine } from "./tree.ts";

/** Blocks inside blocks. */
const DEEPEST = 8;

/** Writes the text below a heading as Markdown. */
export function writeBody(body: readonly OrgLine[], out: Translation, depth = 0): void {
  const ends = lastEnds(body);
  for (let i = 0; i < body.length; ) {
    const { text, at } = body[i] ?? { text: "", at: 0 };
    const block = /^(\s*)#\+begin_(\w+)[ \t]*(.*)$/i.exec(text);
    const name = (block?.[2] ?? "").toLowerCase();
    if (block !== null && depth < DEEPEST && (ends.get(name) ?? -1) > i) {
      i = writeBlock(body, i, { indent: block[1] ?? "", name, rest: block[3] ?? "", depth }, out);
      continue;
    }
    if (/^\s*:(?:\s|$)/.test(text)) {
      i = writeFixed(body, i, out);
      continue;
    }
    if (/^\s*\|/.test(text)) {
      i = writeTable(body, i, out);
      continue;
    }
    const line = lineToMarkdown(text);
    if (line === "") out.addGap(at + 1);
    else if (line !== null) out.add(line, at + 1);
    i++;
  }
}

/** The text below a heading as one block of Markdown. */
export function bodyText(body: readonly OrgLine[]): string {
  const out = new Translation();
  writeBody(body, out);
  return out.lines.join("\n").replace(/^\n+|\s+$/g, "");
}

/** Null for what says something to the program. */
function lineToMarkdown(text: string): string | null {
  if (isBlank(text)) return "";
  if (/^\s*#\+/.test(text)) return null;
  if (/^\s*-{5,}\s*$/.test(text)) return "---";
  const note = /^\[fn:([\w-]{1,60})\][ \t]*(.*)$/.exec(text);
  if (note !== null) return `[^${note[1]}]: ${orgInline(note[2] ?? "")}`;
  const item = /^(\s*)([-+]|\d{1,6}[.)])[ \t]+(.*)$/.exec(text);
  if (item === null) return orgInline(text.trimEnd());
  const [, indent = "", mark = "-", rest = ""] = item;
  const plain = rest
    .replace(/^\[@\d+\][ \t]*/, "")
    .replace(/^\[([ Xx-])\][ \t]+/, (_, box: string) => `[${box === "-" ? " " : box.toLowerCase()}] `);
  const term = /^(.{1,300}?)[ \t]+::(?:[ \t]+|$)(.*)$/.exec(plain);
  const shown =
    term === null
      ? orgInline(plain)
      : `**${orgInline(term[1] ?? "")}**${term[2] === "" ? "" : `: ${orgInline(term[2] ?? "")}`}`;
  return `${indent}${mark.replace(/[+]/, "-").replace(/\)$/, ".")} ${shown}`;
}

interface Block {
  readonly indent: string;
  readonly name: string;
  readonly rest: string;
  readonly depth: number;
}

const END = /^\s*#\+end_(\w+)/i;

/** Where a block of each name is closed last. */
function lastEnds(body: readonly OrgLine[]): Map<string, number> {
  const ends = new Map<string, number>();
  for (const [i, { text }] of body.entries()) {
    const name = text.includes("#+") ? END.exec(text.slice(0, 200))?.[1] : undefined;
    if (name !== undefined) ends.set(name.toLowerCase(), i);
  }
  return ends;
}

function writeBlock(
  body: readonly OrgLine[],
  start: number,
  { indent, name, rest, depth }: Block,
  out: Translation,
): number {
  let end = start + 1;
  while (end < body.length && END.exec((body[end]?.text ?? "").slice(0, 200))?.[1]?.toLowerCase() !== name)
    end++;
  const inside = body.slice(start + 1, end);
  const line = (body[start]?.at ?? 0) + 1;
  const next = Math.min(end + 1, body.length);
  if (name === "comment") return next;
  if (/^(?:src|example|export)$/.test(name)) {
    const language = name === "src" ? (/^[\w+#.-]{1,40}/.exec(rest)?.[0] ?? "") : "";
    const code = inside.map(({ text }) =>
      (text.startsWith(indent) ? text.slice(indent.length) : text.trimStart()).replace(/^,(?=[*,]|#\+)/, ""),
    );
    out.addCode(language.replace(/^emacs-lisp$/, "elisp"), code, line, indent);
    return next;
  }
  const inner = new Translation();
  writeBody(inside, inner, depth + 1);
  const prefix = /^(?:quote|verse)$/.test(name) ? "> " : "";
  for (const [i, text] of inner.lines.entries()) out.add((prefix + text).trimEnd(), inner.lineOf[i] ?? line);
  return next;
}

/** Lines that begin with a colon are code. */
function writeFixed(body: readonly OrgLine[], start: number, out: Translation): number {
  let end = start;
  while (end < body.length && /^\s*:(?:\s|$)/.test(body[end]?.text ?? "")) end++;
  const code = body.slice(start, end).map(({ text }) => text.replace(/^\s*: ?/, ""));
  out.addCode("", code, body[start]?.at ?? 0);
  return end;
}

function writeTable(body: readonly OrgLine[], start: number, out: Translation): number {
  let end = start;
  while (end < body.length && /^\s*\|/.test(body[end]?.text ?? "")) end++;
  const rows = body.slice(start, end);
  const cells = rows.flatMap(({ text, at }) =>
    /^\s*\|[-+]+/.test(text)
      ? []
      : [
          {
            at,
            own: text
              .trim()
              .replace(/^\||\|$/g, "")
              .split("|")
              .map((cell) => orgInline(cell.trim())),
          },
        ],
  );
  const isHeaded = /^\s*\|-/.test(rows[1]?.text ?? "");
  const width = cells[0]?.own.length ?? 0;
  const line = (own: readonly string[]) => `| ${own.join(" | ")} |`;
  const first = (rows[0]?.at ?? 0) + 1;
  if (!isHeaded) out.add(line(Array(width).fill("")), first);
  for (const [i, { own, at }] of cells.entries()) {
    if (i === (isHeaded ? 1 : 0)) out.add(line(Array(width).fill("---")), first);
    out.add(line(own), at + 1);
  }
  if (isHeaded && cells.length === 1) out.add(line(Array(width).fill("---")), first);
  return end;
}
