/** One question as a reader found it, before ids, points and canonical form. */
export interface DraftQuestion {
  /** Title of the section it stands in; "" when the document has none. */
  readonly section: string;
  /** First line of the prompt as Markdown, without number, label and heading marks. */
  readonly title: string;
  /** The rest of the prompt (code, options): Markdown, "" when nothing. */
  readonly body: string;
  /** Markdown; "" when the document gives no answer. */
  readonly answer: string;
  /** The number the document gives it; null when it gives none. */
  readonly number: number | null;
  /** Where the prompt starts, counted from 1. */
  readonly line: number;
}

/** Every code that an {@link ImportWarning} can carry; docs/reference/import.md says what each means. */
export const importWarningCodes = [
  "encoding-guessed",
  "left-out",
  "placeholder-answer",
  "repeated",
  "repeated-other-answer",
  "section-dropped",
  "unanswered",
  "unclosed-fence",
  "unsure",
] as const;
export type ImportWarningCode = (typeof importWarningCodes)[number];

/** Something the person should know about the reading. */
export interface ImportWarning {
  readonly code: ImportWarningCode;
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** What a reader made of a document. Every occurrence is listed, repeated or not. */
export interface Draft {
  /** The name of the reader, as in `labelled-text`. */
  readonly reader: string;
  readonly questions: readonly DraftQuestion[];
  readonly warnings: readonly ImportWarning[];
  /** How sure the reader is that its questions are questions: labels, numbers in order, question marks; 0..1. */
  readonly evidence: number;
  /** Share of the document's lines with text that ended up in a prompt or an answer, 0..1. */
  readonly accounted: number;
}

/** A document after decoding: line ends are `\n`, no byte order mark. */
export interface SourceText {
  /** The file's name without folders, for messages. */
  readonly name: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** How the bytes were read; `windows-1252` is a guess that the person should hear of. */
  readonly encoding: "utf-8" | "utf-16" | "windows-1252";
}

/** One shape of document. Each shape is one file; `readers.ts` lists them. */
export interface Reader {
  readonly name: string;
  /** What it reads, in a few words for the person, as in `text with "Question:" and "Answer:" labels`. */
  readonly about: string;
  /** How much the document looks like this shape, 0..1. Cheap: lines and patterns only. */
  sniff(source: SourceText): number;
  /** Reads the whole. The readers with the best sniff read; the better draft wins. May load code first. */
  read(source: SourceText): Promise<Draft>;
}
