/**
 * What is kept. Small ports, adapters behind each, one contract test for all of them. Start reading at
 * `deck-store.ts`.
 */
export { type DeckFolder, questionFiles, readDeckFolder, readDeckInfo, readDeckText } from "./deck-folder.ts";
export type { DeckStore, DeckSummary, LoadedDeck } from "./deck-store.ts";
export { folderDeckStore } from "./folder-deck-store.ts";
export { memoryDeckStore } from "./memory-deck-store.ts";
