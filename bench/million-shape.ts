/** What `million.ts` writes and `due.ts` asks for. */
export const RECALLS = 1_000_000;
export const DECKS = 10;
/** Decks that are installed; the others are not, so their questions are not asked. */
export const INSTALLED = ["api", "docker", "python"];
export const OWNER = "owner";
export const NOW = Date.UTC(2026, 0, 1, 12);
/** Milliseconds. */
export const DAY = 86_400_000;
