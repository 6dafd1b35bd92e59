/**
 * The judge: (question, answer, earlier turns) -> assessment, by words alone, offline. Pure; its data
 * (data/grade/words.txt, forest.json, whole.json) comes in as an argument. Start reading at `assessment.ts`, then `grader.ts`.
 */
export type {
  Assessment,
  Evidence,
  Exemplar,
  Gradable,
  Grader,
  PointVerdict,
  SecondOpinion,
  Verdict,
} from "./assessment.ts";
export { CLASSES as VERDICTS, type Forest, parseForest } from "./forest.ts";
export { createGrader, type GraderData } from "./grader.ts";
export { isInDoubt } from "./in-doubt.ts";
export { pointsOf } from "./points-of.ts";
export { proposePoints } from "./propose-points.ts";
export { createQuestionFinder, type FoundQuestion, type Stranger } from "./question-finder.ts";
export { scoreVerdicts } from "./score-verdicts.ts";
export { parseWholeModel, type WholeModel } from "./whole-model.ts";
export { parseWordData, type WordData } from "./word-data.ts";
