import type { DraftQuestion } from "../reader.ts";
import { questionLikeness } from "../text/question-words.ts";
import type { AnswerPiece } from "./answer-pieces.ts";

const keyOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Gives questions the answers that stand elsewhere: by their text where the answers repeat it, else by the number
 * within a section of the same name, else by the number where only one of each has it, else by the order of equal
 * numbers.
 */
export function joinAnswers(
  questions: readonly DraftQuestion[],
  pieces: readonly AnswerPiece[],
): { questions: DraftQuestion[]; loose: AnswerPiece[] } {
  const left = new Set(pieces);
  const found = new Map<DraftQuestion, AnswerPiece>();
  const joinBy = (
    ofQuestion: (question: DraftQuestion) => string | null,
    ofPiece: (piece: AnswerPiece) => string | null,
  ) => {
    const places = new Map<string, AnswerPiece[]>();
    for (const piece of left) {
      const key = ofPiece(piece);
      if (key !== null && key !== "") places.set(key, [...(places.get(key) ?? []), piece]);
    }
    for (const question of questions) {
      const key = found.has(question) ? null : ofQuestion(question);
      const piece = key === null ? undefined : places.get(key)?.shift();
      if (piece === undefined) continue;
      found.set(question, piece);
      left.delete(piece);
    }
  };
  joinBy(
    ({ title }) => keyOf(title),
    ({ title }) => keyOf(title),
  );
  const numbered = (number: number | null, section: string) =>
    number === null ? null : `${keyOf(section)} ${number}`;
  joinBy(
    ({ number, section }) => numbered(number, section),
    ({ number, section }) => numbered(number, section),
  );
  joinBy(
    ({ number }) => (number === null ? null : String(number)),
    ({ number }) => (number === null ? null : String(number)),
  );
  return {
    questions: questions.map((question) => {
      const piece = found.get(question);
      if (piece === undefined) return question;
      const answer = answerOf(question, piece);
      // What stood below the question belongs to the prompt: its answer is elsewhere.
      const body = [question.body, question.answer]
        .filter((text) => text !== "" && text !== answer)
        .join("\n\n");
      return { ...question, body, answer };
    }),
    loose: [...left],
  };
}

/** The line of the number is the question once more, or the beginning of the answer. */
function answerOf({ title }: DraftQuestion, piece: AnswerPiece): string {
  const repeats =
    keyOf(piece.title) === keyOf(title) || (piece.below !== "" && questionLikeness(piece.title) >= 0.8);
  if (repeats || piece.title === "") return piece.below;
  return piece.below === "" ? piece.title : `${piece.title}\n${piece.apart ? "\n" : ""}${piece.below}`;
}
