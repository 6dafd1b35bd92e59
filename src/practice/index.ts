/**
 * The use cases, one function each: what the command, the page and the API can do is here and nowhere else. They take
 * the store, the grader, clock and random as arguments. Start reading at `session.ts`.
 */

export type { LoadedDeck } from "../store/index.ts";
export { type AssessRequest, assess, parseAssessRequest } from "./assess.ts";
export { openAllDecks, openDeck, questionFinder } from "./find.ts";
export { type Formatted, formatPaths } from "./format-decks.ts";
export {
  type Document,
  documentToDeck,
  type ImportChoices,
  importDocument,
  type ReadDocument,
} from "./import-document.ts";
export { type Linted, lintPath } from "./lint-decks.ts";
export { openDeckFiles } from "./open-deck-files.ts";
export { type Plan, planQuestions } from "./plan.ts";
export { answer, currentStep, giveUp, lastVisit, type Session, skip, startSession, undo } from "./session.ts";
export { type Summary, summarize } from "./summary.ts";
export type { Answered, Step, Visit } from "./visit.ts";
export { withPoints } from "./with-points.ts";
export { openWorkplace, type Workplace } from "./workplace.ts";
