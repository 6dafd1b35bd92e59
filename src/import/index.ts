/**
 * Any document becomes a draft, a draft becomes a deck: one reader a shape. Start reading at `reader.ts` (the
 * contract), then `readers.ts` (the list and the choice), then one shape, as in `labelled/text.ts`. What becomes of
 * a draft is in `update/` and `to-deck.ts`; the ways out are in `export/`. What several readers share is in `text/`.
 */

export { deckNameFor, deckNameIn } from "./deck-name.ts";
export { LARGEST_DOCUMENT } from "./decode.ts";
export { csvRow } from "./export/deck-csv.ts";
export {
  aboutFormats,
  type ExportedDeck,
  type ExportFormat,
  exportDeck,
  exportFormats,
} from "./export/export-deck.ts";
export { openFolder } from "./folder/open.ts";
export { inTurn } from "./in-turn.ts";
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
export type { DocumentPart } from "./update/fingerprint.ts";
export type { DeckChange } from "./update/update-deck.ts";
