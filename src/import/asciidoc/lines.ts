/** What a line of AsciiDoc is, told by its own characters. */

/** `[source,java]`, `[qanda]`, `[[anchor]]`, `[#id]`: says something of the block below. */
export const BLOCK_ATTRIBUTES = /^\[(\[[^\]]{0,200}\]|[\p{L}_.#%{,"'*=\d][^\n]{0,400})?\]\s*$/u;
/** `.What the block is about` */
export const BLOCK_TITLE = /^\.([^\s.][^\n]*)$/;
export const SECTION = /^(={1,6}|#{1,6})[ \t]+(\S.*?)(?:[ \t]+\1)?$/;
export const INCLUDE = /^include::\S[^[]{0,400}\[.*\]\s*$/;
/** Lines that say something to the processor and are no text. */
export const DIRECTIVE = /^(?:(?:ifdef|ifndef|ifeval|endif)::|toc::\[|<<<\s*$|:!?[\w-]+!?:\s*$)/;
export const BLOCK_MACRO = /^(image|video|audio)::([^\s[]{1,500})\[([^\n]{0,400})\]\s*$/;
export const CALLOUT = /^<(\d{1,3}|\.)>\s+(\S.*)$/;
export const ADMONITION = /^(NOTE|TIP|IMPORTANT|WARNING|CAUTION)(?::\s+(\S.*)|)$/;

/** What opens a block and, alone on a line, closes it again. */
const DELIMITER =
  /^(?:(-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|\/{4,}|~{4,})|(--)|(`{3,})([\w+#-]{0,40})|([|,:!]={3,}))\s*$/;

/** How the inside of a delimited block is read. */
export type BlockKind = "code" | "comment" | "raw" | "table" | "quote" | "open";

export interface Delimiter {
  /** The line that closes it. */
  readonly mark: string;
  readonly kind: BlockKind;
  readonly language: string;
}

export function delimiterOf(line: string): Delimiter | null {
  const found = DELIMITER.exec(line);
  if (found === null) return null;
  const [, run, dashes, fence, language = "", table] = found;
  const mark = run ?? dashes ?? fence ?? table ?? "";
  if (fence !== undefined) return { mark, kind: "code", language };
  if (table !== undefined) return { mark, kind: "table", language };
  const kinds: Readonly<Record<string, BlockKind>> = {
    "/": "comment",
    "+": "raw",
    _: "quote",
    "=": "open",
    "*": "open",
  };
  const kind = dashes !== undefined ? "open" : (kinds[mark[0] ?? ""] ?? "code");
  return { mark, kind, language };
}

/** A list item: the mark by which lists are told apart, its number if it has one, its text. */
export interface ListMark {
  readonly mark: string;
  readonly ordered: boolean;
  readonly number: number | null;
  readonly text: string;
}

const LIST_MARK = /^\s*(?:(\*{1,6}|[-•])|(\.{1,6})|(\d{1,6})[.)]|([a-z])\.)[ \t]+(\S.*)$/;

export function listMarkOf(line: string): ListMark | null {
  const found = LIST_MARK.exec(line);
  if (found === null) return null;
  const [, bullet, dots, digits, letter, text = ""] = found;
  if (bullet !== undefined) return { mark: bullet, ordered: false, number: null, text };
  if (digits !== undefined) return { mark: "1.", ordered: true, number: Number(digits), text };
  return { mark: dots ?? (letter === undefined ? "" : "a."), ordered: true, number: null, text };
}

/** `Term:: text`, with `;;` or more colons deeper. */
export interface Described {
  readonly mark: string;
  readonly term: string;
  readonly text: string;
}

const DESCRIBED = /^\s*(\S[^\n]{0,400}?)(:{2,4}|;;)(?:[ \t]+(\S.*))?$/;

export function describedBy(line: string): Described | null {
  const found = line.includes("::") || line.includes(";;") ? DESCRIBED.exec(line) : null;
  if (found === null || /^(?:\/\/|[a-z]+::)/.test(line)) return null;
  return { mark: found[2] ?? "", term: (found[1] ?? "").trim(), text: (found[3] ?? "").trim() };
}

/** Where each line that can close a block stands last. */
export function lastOfEach(lines: readonly string[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    if (/^[-.=*_+/`|,:!~]/.test(line)) last.set(line.trimEnd().replace(/^(`{3,})[\w+#-]+$/, "$1"), at);
  }
  return last;
}

/** Han and kana are two columns wide. */
const widthOf = (line: string): number =>
  line.length + (line.match(/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/g)?.length ?? 0);

/** `Ann Lee <ann@example.org>`, `v1.0, 2024-01-01`: short, no sentence. */
export const isAuthorOrRevision = (line: string): boolean =>
  line.length <= 120 && !/^[=*.[|-]/.test(line) && !/[.?!。？！:：]\s*$/.test(line);

/** The level of a title in the old form, by the line below it, which is as long as it is; 0 for other lines. */
export function underlinedLevel(line: string, below: string): number {
  const mark = /^(={3,}|-{3,}|~{3,}|\^{3,}|\+{3,})\s*$/.exec(below)?.[1];
  if (mark === undefined || !/^[\p{L}\p{N}¿"'`*(]/u.test(line)) return 0;
  return Math.abs(widthOf(line) - mark.length) > 3 ? 0 : "=-~^+".indexOf(mark[0] ?? "") + 1;
}

/** `NOTE` as the words that open its paragraph. */
export const admonitionLabel = (word: string): string =>
  `**${word.charAt(0)}${word.slice(1).toLowerCase()}:**`;
