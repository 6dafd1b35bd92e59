import type { Element, ElementContent } from "hast";
import { codeSpan, escapeText, linkTarget, raised } from "./text.ts";

/** A paragraph under way: pieces of Markdown, with the line each of its lines came from. */
export class InlineWriter {
  readonly lineOf: number[] = [];
  private readonly pieces: string[] = [];
  /** Marks that are open, outermost first; those from `written` on wait for something to stand inside. */
  private readonly marks: string[] = [];
  private written = 0;
  private breaks = 0;
  /** A blank that is written when something follows it. */
  private blank: boolean;
  /** The last character, and whether the last piece closed a mark (then the character before the mark). */
  private last = "";
  private closed: string | null = null;
  private readonly flat: boolean;
  private readonly keepPicture: KeepPicture;

  /** @param flat no line breaks, as in a heading or a cell */
  constructor(flat: boolean, keepPicture: KeepPicture) {
    this.flat = flat;
    this.blank = false;
    this.keepPicture = keepPicture;
  }

  get isEmpty(): boolean {
    return this.pieces.length === 0;
  }

  /** The paragraph: lines of text, a hard break at the end of each but the last; "" parts paragraphs. */
  get lines(): string[] {
    return this.pieces.join("").split("\n");
  }

  write(nodes: readonly ElementContent[]): void {
    for (const node of nodes) {
      if (node.type === "text") this.text(node.value, node.position?.start.line ?? 1);
      else if (node.type === "element") this.element(node);
    }
  }

  private element(node: Element): void {
    const { tagName, children, position } = node;
    const line = position?.start.line ?? 1;
    const mark = MARKS.get(tagName);
    if (mark !== undefined) this.within(mark, children);
    else if (tagName === "br") this.breakLine();
    else if (tagName === "img") this.picture(node, line);
    else if (tagName === "a") this.link(node);
    else if (CODE.has(tagName)) this.emit(codeSpan(flatText(node)), line);
    else if (tagName === "sup" || tagName === "sub") {
      if (!isNoteMark(node)) this.emit(escapeText(raised(flatText(node).trim(), tagName)), line, true);
    } else if (tagName === "math") this.emit(codeSpan(mathText(node)), line);
    else if (tagName === "q") {
      this.emit("“", line);
      this.write(children);
      this.emit("”", line, true);
    } else if (tagName === "input") this.box(node, line);
    else if (tagName === "rp" || isIcon(node)) return;
    else if (hasClass(node, "katex")) this.formula(node, line);
    else if (PARTED.has(tagName)) {
      this.blank = true;
      this.write(children);
      this.blank = true;
    } else this.write(children);
  }

  private text(value: string, line: number): void {
    // Soft hyphens and marks without width only say where a word may be parted.
    const text = value.replace(/[\u00ad\u200b\u2060\ufeff]/g, "").replace(/[ \t\n\r\f\u00a0]+/g, " ");
    if (text === "" || text === " ") {
      if (text === " ") this.blank = true;
      return;
    }
    if (text.startsWith(" ")) this.blank = true;
    const fresh = this.pieces.length === 0 || this.breaks > 0;
    this.emit(escapeText(text.trim(), fresh && this.marks.length === 0), line);
    if (text.endsWith(" ")) this.blank = true;
  }

  private within(mark: string, children: readonly ElementContent[]): void {
    if (this.marks.includes(mark)) {
      this.write(children);
      return;
    }
    this.marks.push(mark);
    this.write(children);
    this.close(mark, mark);
  }

  /** Ends a mark; one that nothing stands inside leaves no trace. */
  private close(open: string, end: string): void {
    const waits = this.marks.length > this.written;
    this.marks.pop();
    if (waits) return;
    this.written = this.marks.length;
    this.pieces.push(end);
    this.closed = open === end ? this.last : null;
    this.last = end.slice(-1);
  }

  private link(node: Element): void {
    const target = linkTarget(node.properties.href);
    const label = flatText(node).trim();
    // What headings carry to be linked to says nothing.
    if (/^[#¶§🔗\s]*$/u.test(label) && !node.children.some(isPicture)) return;
    // A picture that leads to its larger self is a picture; as a link it would look like a badge.
    if (target === null || label === "" || this.marks.includes("[")) {
      this.write(node.children);
      return;
    }
    this.marks.push("[");
    this.write(node.children);
    this.close("[", `](${target})`);
  }

  private picture({ properties }: Element, line: number): void {
    const { src } = properties;
    const alt = escapeText(
      String(properties.alt ?? "")
        .replace(/\s+/g, " ")
        .trim()
        .replace(/[[\]]/g, ""),
    );
    const source = typeof src === "string" ? src.trim() : "";
    const target = PICTURE.test(source) ? this.keepPicture(source) : linkTarget(source);
    if (target !== null && target !== "") this.emit(`![${alt}](${target})`, line);
    else if (alt !== "") this.emit(alt, line);
  }

  private box({ properties }: Element, line: number): void {
    if (properties.type === "checkbox") this.emit(properties.checked === undefined ? "[ ]" : "[x]", line);
  }

  private formula(node: Element, line: number): void {
    const tex = annotationOf(node);
    if (tex === "") this.write(node.children);
    else this.emit(`$${tex}$`, line);
  }

  private breakLine(): void {
    if (this.flat) this.blank = true;
    else this.breaks++;
  }

  /** @param joined stands right behind what is before, blank or not */
  private emit(text: string, line: number, joined = false): void {
    if (text === "") return;
    if (this.pieces.length === 0) this.lineOf.push(line);
    else if (this.breaks > 0) this.pushBreak(line);
    else if (this.blank && !joined) this.push(" ");
    this.breaks = 0;
    this.blank = false;
    this.open(text);
    this.push(text);
  }

  private pushBreak(line: number): void {
    const whole = this.breaks > 1;
    // Emphasis does not reach over a blank line.
    if (whole)
      while (this.written > 0 && this.marks[this.written - 1] !== "[")
        this.push(this.marks[--this.written] ?? "");
    this.pieces.push(whole ? "\n\n" : "  \n");
    this.last = "\n";
    this.closed = null;
    if (whole) this.lineOf.push(line);
    this.lineOf.push(line);
  }

  /** Writes the marks that wait; between letters and punctuation Markdown needs a blank to see them. */
  private open(text: string): void {
    const waiting = this.marks.slice(this.written);
    if (this.closed !== null) {
      if (waiting[0] !== undefined && waiting[0] === this.pieces.at(-1)) {
        // `**a****b**` is one run.
        this.pieces.pop();
        waiting.shift();
        this.last = this.closed;
      } else if (/[\p{P}\p{S}]/u.test(this.closed) && /^[\p{L}\p{N}]/u.test(text)) this.push(" ");
    }
    if (waiting.length > 0 && waiting[0] !== "[" && LETTER.test(this.last) && /^[\p{P}\p{S}]/u.test(text)) {
      this.push(" ");
    }
    for (const mark of waiting) this.push(mark);
    this.written = this.marks.length;
  }

  private push(text: string): void {
    this.pieces.push(text);
    this.last = text.slice(-1);
    this.closed = null;
  }
}

/** Takes a picture that the page itself holds and gives the address of the copy, or null when it is not kept. */
export type KeepPicture = (dataUri: string) => string | null;

/** Pictures that a page may hold itself; SVG can hold scripts and is none. */
const PICTURE = /^data:image\/(?:png|jpe?g|gif|webp)[;,]/i;

const LETTER = /[\p{L}\p{N}]/u;

const MARKS: ReadonlyMap<string, string> = new Map([
  ["b", "**"],
  ["strong", "**"],
  ["i", "*"],
  ["em", "*"],
  ["cite", "*"],
  ["dfn", "*"],
  ["var", "*"],
  ["s", "~~"],
  ["del", "~~"],
  ["strike", "~~"],
]);

/** Blocks that end up in one line, as in a cell. */
const PARTED = new Set([
  "p",
  "div",
  "li",
  "td",
  "th",
  "dt",
  "dd",
  "tr",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
]);

const CODE = new Set(["code", "kbd", "samp", "tt"]);

const isPicture = (node: ElementContent): boolean => node.type === "element" && node.tagName === "img";

/** Whether an element has a class of that name. */
function hasClass(node: Element, name: string): boolean {
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}

/** What is drawn for the eye only. */
function isIcon({ tagName, properties }: Element): boolean {
  return properties.ariaHidden === "true" && (tagName === "span" || tagName === "i");
}

/** `[1]` or `2` that leads to a note below. */
function isNoteMark(node: Element): boolean {
  const [only] = node.children;
  if (only?.type !== "element" || only.tagName !== "a") return false;
  return String(only.properties.href ?? "").includes("#") && /^\W?\d{1,3}\W?$/.test(flatText(node).trim());
}

/** All text of an element as it stands; `<br>` is a line end. */
export function flatText(node: Element): string {
  let text = "";
  const walk = (nodes: readonly ElementContent[]) => {
    for (const child of nodes) {
      if (child.type === "text") text += child.value;
      else if (child.type === "element") {
        if (child.tagName === "br") text += "\n";
        else walk(child.children);
      }
    }
  };
  walk(node.children);
  return text;
}

function annotationOf(node: Element): string {
  let tex = "";
  const walk = (nodes: readonly ElementContent[]) => {
    for (const child of nodes) {
      if (child.type !== "element") continue;
      if (child.tagName === "annotation" && /tex/i.test(String(child.properties.encoding ?? ""))) {
        tex ||= flatText(child).trim();
      } else walk(child.children);
    }
  };
  walk([node]);
  return tex;
}

/** A formula as text: what its author typed when that is kept, else its signs in a row. */
function mathText(node: Element): string {
  const tex = annotationOf(node);
  if (tex !== "") return tex;
  const parts = (nodes: readonly ElementContent[]): string[] =>
    nodes.flatMap((child) => {
      if (child.type === "text") return child.value.trim() === "" ? [] : [child.value.trim()];
      return child.type === "element" ? [written(child)] : [];
    });
  const written = ({ tagName, children }: Element): string => {
    const inner = parts(children);
    if (tagName === "msup") return inner.join("^");
    if (tagName === "msub") return inner.join("_");
    if (tagName === "mfrac") return inner.join("/");
    if (tagName === "msqrt") return `√(${inner.join("")})`;
    return inner.join("");
  };
  return written(node);
}
