import type { Element, ElementContent, Root } from "hast";
import { codeText, languageOf } from "./html-code.ts";
import { isAnswerSummary } from "./html-details.ts";
import { flatText, InlineWriter, type KeepPicture } from "./html-inline.ts";
import { type Cell, dataTable } from "./html-table.ts";
import { parseLabel } from "./labels.ts";

const BLOCKS = new Set(
  (
    "html body main article section div header footer nav aside address figure figcaption hgroup search h1 h2 h3 h4 h5 h6 p hr " +
    "pre blockquote center ul ol menu li dl dt dd details summary table caption thead tbody tfoot tr td th fieldset legend"
  ).split(" "),
);

/** Writes a tree as lines of Markdown and remembers which line of the page each came from. */
export class BlockWriter {
  readonly lines: string[] = [];
  readonly lineOf: number[] = [];
  /** What every line of the present item or quotation begins with. */
  private prefix = "";
  /** What its first line begins with instead, until there is one. */
  private marker: string | null = null;
  /** How many lines there were when text that is no paragraph of its own had been written. */
  private looseEnd = -1;
  private readonly withBlocks = new WeakSet<Element>();
  private readonly keepPicture: KeepPicture;

  constructor(keepPicture: KeepPicture) {
    this.keepPicture = keepPicture;
  }

  write(root: Root | Element): void {
    this.findBlocks(root.children as readonly ElementContent[]);
    this.flow(root.children as readonly ElementContent[]);
  }

  /** Marks the elements that hold a block, from the inside. */
  private findBlocks(nodes: readonly ElementContent[]): boolean {
    let any = false;
    for (const node of nodes) {
      if (node.type !== "element") continue;
      const holds = this.findBlocks(node.children) || (node.tagName === "code" && isBlockOfCode(node));
      if (holds) this.withBlocks.add(node);
      any ||= holds || BLOCKS.has(node.tagName);
    }
    return any;
  }

  /** Blocks as they are; what stands between them as paragraphs. */
  private flow(nodes: readonly ElementContent[]): void {
    let run: ElementContent[] = [];
    const flush = () => {
      if (run.length > 0) {
        this.paragraph(run);
        this.looseEnd = this.lines.length;
      }
      run = [];
    };
    for (const node of nodes) {
      if (node.type === "element" && (BLOCKS.has(node.tagName) || this.withBlocks.has(node))) {
        flush();
        this.block(node);
      } else run.push(node);
    }
    flush();
  }

  private block(node: Element): void {
    const { tagName, children } = node;
    const level = /^h([1-6])$/.exec(tagName)?.[1];
    if (level !== undefined) this.heading(Number(level), children);
    else if (tagName === "pre" || (tagName === "code" && isBlockOfCode(node))) this.code(node);
    else if (tagName === "ul" || tagName === "ol" || tagName === "menu") this.list(node);
    else if (tagName === "blockquote") this.nested("> ", "> ", children);
    else if (tagName === "table") this.table(node);
    else if (tagName === "hr") this.alone("---", lineOf(node));
    else if (tagName === "dt") this.paragraph([{ ...node, tagName: "strong" }]);
    else if (tagName === "details") this.details(node);
    else this.flow(children);
  }

  /** A heading that holds blocks is written as one line all the same. */
  private heading(level: number, children: readonly ElementContent[]): void {
    const writer = this.inline(children, true);
    if (writer.isEmpty) return;
    this.alone(`${"#".repeat(level)} ${writer.lines.join(" ")}`, writer.lineOf[0] ?? 1);
  }

  private paragraph(nodes: readonly ElementContent[]): void {
    const writer = this.inline(nodes, false);
    if (writer.isEmpty) return;
    this.blank();
    for (const [i, line] of writer.lines.entries()) this.line(line, writer.lineOf[i] ?? 1);
    this.blank();
  }

  private code(node: Element): void {
    const code = codeText(node).replace(/^(?:[ \t]*\n)+|\s+$/g, "");
    if (code === "") return;
    const runs = code.match(/^[ \t]*`{3,}/gm) ?? [];
    const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.trim().length + 1)));
    const line = lineOf(node);
    this.blank();
    this.line(fence + languageOf(node), line);
    for (const [i, each] of code.split("\n").entries()) this.line(each, line + i);
    this.line(fence, line);
    this.blank();
  }

  private list(node: Element): void {
    const ordered = node.tagName === "ol";
    let number = Number(node.properties.start ?? 1);
    if (!Number.isSafeInteger(number) || number < 0) number = 1;
    // `<li>text<ul>`: nothing parts the inner list from the text.
    if (this.prefix !== "" && this.looseEnd === this.lines.length) this.unblank();
    else this.blank();
    const stray: ElementContent[] = [];
    for (const child of node.children) {
      if (child.type === "element" && child.tagName === "li") {
        const value = Number(child.properties.value ?? Number.NaN);
        if (Number.isSafeInteger(value) && value >= 0) number = value;
        const marker = ordered ? `${number++}. ` : "- ";
        this.nested(marker, " ".repeat(marker.length), child.children, true);
      } else if (child.type === "element" && BLOCKS.has(child.tagName)) {
        // A list right inside a list belongs to the item above it.
        const indent = ordered ? "   " : "  ";
        this.nested(indent, indent, [child], true);
      } else if (child.type === "element" || /\S/.test(child.type === "text" ? child.value : "")) {
        stray.push(child);
      }
    }
    if (stray.length > 0) this.flow(stray);
    this.blank();
  }

  private nested(marker: string, prefix: string, children: readonly ElementContent[], tight = false): void {
    if (!tight) this.blank();
    const outer = { prefix: this.prefix, marker: this.marker };
    this.marker = (outer.marker ?? outer.prefix) + marker;
    this.prefix = outer.prefix + prefix;
    const before = this.lines.length;
    this.flow(children);
    const wrote = this.lines.length > before;
    if (wrote) this.unblank();
    this.prefix = outer.prefix;
    this.marker = wrote ? null : outer.marker;
    if (!tight || (wrote && this.hasParagraphs(before))) this.blank();
  }

  /** Whether what was written since has a blank line inside, so that items should be parted by one. */
  private hasParagraphs(since: number): boolean {
    for (let i = since; i < this.lines.length - 1; i++) if (this.lines[i]?.trim() === "") return true;
    return false;
  }

  private table(node: Element): void {
    const found = dataTable(node);
    if (found === null) {
      this.flow(node.children.flatMap((child) => (child.type === "element" ? cellsIn(child) : [child])));
      return;
    }
    this.blank();
    if (found.caption !== null) this.paragraph(found.caption.children);
    const row = (cells: readonly Cell[]) => {
      const texts = Array.from({ length: found.columns }, (_, i) => this.cellText(cells[i]));
      this.line(`| ${texts.join(" | ")} |`, cells[0]?.line ?? lineOf(node));
    };
    const [head = [], ...rows] = found.rows;
    row(head);
    this.line(`|${" --- |".repeat(found.columns)}`, lineOf(node));
    for (const cells of rows) row(cells);
    this.blank();
  }

  private cellText(cell: Cell | undefined): string {
    if (cell === undefined) return "";
    return this.inline(cell.children, true).lines.join(" ").replace(/\|/g, "\\|");
  }

  /** What unfolds: an answer behind a label, anything else below its title in bold. */
  private details({ children }: Element): void {
    const summary = children.find((child) => child.type === "element" && child.tagName === "summary");
    const rest = children.filter((child) => child !== summary);
    if (summary?.type === "element") {
      const text = flatText(summary).replace(/\s+/g, " ").trim();
      const label = parseLabel(text)?.kind === "answer" ? text : "Answer";
      if (isAnswerSummary(text)) this.alone(`**${label.replace(/\s*[:：]$/, "")}:**`, lineOf(summary));
      else this.paragraph([{ ...summary, tagName: "strong" }]);
    }
    this.flow(rest);
  }

  private inline(nodes: readonly ElementContent[], flat: boolean): InlineWriter {
    const writer = new InlineWriter(flat, this.keepPicture);
    writer.write(nodes);
    return writer;
  }

  private alone(text: string, line: number): void {
    this.blank();
    this.line(text, line);
    this.blank();
  }

  private line(text: string, line: number): void {
    const start = this.marker ?? this.prefix;
    this.marker = null;
    this.lines.push(text === "" ? start.trimEnd() : start + text);
    this.lineOf.push(line);
  }

  /** One blank line, unless there is one or an item has just begun. */
  private blank(): void {
    const last = this.lines.at(-1);
    if (this.marker !== null || last === undefined || last === this.prefix.trimEnd()) return;
    this.lines.push(this.prefix.trimEnd());
    this.lineOf.push(this.lineOf.at(-1) ?? 1);
  }

  private unblank(): void {
    const empty = this.prefix.trimEnd();
    while (this.lines.length > 0 && this.lines.at(-1) === empty) {
      this.lines.pop();
      this.lineOf.pop();
    }
  }
}

const lineOf = (node: Element): number => node.position?.start.line ?? 1;

/** `<code>` of several lines: its author left out the `<pre>`. */
function isBlockOfCode(node: Element): boolean {
  return node.children.some((child) => child.type === "element" && child.tagName === "br");
}

/** The cells of a table that only lays out. */
function cellsIn(node: Element): ElementContent[] {
  if (node.tagName === "td" || node.tagName === "th" || node.tagName === "caption") {
    return [{ ...node, tagName: "div" }];
  }
  return node.children.flatMap((child) => (child.type === "element" ? cellsIn(child) : []));
}
