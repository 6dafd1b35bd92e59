import { parseQuestionId, type QuestionId, VivaError } from "../base/index.ts";
import { type Assessment, type Gradable, proposePoints } from "../grade/index.ts";
import type { Borrowed } from "./borrowed.ts";
import type { QuestionWithTerms } from "./find.ts";
import { pointed } from "./ready-question.ts";
import { secondOpinion } from "./second-opinion.ts";
import type { Workplace } from "./workplace.ts";

/** An answer to judge: to a question of an installed deck, or to one brought along. */
export interface AssessRequest {
  /** Given back beside the assessment as `JSON.parse` read it. */
  readonly id: unknown;
  readonly question: QuestionId | Gradable;
  readonly answer: string;
  readonly earlier: readonly string[];
}

/** What is said of an answer, and by whose points when they were borrowed. */
export interface Assessed extends Assessment {
  readonly borrowed?: Borrowed;
}

/**
 * Judges one answer: by borrowed points where a question's own are only proposed, and never by what somebody overruled.
 * @throws VivaError VIVA_QUESTION_NOT_FOUND
 */
export async function assess(
  request: AssessRequest,
  findQuestion: (id: QuestionId) => Promise<QuestionWithTerms>,
  workplace: Workplace,
): Promise<Assessed> {
  const { answer, earlier } = request;
  const [grader, rater] = await Promise.all([workplace.grader(), workplace.rater()]);
  const judge = async (question: Gradable) =>
    secondOpinion(rater, question, [...earlier, answer], grader.assess(question, answer, earlier));
  if (typeof request.question !== "string") return judge(request.question);
  const found = await findQuestion(request.question);
  const question = await pointed(workplace, { deck: found, question: found });
  const assessment = await judge(question);
  return question.borrowed === null ? assessment : { ...assessment, borrowed: question.borrowed };
}

/**
 * Turns outside data into a request.
 * `{id, question, answer, earlier?}`, where question is an id or `{prompt, reference, points?: [{id, text, weight?,
 * variants?}]}`.
 * @throws VivaError VIVA_BAD_LINE saying what was found and wanted
 */
export function parseAssessRequest(value: unknown): AssessRequest {
  const { id, question, answer, earlier = [] } = object(value, "the line");
  if (id === undefined) throw bad(`"id" is missing: wanted any value, to tell the results apart`);
  if (!isTexts(earlier)) throw bad(`"earlier" is ${kindOf(earlier)}, wanted a list of texts`);
  return { id, question: parseAsked(question), answer: text(answer, `"answer"`), earlier };
}

function parseAsked(value: unknown): QuestionId | Gradable {
  if (typeof value === "string") {
    const id = parseQuestionId(value);
    if (!id.ok) throw bad(`"question" is ${id.problem}`);
    return id.value;
  }
  const { prompt, reference, points } = object(value, `"question"`);
  const title = text(prompt, `"question.prompt"`);
  const asked = {
    title,
    body: "",
    answer: text(reference ?? "", `"question.reference"`),
    misconceptions: [],
    followUps: [],
  };
  const given = points === undefined ? [] : parsePoints(points);
  if (given.length === 0 && asked.answer.trim() === "") {
    throw bad(`"question" has neither a "reference" nor "points": there is nothing to judge by`);
  }
  return { ...asked, points: given.length > 0 ? given : proposePoints(asked) };
}

function parsePoints(value: unknown): Gradable["points"] {
  if (!Array.isArray(value)) throw bad(`"question.points" is ${kindOf(value)}, wanted a list`);
  const ids = new Set<string>();
  return value.map((each: unknown, at) => {
    const where = `"question.points[${at}]`;
    const point = object(each, `${where}"`);
    const { weight = 1, variants = [] } = point;
    if (weight !== "bonus" && !isWeight(weight)) {
      throw bad(
        `${where}.weight" is ${JSON.stringify(weight)}, wanted a whole number from 1 to 99 or "bonus"`,
      );
    }
    if (!isTexts(variants)) throw bad(`${where}.variants" is ${kindOf(variants)}, wanted a list of texts`);
    // A point brought along may have any id: it is given back as it came, and never becomes a file.
    const id = text(point.id, `${where}.id"`) as Gradable["points"][number]["id"];
    if (ids.has(id)) throw bad(`${where}.id" is ${JSON.stringify(id)} a second time`);
    ids.add(id);
    return { id, text: text(point.text, `${where}.text"`), weight, variants };
  });
}

function object(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw bad(`${what} is ${kindOf(value)}, wanted an object`);
}

function text(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  throw bad(`${what} is ${kindOf(value)}, wanted a text`);
}

function isWeight(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 99;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function kindOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

function bad(detail: string): VivaError {
  return new VivaError("VIVA_BAD_LINE", detail);
}
