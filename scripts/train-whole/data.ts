import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Gradable } from "../../src/grade/assessment.ts";
import { heardWhole } from "../../src/grade/heard-whole.ts";
import { type PreparedQuestion, prepareQuestion } from "../../src/grade/prepare-question.ts";
import { scoreOf } from "../../src/grade/score.ts";
import { hear } from "../../src/grade/spoken.ts";
import { addTurn, unsaid } from "../../src/grade/turns.ts";
import { wholeFeaturesOf } from "../../src/grade/whole-features.ts";
import { parseWordData, type WordData } from "../../src/grade/word-data.ts";

/** Graded answers that weights may be learned from; what each is and its licence stands in data/grade/NOTICE.md. */
export const SETS = ["scientsbank", "beetle", "saf", "digiklausur"] as const;
/** Looked at and never learned from: no licence is stated. */
export const MEASURED_ONLY = ["mohler"] as const;

/** An answer that people graded, as the judge sees it. */
export interface Graded {
  readonly set: string;
  readonly question: string;
  readonly row: Float64Array;
  /** The score that the rules give. */
  readonly rules: number;
  /** 0..1; of sets with labels 1 is correct and 0 all else. */
  readonly worth: number;
  readonly label: string | null;
}

/** The sets of a folder. */
export interface GradedData {
  readonly answers: readonly Graded[];
  /** SHA-256 of the files learned from, in the order of {@link SETS}, hexadecimal. */
  readonly hash: string;
}

/**
 * Reads the graded answers of a folder (`NAME.jsonl.gz`) and hears each.
 * @throws Error naming the file that cannot be read
 */
export function readGradedData(folder: string): GradedData {
  const words = parseWordData(readFileSync(new URL("../../data/grade/words.txt", import.meta.url)));
  const hash = createHash("sha256");
  const answers = [...SETS, ...MEASURED_ONLY].flatMap((set) => {
    const text = gunzipSync(readFileSync(`${folder}/${set}.jsonl.gz`)).toString("utf8");
    if (SETS.some((one) => one === set)) hash.update(text);
    return hearSet(set, text, words);
  });
  return { answers, hash: hash.digest("hex") };
}

interface Line {
  readonly questionId: string;
  readonly question: string;
  readonly reference: string;
  readonly answer: string;
  readonly label?: string;
  readonly score?: number;
  readonly maxScore?: number;
}

function hearSet(set: string, text: string, words: WordData): Graded[] {
  const questions = new Map<string, PreparedQuestion>();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line)
    .map((line) => {
      const question = questions.get(line.questionId) ?? prepareQuestion(gradable(line), words);
      questions.set(line.questionId, question);
      const { label, score, maxScore = 1 } = line;
      const worth = score === undefined ? Number(label === "correct") : score / maxScore;
      const { row, rules } = hearAnswer(question, line.answer, words);
      return { set, question: line.questionId, row, rules, worth, label: label ?? null };
    });
}

/** Takes an answer in as the judge does with a first turn. */
function hearAnswer(question: PreparedQuestion, answer: string, words: WordData) {
  const verdicts = addTurn(unsaid(question), question, {
    text: answer,
    turn: 0,
    asked: -1,
    isNeutral: false,
  }).map(({ verdict }) => verdict);
  const rules = scoreOf(verdicts, question);
  if (question.whole === null) throw new Error("a graded answer without a reference");
  const heard = heardWhole(hear(answer, question), words);
  return { row: wholeFeaturesOf(question.whole, heard, rules, words), rules };
}

const gradable = ({ question, reference }: Line): Gradable => ({
  title: question,
  body: "",
  answer: reference,
  points: [],
  misconceptions: [],
  followUps: [],
});
