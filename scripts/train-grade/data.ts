import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { seededRandom } from "../../src/base/index.ts";
import type { Question } from "../../src/deck/index.ts";
import { parseWordData } from "../../src/grade/word-data.ts";
import { SHIPPED, shippedQuestions } from "../decks/shipped.ts";
import { type Heard, hearAnswer } from "./hear.ts";
import { type LabelledAnswer, madeAnswers } from "./rows.ts";

/** Everything random follows from it. */
export const SEED = "vivarium";

/** All that the judge is trained and measured on, heard once. */
export interface TrainingData {
  /** Answers that people gave and labelled. */
  readonly written: readonly Heard[];
  /** Answers made of what the decks carry. */
  readonly made: readonly Heard[];
  /** SHA-256 of the deck files and labels, hexadecimal. */
  readonly hash: string;
}

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);

/**
 * Reads the decks and the labelled answers beside them.
 * @throws Error naming the file that cannot be read
 */
export function readTrainingData(): TrainingData {
  const words = parseWordData(readFileSync(at("data/grade/words.txt")));
  const hash = createHash("sha256");
  const read = (path: string): string => {
    const text = readFileSync(at(path), "utf8");
    hash.update(text);
    return text;
  };
  const questions = new Map<string, Question>();
  const written: LabelledAnswer[] = [];
  for (const deck of SHIPPED) {
    for (const { text, question } of shippedQuestions(deck)) {
      hash.update(text);
      questions.set(question.id, question);
    }
    for (const line of read(`decks/${deck}/answers.jsonl`).trim().split("\n")) {
      const { question: id, ...rest } = JSON.parse(line);
      const question = questions.get(id);
      if (question === undefined) throw new Error(`answers.jsonl of ${deck}: no question ${id}`);
      written.push({ question, ...rest });
    }
  }
  const strong = new Map(
    written.filter(({ kind }) => kind === "strong").map(({ question, answer }) => [question.id, answer]),
  );
  const made = madeAnswers([...questions.values()], strong, seededRandom(`${SEED} made`));
  const hear = (answer: LabelledAnswer): Heard => hearAnswer(answer, words);
  return { written: written.map(hear), made: made.map(hear), hash: hash.digest("hex") };
}
