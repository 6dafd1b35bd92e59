import type { Element, ElementContent, Root } from "hast";
import { parseLabel } from "../text/labels.ts";
import { codeText, languageOf } from "./code.ts";
import { isAnswerSummary } from "./details.ts";
import { flatText, InlineWriter, type KeepPicture } from "./inline.ts";
import { type Cell, cellText, dataTable, type TablePlan } from "./table.ts";
import { type Titles, trimSigns } from "./titles.ts";

const BLOCKS = new Set(
  (
    "html body main article section div header footer nav aside address figure figcaption hgroup search h1 h2 h3 h4 h5 h6 p hr " +
    "pre blockquote center ul ol menu li dl dt dd details summary table caption thead tbody tfoot tr td th fieldset legend"
  ).split(" "),
);

/** Titles are written as headings of the lowest level, what gathers them one above. */
export const TITLE_LEVEL = 6;
const GROUP_LEVEL = 5;

/** Columns by which lists and quotations are set in; below that they go no deeper. */
const DEEPEST_PREFIX = 40;

const ANSWER =
  /answer|solution|respuesta|resposta|solución|solução|réponse|antwort|lösung|ответ|решение|答案|解答|解析/i;

/** A title as it was written. Lines from 0. */
export interface TitleMark {
  readonly at: number;
  readonly title: string;
  /** The line after what belongs to it at most; null when nothing but the next title says so. */
  end: number | null;
}

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

  /** The language of the code inside the present frame. */
  private language = "";
  /** Where the titles stand that were asked for. */
  readonly marks: TitleMark[] = [];
  private readonly titles: Titles | null;
  private readonly withTitles = new WeakSet<Element>();
  private readonly open = new Map<Element, TitleMark[]>();

  constructor(keepPicture: KeepPicture, titles: Titles | null = null) {
    this.keepPicture = keepPicture;
    this.titles = titles;
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
      const isTitle = this.isTitle(node);
      const holds = this.findBlocks(node.children) || (node.tagName === "code" && isBlockOfCode(node));
      if (holds || isTitle) this.withBlocks.add(node);
      if (isTitle || node.children.some((child) => child.type === "element" && this.withTitles.has(child))) {
        this.withTitles.add(node);
      }
      any ||= holds || isTitle || BLOCKS.has(node.tagName);
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

  private isTitle(node: Element): boolean {
    return this.titles !== null && (this.titles.titles.has(node) || this.titles.groups.has(node));
  }

  private block(node: Element): void {
    if (this.titles?.answers.has(node)) this.alone("**Answer:**", lineOf(node));
    if (this.isTitle(node)) this.title(node);
    // A list or a frame round titles only lays them out.
    else if (this.withTitles.has(node)) this.flow(node.children);
    else this.plainBlock(node);
    for (const mark of this.open.get(node) ?? []) mark.end = this.lines.length;
  }

  private title(node: Element): void {
    const writer = this.inline(node.tagName === "pre" ? [node] : node.children, true);
    if (writer.isEmpty) return;
    const text = writer.lines.join(" ");
    const isGroup = this.titles?.groups.has(node) === true;
    this.alone(
      `${"#".repeat(isGroup ? GROUP_LEVEL : TITLE_LEVEL)} ${trimSigns(text)}`,
      writer.lineOf[0] ?? 1,
    );
    if (isGroup) return;
    const at = this.lines.findLastIndex((line) => line.startsWith("#"));
    const mark: TitleMark = { at, title: trimSigns(text), end: null };
    this.marks.push(mark);
    const round = this.titles?.titles.get(node);
    if (!round) return;
    const same = this.open.get(round);
    if (same === undefined) this.open.set(round, [mark]);
    else same.push(mark);
  }

  private plainBlock(node: Element): void {
    const { tagName } = node;
    const outerLanguage = this.language;
    // Highlighters name the language on a frame round the code, too.
    if (tagName === "div" || tagName === "figure" || tagName === "td")
      this.language = languageOf(node) || this.language;
    this.writeBlock(node);
    this.language = outerLanguage;
  }

  private writeBlock(node: Element): void {
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
    this.line(fence + (languageOf(node) || this.language), line);
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
    if (outer.prefix.length < DEEPEST_PREFIX) this.prefix = outer.prefix + prefix;
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
    const plan = this.titles?.tables.get(node);
    if (plan !== undefined) {
      this.questionTable(plan);
      return;
    }
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

  /** A row of a table of questions: a title, and what stands in the cell of the answer. */
  private questionTable({ rows, question, answer, count }: TablePlan): void {
    for (const row of rows) {
      const cell = row[question];
      if (cell === undefined) continue;
      const before = this.marks.length;
      const number = /^\d{1,6}(?=\W*$)/.exec(cellText(row[count]))?.[0];
      const counted: ElementContent[] =
        number === undefined ? [] : [{ type: "text", value: `${number}. `, position: row[count]?.position }];
      const children = [...counted, ...cell.children];
      this.title({ type: "element", tagName: "td", properties: {}, children });
      if (this.marks.length === before) continue;
      this.flow(answer === null ? [] : (row[answer]?.children ?? []));
      const mark = this.marks.at(-1);
      if (mark !== undefined) mark.end = this.lines.length;
    }
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
      const label = parseLabel(text)?.kind === "answer" ? text.replace(/\s*[:：]$/, "") : "Answer";
      // Below a title that was asked for, "Show an example" unfolds a part of the answer.
      const isAnswer =
        isAnswerSummary(text) && (this.marks.length === 0 || label !== "Answer" || ANSWER.test(text));
      if (isAnswer) this.alone(`**${label}:**`, lineOf(summary));
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
