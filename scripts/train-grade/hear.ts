import type { PointId } from "../../src/base/index.ts";
import { featuresOf } from "../../src/grade/features.ts";
import type { Forest } from "../../src/grade/forest.ts";
import { hearTurn } from "../../src/grade/hearing.ts";
import { type Finding, judgePoint } from "../../src/grade/judge-point.ts";
import { prepareQuestion } from "../../src/grade/prepare-question.ts";
import { decide, decideByChances } from "../../src/grade/verdict.ts";
import { weighErrors } from "../../src/grade/weigh-errors.ts";
import type { WordData } from "../../src/grade/word-data.ts";
import type { Judgement } from "./figures.ts";
import type { LabelledAnswer } from "./rows.ts";

/** An answer as the judge hears it. */
export interface Heard {
  readonly answer: LabelledAnswer;
  readonly findings: readonly Finding[];
  /** A row of features for each point. */
  readonly rows: readonly Float64Array[];
}

/** Takes an answer in, as `addTurn` of the judge does with a first turn. */
export function hearAnswer(answer: LabelledAnswer, words: WordData): Heard {
  const question = prepareQuestion(answer.question, words);
  const hearing = hearTurn(question, answer.answer);
  const raw = question.points.map((_, i) => judgePoint(i, hearing, null));
  const findings = weighErrors(raw);
  return { answer, findings, rows: featuresOf(hearing, raw, findings) };
}

/** The verdicts of an answer beside those that it deserves; by the rules alone without a forest. */
export function judge({ answer, findings, rows }: Heard, forest: Forest | null): Judgement[] {
  return answer.question.points.flatMap(({ id, weight }, i) => {
    const finding = findings[i];
    const gold = answer.verdicts[id];
    if (finding === undefined || gold === undefined) return [];
    const judged =
      forest === null ? decide(finding) : decideByChances(finding, forest.chancesOf(rows[i] ?? []));
    return [
      {
        answer,
        question: answer.question.id,
        kind: answer.kind,
        point: id satisfies PointId,
        weight: weight === "bonus" ? 0 : weight,
        gold,
        said: judged.verdict,
        p: judged.p,
      },
    ];
  });
}
