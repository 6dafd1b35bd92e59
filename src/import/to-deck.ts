import { type DeckName, parseQuestionId, type QuestionId } from "../base/index.ts";
import { canonicalQuestion, type DeckInfo, type Question } from "../deck/index.ts";
import { answerKey, promptKey } from "./identity.ts";
import type { Draft } from "./reader.ts";

/** The ids of a deck are its name and at least this many digits. */
const DIGITS = 3;
/** An id has at most 80 characters; this leaves room for the hyphen and a million questions. */
const LONGEST_NAME = 72;

/**
 * Makes a deck of a draft: ids in the document's order, identical occurrences (same prompt and same answer) merged,
 * all texts canonical. Points are not proposed here.
 */
export function draftToDeck(
  draft: Draft,
  name: DeckName,
  fileName: string,
): { info: DeckInfo; questions: Question[]; merged: number } {
  const seen = new Set<string>();
  const kept = draft.questions.filter((question) => {
    const key = `${promptKey(question)}\n\n${answerKey(question)}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
  const digits = Math.max(DIGITS, String(kept.length).length);
  const questions = kept.map((question, i) =>
    canonicalQuestion({
      id: questionId(name, String(i + 1).padStart(digits, "0")),
      section: question.section,
      level: null,
      tags: [],
      refs: [],
      related: [],
      title: question.title,
      body: question.body,
      answer: question.answer,
      points: [],
      proposed: true,
      misconceptions: [],
      followUps: [],
      source: `${fileName}:${question.line}`,
      lab: "",
      noLab: "",
      shown: [],
      unknown: [],
    }),
  );
  const sections = [...new Set(questions.map((question) => question.section))].filter(
    (title) => title !== "",
  );
  const info: DeckInfo = {
    name,
    title: titleFrom(fileName) || name,
    licence: "",
    language: "",
    sections,
    text: "",
  };
  return { info, questions, merged: draft.questions.length - kept.length };
}

function questionId(name: DeckName, digits: string): QuestionId {
  const parsed = parseQuestionId(`${name.slice(0, LONGEST_NAME).replace(/-$/, "")}-${digits}`);
  if (parsed.ok) return parsed.value;
  // A deck's name and digits make an id; were it ever not so, the mistake is ours.
  throw new TypeError(parsed.problem);
}

function titleFrom(fileName: string): string {
  return fileName
    .replace(/(?<=.)\.[a-z0-9]{1,8}$/i, "")
    .replace(/[_\s]+|(?<=\p{L})-(?=\p{L})/gu, " ")
    .trim();
}
