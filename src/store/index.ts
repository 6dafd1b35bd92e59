/**
 * What is kept: decks, and what people did. Small ports, adapters behind each (memory, folders, SQLite), one contract
 * test for all of them. Start reading at `deck-store.ts` and `event-store.ts`.
 */
export { type DeckFolder, questionFiles, readDeckFolder, readDeckInfo, readDeckText } from "./deck-folder.ts";
export type { DeckMedia, DeckStore, DeckSummary, DeckToKeep, LoadedDeck, Over } from "./deck-store.ts";
export type { Derive, Entry, Erased, EventStore } from "./event-store.ts";
export { folderDeckStore } from "./folder-deck-store.ts";
export { memoryStore } from "./memory/memory-store.ts";
export { memoryDeckStore } from "./memory-deck-store.ts";
export type { RecallIndex, RecallRow, Span } from "./recall-index.ts";
export { deckFolders, type Replaced, replaceDeckFolders } from "./replace-deck-folders.ts";
export type { SessionStore, StoredSecret } from "./session-store.ts";
export { backUpStore, describeStore, openSqliteStore, restoreStore } from "./sqlite-store.ts";
export type { Store } from "./store.ts";
