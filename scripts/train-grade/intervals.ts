import { seededRandom } from "../../src/base/index.ts";
import { type Figures, figuresOf, type Judgement } from "./figures.ts";

const SHOWN: readonly (readonly [string, keyof Figures])[] = [
  ["verdicts", "accuracy"],
  ["r", "r"],
  ["praise", "falsePraise"],
  ["harsh", "harshness"],
  ["contradictions that are", "contradictionPrecision"],
  ["told", "contradictionRecall"],
];
const EDGE = 0.025;

/**
 * 95 % intervals by bootstrap (Efron 1979) over questions, because the answers to one question are not independent.
 * @returns one text a figure, as in `r 0.80 to 0.84`
 */
export function intervals(judgements: readonly Judgement[], samples: number): string[] {
  const byQuestion = Map.groupBy(judgements, ({ question }) => question);
  const questions = [...byQuestion.values()];
  const random = seededRandom("intervals");
  const drawn = Array.from({ length: samples }, () =>
    // A question that is drawn twice counts as two: its answers are other ones each time.
    figuresOf(questions.flatMap(() => again(questions[Math.floor(random() * questions.length)] ?? []))),
  );
  return SHOWN.map(([name, key]) => {
    const values = drawn.map((figures) => figures[key] ?? 0).sort((a, b) => a - b);
    const at = (share: number): string => (values[Math.floor(share * (values.length - 1))] ?? 0).toFixed(2);
    return `${name} ${at(EDGE)} to ${at(1 - EDGE)}`;
  });
}

function again(judgements: readonly Judgement[]): Judgement[] {
  const copies = new Map<object, object>();
  return judgements.map((each) => {
    const copy = copies.get(each.answer) ?? {};
    copies.set(each.answer, copy);
    return { ...each, answer: copy };
  });
}
