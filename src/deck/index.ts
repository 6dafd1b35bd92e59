/**
 * Questions, points, decks; their Markdown form, read and written; lint. Pure. Start reading at `question.ts`, then
 * `parse-question.ts`.
 */
export { canonicalBlock, canonicalQuestion, oneLine } from "./canonical.ts";
export { contentStems } from "./content-words.ts";
export { bySection, type Deck, type DeckInfo, type Problem } from "./deck.ts";
export { DECK_FILE, parseDeckFile, printDeckFile } from "./deck-file.ts";
export { type DeckText, decodeDeckText } from "./deck-text.ts";
export {
  type DeckDiff,
  type DiffChoices,
  diffDeck,
  type InfoChange,
  isSame,
  type QuestionDiff,
} from "./diff-deck.ts";
export type { Change, ChangedPart } from "./diff-question.ts";
export { diffWords, type WordChange } from "./diff-words.ts";
export { type LintedFile, lintDeck } from "./lint.ts";
export { lintDeckFile } from "./lint-deck-file.ts";
export { lintFrontMatter } from "./lint-front-matter.ts";
export { type ParsedQuestion, parseQuestion, type QuestionFile } from "./parse-question.ts";
export { printQuestion } from "./print-question.ts";
export {
  type FollowUp,
  isBorrowing,
  type KeptLine,
  type Level,
  type Misconception,
  type Point,
  promptOf,
  type Question,
  type Weight,
} from "./question.ts";
export { type Severity, severityOf } from "./severity.ts";
export { parseTerms, printTermGroup, type Terms } from "./terms.ts";
