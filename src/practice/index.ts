/**
 * The use cases, one function each: what the command, the page and the API can do is here and nowhere else. They take
 * the store, the grader, clock and random as arguments. Start reading at `session.ts`.
 */

export {
  type Change,
  type DeckDiff,
  diffWords,
  type InfoChange,
  isSame,
  promptOf,
  type Question,
  severityOf,
} from "../deck/index.ts";
export { isInDoubt } from "../grade/index.ts";
export { type DocumentPart, LARGEST_DOCUMENT, openFolder } from "../import/index.ts";
export type { LoadedDeck } from "../store/index.ts";
export { type AssessRequest, assess, parseAssessRequest } from "./assess.ts";
export { type BackedUp, backUp } from "./back-up.ts";
export type { BackupManifest } from "./backup-manifest.ts";
export { type Borrowed, countLoans } from "./borrowed.ts";
export type { Catalogue } from "./catalogue.ts";
export { correctReview, takeBackReview } from "./correct-review.ts";
export { correctedAssessment } from "./corrected-assessment.ts";
export { type ListedQuestion, type QuestionList, questionsOfDeck, sectionsOf } from "./deck-questions.ts";
export { type Compared, compareDecks, type DiffSide } from "./diff-decks.ts";
export { type DueDay, type DueOverview, dueOverview, type UntilPlan } from "./due.ts";
export { editQuestion, questionVersion } from "./edit-question.ts";
export { countPerson, erasePerson } from "./erase-person.ts";
export {
  aboutFormats,
  type ExportedDeck,
  type ExportFormat,
  exportDeckAs,
  exportFormats,
} from "./export-deck.ts";
export { exportHistory, type HistoryFormat, historyFormats } from "./export-history.ts";
export { exportPerson } from "./export-person.ts";
export { questionFinder } from "./find.ts";
export { type Formatted, formatPaths } from "./format-decks.ts";
export { reviewById, reviewHistory } from "./history.ts";
export {
  type Document,
  type ImportChoices,
  importDocument,
  type PlannedImport,
  planImport,
  type ReadDocument,
} from "./import-document.ts";
export { type ImportedHistory, importHistory } from "./import-history.ts";
export { judgeReady } from "./judge-ready.ts";
export { type JudgedTurns, judgeTurns } from "./judge-turns.ts";
export { type Linted, lintPaths } from "./lint-decks.ts";
export { type MadeQuestion, type NewQuestion, newQuestion } from "./new-question.ts";
export type { Correction, NewReview } from "./new-review.ts";
export { type NextPlan, type NextQuestion, nextQuestions } from "./next-questions.ts";
export { openDeckFiles } from "./open-deck-files.ts";
export { type DocumentDeck, openDocument } from "./open-document.ts";
export { type Plan, planQuestions } from "./plan.ts";
export { readBackup } from "./read-backup.ts";
export { type Readiness, readinessOn } from "./readiness.ts";
export { pointed, readyQuestion } from "./ready-question.ts";
export { rebuildRecall } from "./rebuild-recall.ts";
export { recordReview } from "./record-review.ts";
export { type Regraded, type RegradeTotals, regrade, takeBackRegrades } from "./regrade.ts";
export { type Restored, restore } from "./restore.ts";
export { reviewOfVisit } from "./review-of-visit.ts";
export type { ReviewRecord, VerdictRecord } from "./review-record.ts";
export { saidText } from "./said-text.ts";
export { secondOpinion } from "./second-opinion.ts";
export { secureRandom } from "./secure-random.ts";
export {
  answer,
  correct,
  currentStep,
  giveUp,
  judgedAs,
  lastVisit,
  made,
  reassessed,
  type Session,
  skip,
  startSession,
  undo,
  waitingQuestion,
} from "./session.ts";
export { setBorrowing } from "./set-borrowing.ts";
export { endSession, newLink, openSession, sessionOf } from "./sign-in.ts";
export { type Summary, summarize } from "./summary.ts";
export type { Answered, AskedQuestion, Circumstances, Judged, Step, Visit } from "./visit.ts";
export { withPoints } from "./with-points.ts";
export { LOCAL_OWNER, memoryWorkplace, openWorkplace, type Workplace } from "./workplace.ts";
