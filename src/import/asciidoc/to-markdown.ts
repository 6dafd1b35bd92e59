import type { Translated } from "../markdown/read-as-markdown.ts";
import { warningAbout } from "../markdown/translation.ts";
import type { ImportWarning, SourceText } from "../reader.ts";
import { isBlank } from "../text/block.ts";
import { image } from "./inline.ts";
import {
  ADMONITION,
  admonitionLabel,
  BLOCK_ATTRIBUTES,
  BLOCK_MACRO,
  BLOCK_TITLE,
  CALLOUT,
  type Delimiter,
  type Described,
  DIRECTIVE,
  delimiterOf,
  describedBy,
  INCLUDE,
  isAuthorOrRevision,
  lastOfEach,
  listMarkOf,
  SECTION,
  underlinedLevel,
} from "./lines.ts";
import { NO_LISTS, OpenLists } from "./lists.ts";
import { Page, type Place } from "./page.ts";
import { Settings } from "./settings.ts";
import { tableToMarkdown } from "./table.ts";
import { asksInTerms } from "./terms.ts";

/** A block whose inside is read like the rest; the lists round it wait. */
interface OpenBlock {
  readonly mark: string;
  readonly outside: Place;
  readonly unfolds: boolean;
}

/** Turns AsciiDoc into Markdown. Files that it includes are not read: each is said in a warning. */
export function asciidocToMarkdown(source: SourceText): {
  translated: Translated;
  warnings: readonly ImportWarning[];
} {
  const translator = new Translator(source);
  return { translated: translator.translate(), warnings: translator.warnings() };
}

/** Blocks inside blocks. */
const DEEPEST_BLOCK = 12;

class Translator {
  private readonly page = new Page();
  private readonly source: SourceText;
  private readonly lines: readonly string[];
  private readonly settings: Settings;
  private open: OpenBlock[] = [];
  /** Attributes and title of the block below. */
  private pending: string;
  private title: string;
  private afterBlank: boolean;
  /** A `+` joins the block below to the list item above. */
  private joined: boolean;
  private inQuestions: boolean;
  private readonly termsAsk: boolean;
  private readonly closers: ReadonlyMap<string, number>;
  private readonly included: number[] = [];
  private readonly unclosed: number[] = [];

  constructor(source: SourceText) {
    this.source = source;
    this.lines = source.lines;
    this.settings = new Settings(source.text.length);
    this.pending = "";
    this.title = "";
    this.afterBlank = true;
    this.joined = false;
    this.inQuestions = false;
    this.closers = lastOfEach(this.lines);
    this.termsAsk = asksInTerms(source);
  }

  warnings(): ImportWarning[] {
    return [
      ...warningAbout(
        "left-out",
        "files that are included were not read, import them one by one",
        this.included,
      ),
      ...warningAbout("unclosed-fence", "a block opens and is never closed", this.unclosed),
    ];
  }

  translate(): Translated {
    for (let at = this.header(); at < this.lines.length; ) at = this.block(at);
    return this.page.toTranslated(this.source.name);
  }

  /** The document's title, and below it author and revision: no text of the document. */
  private header(): number {
    let at = 0;
    for (; at < this.lines.length; at++) {
      const line = this.lines[at] ?? "";
      if (!isBlank(line) && !/^\/\/(?!\/)/.test(line) && !this.settings.take(line)) break;
    }
    const title = /^=[ \t]+(\S.*)$/.exec(this.lines[at] ?? "")?.[1];
    if (title === undefined) return at;
    this.page.add(`# ${this.inline(title)}`, at);
    let others = 0;
    for (at++; at < this.lines.length; at++) {
      const line = this.lines[at] ?? "";
      if (this.settings.take(line) || line.startsWith("//")) continue;
      if (isBlank(line) || others === 2 || !isAuthorOrRevision(line)) break;
      others++;
    }
    this.page.gap(at);
    return at;
  }

  private inline(text: string): string {
    return this.settings.inline(text);
  }

  /** A block that no `+` joins to the list ends the list. */
  private leaveList(at: number): void {
    if (!this.joined && this.page.lists.isOpen) this.page.lists = NO_LISTS;
    this.page.gap(at);
    this.joined = false;
  }

  /** Reads the block or line at a place and tells where the next begins. */
  private block(at: number): number {
    const line = (this.lines[at] ?? "").trimEnd();
    if (line === "") {
      this.page.gap(at);
      this.afterBlank = true;
      return at + 1;
    }
    const next =
      this.special(line, at) ?? this.delimited(line, at) ?? this.item(line, at) ?? this.text(line, at);
    this.afterBlank = false;
    return next;
  }

  /** Lines that stand for themselves: comments, settings, sections, what is said of the block below. */
  private special(line: string, at: number): number | null {
    if (line.startsWith("//") && !line.startsWith("///")) return at + 1;
    if (this.settings.take(line) || DIRECTIVE.test(line)) return at + 1;
    if (INCLUDE.test(line)) {
      this.included.push(at + 1);
      return at + 1;
    }
    if (line === "+" && this.page.lists.isOpen) {
      this.page.gap(at);
      this.joined = true;
      return at + 1;
    }
    const section = SECTION.exec(line);
    if (section !== null && this.open.length === 0) {
      this.page.lists = NO_LISTS;
      this.inQuestions = false;
      this.page.gap(at);
      this.page.add(`${"#".repeat(section[1]?.length ?? 1)} ${this.inline(section[2] ?? "")}`, at);
      this.page.gap(at);
      return at + 1;
    }
    const underlined = this.underlined(line, at);
    if (underlined !== null) return underlined;
    if (BLOCK_ATTRIBUTES.test(line)) {
      if (!line.startsWith("[[")) {
        this.pending = line.slice(1, -1);
        this.inQuestions = this.pending.startsWith("qanda") || this.inQuestions;
      }
      if (!this.joined && this.afterBlank) this.page.lists = NO_LISTS;
      return at + 1;
    }
    const title = BLOCK_TITLE.exec(line)?.[1];
    if (title !== undefined && (this.afterBlank || this.pending !== "" || this.joined)) {
      this.title = this.inline(title);
      return at + 1;
    }
    if (line === "'''") {
      this.leaveList(at);
      this.page.add("---", at);
      return at + 1;
    }
    const macro = BLOCK_MACRO.exec(line);
    if (macro !== null) {
      this.leaveList(at);
      this.emitTitle(at);
      const [, kind, target = "", attributes = ""] = macro;
      this.page.add(kind === "image" ? image(target, attributes) : `[${target}](${encodeURI(target)})`, at);
      this.pending = "";
      return at + 1;
    }
    return null;
  }

  /** The old form of a title: a line below it, as long as it is. */
  private underlined(line: string, at: number): number | null {
    const level = this.afterBlank ? underlinedLevel(line, this.lines[at + 1] ?? "") : 0;
    if (level === 0) return null;
    this.page.lists = NO_LISTS;
    this.page.gap(at);
    this.page.add(`${"#".repeat(level)} ${this.inline(line)}`, at);
    this.page.gap(at);
    return at + 2;
  }

  private delimited(line: string, at: number): number | null {
    const inner = this.open.at(-1);
    if (inner !== undefined && line === inner.mark) {
      this.close(inner, at);
      return at + 1;
    }
    const found = delimiterOf(line);
    if (found === null) return null;
    const isTwin = found.mark === this.open.find(({ mark }) => mark === found.mark)?.mark;
    if ((this.closers.get(line) ?? -1) <= at || isTwin) {
      if (!isTwin) this.unclosed.push(at + 1);
      return at + 1;
    }
    if (found.kind === "open" || found.kind === "quote") return this.openBlock(found, at);
    let end = at + 1;
    while (end < this.lines.length && (this.lines[end] ?? "").trimEnd() !== found.mark) end++;
    const inside = this.lines.slice(at + 1, end);
    const attributes = this.pending;
    this.pending = "";
    if (found.kind === "comment") return end + 1;
    this.leaveList(at);
    this.emitTitle(at);
    if (found.kind === "table") {
      for (const row of tableToMarkdown(inside, attributes, (text) => this.inline(text)))
        this.page.add(row.text, at + 1 + row.at);
    } else if (found.kind === "raw" && !attributes.startsWith("source")) {
      for (const [i, text] of inside.entries()) this.page.add(text, at + 1 + i);
    } else {
      this.page.addCode(found.language || this.settings.languageOf(attributes), inside, at + 1);
    }
    this.page.gap(end);
    return end + 1;
  }

  private openBlock({ mark, kind }: Delimiter, at: number): number {
    if (this.open.length >= DEEPEST_BLOCK) return at + 1;
    const attributes = this.pending;
    this.pending = "";
    this.leaveList(at);
    const unfolds = attributes.includes("%collapsible");
    if (unfolds) {
      this.page.add(`<details><summary>${this.title || "Answer"}</summary>`, at);
      this.page.add("", at);
      this.title = "";
    }
    this.emitTitle(at);
    const label = ADMONITION.exec(attributes)?.[1];
    if (label !== undefined) {
      this.page.add(admonitionLabel(label), at);
      this.page.gap(at);
    }
    const isQuote = kind === "quote" || /^(?:quote|verse)\b/.test(attributes);
    this.open.push({ mark, outside: this.page.enter(isQuote), unfolds });
    this.afterBlank = true;
    return at + 1;
  }

  private close(block: OpenBlock, at: number): void {
    this.open.pop();
    this.page.goBack(block.outside);
    this.page.gap(at);
    if (block.unfolds) {
      this.page.add("</details>", at);
      this.page.gap(at);
    }
  }

  private emitTitle(at: number): void {
    if (this.title === "") return;
    this.page.add(`**${this.title.replace(/\*\*/g, "")}**`, at);
    this.page.gap(at);
    this.title = "";
  }

  private item(line: string, at: number): number | null {
    const callout = CALLOUT.exec(line);
    if (callout !== null) {
      this.page.add(`${callout[1] === "." ? 1 : callout[1]}. ${this.inline(callout[2] ?? "")}`, at);
      return at + 1;
    }
    const mark = listMarkOf(line);
    // In the middle of a paragraph `1986.` is a year.
    if (mark !== null && (mark.number === null || this.afterBlank || this.page.lists.isOpen)) {
      this.startItem(at);
      this.page.addItem(mark, this.inline(mark.text), at);
      return at + 1;
    }
    const described =
      this.afterBlank || this.page.lists.isOpen || this.inQuestions ? describedBy(line) : null;
    if (described === null) return null;
    this.describe(described, at);
    return at + 1;
  }

  /** What was said of a block below is said of this item; it goes back to the list it belongs to. */
  private startItem(at: number): void {
    this.emitTitle(at);
    this.pending = "";
    this.joined = false;
  }

  private describe({ mark, term, text }: Described, at: number): void {
    this.startItem(at);
    const asks =
      (this.inQuestions || this.termsAsk) && this.open.length === 0 && this.page.lists.isOutermost(mark);
    if (!asks) {
      const shown = `**${this.inline(term).replace(/\*\*/g, "")}**${text === "" ? "" : `: ${this.inline(text)}`}`;
      this.page.addItem({ mark, ordered: false, number: null }, shown, at);
      return;
    }
    this.page.lists = NO_LISTS;
    this.page.gap(at);
    this.page.add(`###### Q. ${this.inline(term)}`, at);
    this.page.gap(at);
    if (text !== "") this.page.add(this.inline(text), at);
    this.page.lists = OpenLists.ofTerm(mark);
  }

  private text(line: string, at: number): number {
    const isSet = /^\s/.test(this.lines[at] ?? "");
    if (this.afterBlank && this.page.lists.isOpen && !isSet && !this.page.lists.inTerm) this.leaveList(at);
    this.joined = false;
    const attributes = this.pending;
    this.pending = "";
    const isCode =
      /^(?:source|listing|literal)\b/.test(attributes) ||
      (this.afterBlank && isSet && !this.page.lists.isOpen);
    if (isCode) {
      let end = at;
      while (end < this.lines.length && !isBlank(this.lines[end] ?? "")) end++;
      this.emitTitle(at);
      this.page.addCode(this.settings.languageOf(attributes), this.lines.slice(at, end), at);
      return end;
    }
    this.emitTitle(at);
    const [, word, said] = ADMONITION.exec(line) ?? [];
    const isLabelled = word !== undefined && said !== undefined;
    const shown = isLabelled ? `${admonitionLabel(word)} ${this.inline(said)}` : this.inline(line.trim());
    const quoted = attributes.startsWith("quote") ? "> " : "";
    this.page.add(quoted + shown.replace(/ \+$/, "  "), at);
    return at + 1;
  }
}
