import { createHash } from "node:crypto";
import { type PointId, parsePointId, type QuestionId, slug, VivaError } from "../base/index.ts";
import { canonicalQuestion, oneLine, type Point, printQuestion, type Question } from "../deck/index.ts";
import { withPoints } from "./with-points.ts";
import type { Workplace } from "./workplace.ts";

/** Points of one question: a fair interviewer listens for five. */
const MOST_POINTS = 20;

/** What a person writes anew of a question. What is left out stays. */
export interface QuestionEdit {
  /** In order. A point without an id is a new one. */
  readonly points?: readonly (Omit<Point, "id"> & { readonly id: PointId | null })[];
  /** Markdown. Proposed points are taken from it anew. */
  readonly answer?: string;
}

/** Some text that is another one when a question reads differently: 32 hexadecimal digits. */
export function questionVersion(question: Question): string {
  return createHash("sha256").update(printQuestion(question)).digest("hex").slice(0, 32);
}

/**
 * Changes a question of one's own deck. Points that a person wrote are no longer proposed ones.
 * @param version of the question as the person saw it
 * @throws VivaError VIVA_QUESTION_NOT_FOUND, VIVA_DECK_SHIPPED, VIVA_DECK_CHANGED, VIVA_INVALID, VIVA_STORE_UNWRITABLE
 */
export async function editQuestion(
  { catalogue, decks }: Pick<Workplace, "catalogue" | "decks">,
  id: QuestionId,
  { version, ...edit }: QuestionEdit & { readonly version: string },
): Promise<Question> {
  const { name } = (await catalogue.question(id)).deck;
  const deckVersion = (await decks.version(name)) ?? "";
  // As it stands, and not as it is remembered.
  const before = (await decks.load(name))?.deck.questions.find((question) => question.id === id);
  if (before === undefined || questionVersion(withPoints(before)) !== version) {
    throw new VivaError(
      "VIVA_DECK_CHANGED",
      `the question ${id} was changed meanwhile: look at it again before you change it`,
    );
  }
  const after = withPoints(edited(before, edit));
  await decks.saveQuestion(name, after, { version: deckVersion });
  return after;
}

function edited(question: Question, { points, answer }: QuestionEdit): Question {
  const written = points === undefined ? question.points : newPoints(question, points);
  const isProposed = points === undefined && question.proposed;
  return canonicalQuestion({
    ...question,
    answer: answer ?? question.answer,
    // They were taken from the answer that was.
    points: isProposed && answer !== undefined ? [] : written,
    proposed: isProposed,
  });
}

function newPoints(question: Question, points: NonNullable<QuestionEdit["points"]>): Point[] {
  if (points.length > MOST_POINTS)
    throw new VivaError("VIVA_INVALID", `${points.length} points: at most ${MOST_POINTS} can be judged`);
  const taken = new Set(points.flatMap(({ id }) => id ?? []));
  const named = points.filter(({ id }) => id !== null);
  if (taken.size !== named.length) throw new VivaError("VIVA_INVALID", "a point stands there twice");
  const out = points.map(({ id, text, ...rest }): Point => {
    if (oneLine(text) === "") throw new VivaError("VIVA_INVALID", "a point says nothing: write its claim");
    return { ...rest, text, id: id ?? newPointId(text, taken) };
  });
  const lost = [...question.misconceptions, ...question.followUps].find(
    ({ point }) => point !== "*" && !taken.has(point),
  );
  if (lost !== undefined) {
    throw new VivaError(
      "VIVA_INVALID",
      `the point ${lost.point} has a misconception or a follow-up and cannot be left out: change the deck's file`,
    );
  }
  return out;
}

function newPointId(text: string, taken: Set<PointId>): PointId {
  const base = slug(text, 30) || "point";
  for (let n = 1; ; n++) {
    const parsed = parsePointId(n === 1 ? base : `${base}-${n}`);
    if (!parsed.ok) throw new TypeError(parsed.problem);
    if (taken.has(parsed.value)) continue;
    taken.add(parsed.value);
    return parsed.value;
  }
}
