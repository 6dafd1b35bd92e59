/**
 * Questions, points, decks; their Markdown form, read and written; lint. Pure. Start reading at `question.ts`, then
 * `parse-question.ts`.
 */
export { canonicalBlock, canonicalQuestion, oneLine } from "./canonical.ts";
export type { Deck, DeckInfo, Problem } from "./deck.ts";
export { DECK_FILE, parseDeckFile, printDeckFile } from "./deck-file.ts";
export { FenceTracker } from "./fences.ts";
export { type LintedFile, lintDeck } from "./lint.ts";
export { lintFrontMatter } from "./lint-front-matter.ts";
export { type ParsedQuestion, parseQuestion, type QuestionFile } from "./parse-question.ts";
export { printQuestion } from "./print-question.ts";
export {
  type FollowUp,
  type Level,
  type Misconception,
  type Point,
  promptOf,
  type Question,
  type Weight,
} from "./question.ts";
