/**
 * Any document becomes a draft, a draft becomes a deck: one reader a shape. Start reading at `reader.ts` (the
 * contract), then `readers.ts` (the list and the choice), then one shape, as in `labelled-text.ts`.
 */

export { csvRow } from "./deck-csv.ts";
export { deckNameFor, deckNameIn } from "./deck-name.ts";
export { LARGEST_DOCUMENT } from "./decode.ts";
export {
  aboutFormats,
  type ExportedDeck,
  type ExportFormat,
  exportDeck,
  exportFormats,
} from "./export-deck.ts";
export type { DocumentPart } from "./fingerprint.ts";
export { inTurn } from "./in-turn.ts";
export { openFolder } from "./open-folder.ts";
export { readAtOnce, readBounded } from "./read-bounded.ts";
export type {
  Draft,
  DraftQuestion,
  ImportWarning,
  ImportWarningCode,
  Media,
  Reader,
  Source,
} from "./reader.ts";
export { readDocument, readerNames } from "./readers.ts";
export {
  type ImportReport,
  type ImportTotals,
  importReport,
  importTotals,
  type ReportedQuestion,
} from "./report.ts";
export { sourceOf } from "./source.ts";
export { draftToDeck } from "./to-deck.ts";
export type { DeckChange } from "./update-deck.ts";
