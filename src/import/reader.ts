import type { DeckName } from "../base/index.ts";
import type { DeckInfo, Level, Question } from "../deck/index.ts";

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
  /** Where the prompt starts, counted from 1; 1 where lines mean nothing (a card of a package). */
  readonly line: number;
  /** Where it stands when lines do not say it: a path in data (`items[3]`), a file of a folder (`git/rebase.md`). */
  readonly place?: string;
  /** As the document writes them. */
  readonly tags?: readonly string[];
  readonly level?: Level;
  /** Where more is said: addresses and titles, as the document writes them. */
  readonly refs?: readonly string[];
  /** The question as a deck file or an export of ours holds it: its id, points and all the rest are kept. */
  readonly whole?: Question;
}

/** A picture or sound that questions refer to as `media/NAME`. */
export interface Media {
  /** Safe as a file's name: see `mediaName`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Every code that an {@link ImportWarning} can carry; docs/reference/import.md says what each means. */
export const importWarningCodes = [
  "active-content",
  "columns",
  "encoding-guessed",
  "layout-lost",
  "left-out",
  "media-refused",
  "not-kept",
  "placeholder-answer",
  "rejected",
  "repeated",
  "repeated-other-answer",
  "section-dropped",
  "unanswered",
  "unclosed-fence",
  "unclosed-quote",
  "unsure",
] as const;
export type ImportWarningCode = (typeof importWarningCodes)[number];

/** Something the person should know about the reading. */
export interface ImportWarning {
  readonly code: ImportWarningCode;
  /** Counted from 1; 1 where lines mean nothing. */
  readonly line: number;
  /** Where, when a line does not say it, as in {@link DraftQuestion}. */
  readonly place?: string;
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
  readonly media?: readonly Media[];
  /** What somebody did with these questions, as an export has it; not checked yet. */
  readonly history?: readonly unknown[];
  /** The name of the deck, when the document says it. */
  readonly name?: DeckName;
  /** Questions that the deck keeps aside. */
  readonly gone?: readonly Question[];
  /** What the document says of the deck as a whole. */
  readonly info?: Partial<Omit<DeckInfo, "name">>;
}

/** A document after decoding: line ends are `\n`, no byte order mark. */
export interface SourceText {
  /** The file's name without folders, for messages. */
  readonly name: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** How the bytes were read: `declared` as a page itself says; `windows-1252` is a guess that the person should hear of. */
  readonly encoding: "utf-8" | "utf-16" | "declared" | "windows-1252";
}

/** A document that is no text: a package, an archive. */
export interface SourceBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of a folder or of an archive. */
export interface SourceFolder {
  readonly name: string;
  readonly files: readonly FolderFile[];
  /** Files that were not taken (links, devices, too large): each becomes a warning. */
  readonly refused: readonly { readonly path: string; readonly why: string }[];
}

export interface FolderFile {
  /** Below the folder, with slashes, no `.` or `..` in it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a document is before a reader is chosen. */
export type Source =
  | ({ readonly kind: "text" } & SourceText)
  | ({ readonly kind: "bytes" } & SourceBytes)
  | ({ readonly kind: "folder" } & SourceFolder);

/** Reads one shape of document. Each shape is one file; `readers.ts` lists them. */
interface ReaderOf<Kind extends Source["kind"], Taken> {
  /** The kind of source it reads; others it is never given. */
  readonly takes: Kind;
  readonly name: string;
  /** What it reads, in a few words for the person, as in `text with "Question:" and "Answer:" labels`. */
  readonly about: string;
  /** How much the document looks like this shape, 0..1. Cheap: lines, bytes and patterns only. */
  sniff(source: Taken): number;
  /** Reads the whole. The readers with the best sniff read; the better draft wins. May load code first. */
  read(source: Taken): Promise<Draft>;
}

export type TextReader = ReaderOf<"text", SourceText>;
export type BytesReader = ReaderOf<"bytes", SourceBytes>;
export type FolderReader = ReaderOf<"folder", SourceFolder>;
export type Reader = TextReader | BytesReader | FolderReader;
