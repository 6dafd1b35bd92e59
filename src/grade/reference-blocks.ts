import { plainText, tidyProse } from "./plain-text.ts";

/** A stretch of a reference answer outside of code: a paragraph, a list item, a row of a table. */
export interface Block {
  readonly kind: "text" | "item" | "row";
  /** Markdown, one line. */
  readonly text: string;
  /** How deep a list item is nested; 0 for the outermost and for all that is no item. */
  readonly depth: number;
  /** The heading or bold line it stands under, without its number; "" for none. */
  readonly title: string;
  /** Whether it is the first below its title. */
  readonly opens: boolean;
  /** What comes next, code included. */
  readonly before: "item" | "row" | "code" | "text" | "end";
}

/** Of a longer reference the beginning is read. */
const MOST_BLOCKS = 400;

const ITEM = /^(\s*)(?:[-*+•]|\d{1,3}[.)])\s+(?=\S)/;
const HEADING = /^\s*#{1,6}\s+(.*?)\s*#*\s*$/;
/** A line that is bold from end to end; a number may stand before or inside. */
const BOLD_LINE = /^\s*(\d{1,3}[.)]\s*)?(?:\*\*|__)([^*_].{0,98}?)(?:\*\*|__)\s*:?\s*$/;
const RULE = /^\s*(?:\|?[\s:|-]*-[\s:|-]*\|?|(?:[-*_]\s*){3,})\s*$/;
const ROW = /^\s*\|.*\|\s*$/;
/** Names of parts that hold links, and of those that hold listings: neither claims anything. */
const LINKS =
  /^(?:useful |additional |external |more )?(?:resources?|references?|links?|sources?|credits?|see also|further reading|(?:read|learn) more|quellen|referencias|referências|références|fuentes|fontes|источники|ссылки|参考资料|参考)\b[^.]{0,12}$/i;
const LISTINGS = /^(?:demo|output|syntax|(?:sample )?code(?: examples?)?|examples?)\b[^.]{0,20}$/i;

/**
 * Parts a reference into its blocks, in their order; parts named "Useful resources", "Syntax" and the like are left
 * out. `lines` is the prose with an empty line in place of each line of code, `isCode` says where code stood.
 */
export function blocksOf(lines: readonly string[], isCode: readonly boolean[]): Block[] {
  const out: (Block & { before: Block["before"] })[] = [];
  let title = "";
  let isSkipped = false;
  let opens = false;
  let open: { kind: "text" | "item"; text: string; indent: number } | null = null;
  const indents: number[] = [];
  let header: string[] | null = null;
  const add = (kind: Block["kind"], text: string, depth: number) => {
    const tidy = tidyProse(text);
    if (isSkipped || tidy === "") return;
    out.push({ kind, text: tidy, depth, title, opens, before: "end" });
    opens = false;
  };
  const close = () => {
    if (open !== null) {
      if (open.kind === "item") {
        while ((indents.at(-1) ?? -1) >= open.indent) indents.pop();
        indents.push(open.indent);
      }
      const name = open.kind === "text" ? open.text.replace(/[:.\s]+$/, "") : "";
      if (LINKS.test(name)) {
        isSkipped = true;
        title = "";
      } else if (!LISTINGS.test(name))
        add(open.kind, open.text, open.kind === "item" ? indents.length - 1 : 0);
    }
    open = null;
  };
  const reached = (what: Block["before"]) => {
    const last = out.at(-1);
    // A title is to what stands below it what the mark of an item is.
    if (last !== undefined && last.before === "end") last.before = what === "text" && opens ? "item" : what;
  };
  /** A numbered title with nothing below it is an item of its list. */
  let numbered = "";
  const under = (name: string, number: string) => {
    close();
    if (opens && numbered !== "") {
      reached("item");
      add("item", numbered, 0);
    }
    numbered = number === "" ? "" : name;
    if (number !== "") reached("item");
    indents.length = 0;
    const plain = plainText(tidyProse(name)).replace(/^(?:step\s*)?\d{1,3}[.):]\s*/i, "");
    title = plain.replace(/[:.\s]+$/, "");
    isSkipped = LINKS.test(title) || LISTINGS.test(title);
    opens = true;
  };
  for (const [at, line] of lines.entries()) {
    if (out.length >= MOST_BLOCKS) break;
    if (isCode[at] === true) {
      close();
      reached("code");
      continue;
    }
    const bold = BOLD_LINE.exec(line);
    const heading = HEADING.exec(line)?.[1] ?? bold?.[2];
    const item = ITEM.exec(line);
    if (ROW.test(line)) {
      close();
      const cells = cellsOf(line);
      if (header === null) header = cells;
      else if (!RULE.test(line)) {
        reached("row");
        add("row", rowText(header, cells), 0);
      }
      continue;
    }
    header = null;
    if (line.trim() === "" || RULE.test(line)) close();
    else if (heading !== undefined) under(heading, bold?.[1] ?? "");
    else if (item !== null) {
      close();
      reached("item");
      open = { kind: "item", text: line.replace(ITEM, ""), indent: (item[1] ?? "").length };
    } else if (open === null) {
      reached("text");
      if (!/^\s/.test(line)) indents.length = 0;
      open = { kind: "text", text: line.trim(), indent: 0 };
    } else open.text += ` ${line.trim()}`;
  }
  close();
  if (opens && numbered !== "") add("item", numbered, 0);
  return out;
}

function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\||\|$/g, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

/** A row as a claim: the first cell, then each other one, named by its column where there are several. */
function rowText(header: readonly string[], cells: readonly string[]): string {
  const [first = "", ...rest] = cells;
  const told = rest.map((cell, i) => {
    const name = header[i + 1] ?? "";
    return cell === "" || rest.length === 1 || name === "" ? cell : `${name}: ${cell}`;
  });
  const values = told.filter((cell) => cell !== "").join(", ");
  return values === "" || first === "" ? first || values : `${first}: ${values}`;
}
