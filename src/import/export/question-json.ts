import { parsePointId, parseQuestionId } from "../../base/index.ts";
import {
  canonicalQuestion,
  type FollowUp,
  isBorrowing,
  type KeptLine,
  type Level,
  type Misconception,
  type Point,
  parseQuestion,
  printQuestion,
  type Question,
  type Weight,
} from "../../deck/index.ts";

type Reject = (place: string, what: string) => void;

/** A question of the JSON form; null, and said why, when it cannot be one. Parts that are not right are left out. */
export function parseQuestionJson(value: unknown, place: string, reject: Reject): Question | null {
  if (!isObject(value)) return refused(place, "wanted an object", reject);
  const id = parseQuestionId(textOf(value.id));
  if (!id.ok) return refused(`${place}.id`, id.problem, reject);
  const title = textOf(value.title);
  if (title.trim() === "") return refused(`${place}.title`, "wanted the question", reject);
  const within = <T>(key: string, parse: (each: unknown, at: string) => T | null): T[] =>
    listOf(value[key]).flatMap((each, at) => parse(each, `${place}.${key}[${at}]`) ?? []);
  const kept = within("kept", (each, at) => keptOf(each, at, reject));
  const bare: Question = {
    id: id.value,
    section: textOf(value.section),
    level: value.level === 1 || value.level === 2 || value.level === 3 ? (value.level as Level) : null,
    tags: textsOf(value.tags),
    refs: textsOf(value.refs),
    related: within("related", (each, at) => {
      const related = parseQuestionId(textOf(each));
      return related.ok ? related.value : refused(at, related.problem, reject);
    }),
    title,
    body: textOf(value.body),
    answer: textOf(value.answer),
    points: pointsOf(
      within("points", (each, at) => pointOf(each, at, reject)),
      place,
      reject,
    ),
    proposed: value.proposed === true,
    misconceptions: within("misconceptions", (each, at) => misconceptionOf(each, at, reject)),
    followUps: within("followUps", (each, at) => followUpOf(each, at, reject)),
    source: textOf(value.source),
    imported: textOf(value.imported),
    lab: textOf(value.lab),
    noLab: textOf(value.noLab),
    shown: textsOf(value.shown),
    noShown: textOf(value.noShown),
    borrows: borrowsOf(textOf(value.borrows), () =>
      reject(`${place}.borrows`, "wanted the id of a question, or none"),
    ),
    unknown: [],
  };
  return withKept(bare, kept, () =>
    reject(`${place}.kept`, "wanted lines of front matter that stand there once"),
  );
}

/**
 * Lines of the front matter are written into the deck's file as they are: they are kept when the file then says the same
 * as without them, and holds them.
 */
function withKept(bare: Question, unknown: readonly KeptLine[], refuse: () => void): Question {
  const question = canonicalQuestion({ ...bare, unknown });
  if (unknown.length === 0) return question;
  const read = parseQuestion("question", printQuestion(question));
  // UTF-8 cannot hold half a surrogate pair.
  if (read.ok && printQuestion(read.question) === printQuestion(question).toWellFormed()) return question;
  refuse();
  return { ...question, unknown: [] };
}

function borrowsOf(text: string, refuse: () => void): string {
  if (isBorrowing(text)) return text;
  refuse();
  return "";
}

/** An id stands once. */
function pointsOf(points: readonly Point[], place: string, reject: Reject): Point[] {
  const seen = new Set<string>();
  return points.filter(({ id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    if (!isNew) reject(`${place}.points`, `the point ${id} stands there twice`);
    return isNew;
  });
}

function pointOf(value: unknown, place: string, reject: Reject): Point | null {
  if (!isObject(value)) return refused(place, "wanted an object", reject);
  const id = parsePointId(textOf(value.id));
  const text = textOf(value.text);
  const weight = weightOf(value.weight);
  if (!id.ok) return refused(place, id.problem, reject);
  if (text.trim() === "" || weight === null)
    return refused(place, 'wanted a text and a weight of 1 to 99 or "bonus"', reject);
  return { id: id.value, text, weight, variants: textsOf(value.variants) };
}

function weightOf(value: unknown): Weight | null {
  if (value === "bonus") return value;
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 99 ? value : null;
}

function misconceptionOf(value: unknown, place: string, reject: Reject): Misconception | null {
  const point = parsePointId(isObject(value) ? textOf(value.point) : "");
  const claim = isObject(value) ? textOf(value.claim) : "";
  const correction = isObject(value) ? textOf(value.correction) : "";
  if (!point.ok || claim.trim() === "" || correction.trim() === "")
    return refused(place, "wanted a point, a claim and a correction", reject);
  return { point: point.value, claim, correction };
}

function followUpOf(value: unknown, place: string, reject: Reject): FollowUp | null {
  const at = isObject(value) ? textOf(value.point) : "";
  const text = isObject(value) ? textOf(value.text) : "";
  const point = parsePointId(at);
  if (text.trim() === "" || !(at === "*" || point.ok))
    return refused(place, "wanted a point or * and a text", reject);
  return { point: point.ok ? point.value : "*", text };
}

/** Lines of the front matter are written into the deck's file as they are, so that they must be lines of it. */
function keptOf(value: unknown, place: string, reject: Reject): KeptLine | null {
  if (!isObject(value)) return refused(place, "wanted an object", reject);
  const { key, place: where, text } = value;
  const isEntry =
    where === "entry" && typeof key === "string" && typeof text === "string" && isEntryOf(key, text);
  const isComment =
    (where === "above" || where === "beside") &&
    typeof key === "string" &&
    typeof text === "string" &&
    /^#[^\n\r]*$/.test(text);
  if (!isEntry && !isComment) return refused(place, "wanted a line of front matter", reject);
  return { key, place: where, text };
}

function isEntryOf(key: string, text: string): boolean {
  const [first = "", ...below] = text.split("\n");
  return (
    /^[A-Za-z][\w-]*$/.test(key) &&
    (first === `${key}:` || first.startsWith(`${key}: `)) &&
    below.every((line) => /^(?:[ \t]|-(?:[ \t]|$))/.test(line) || line.trim() === "")
  );
}

function refused(place: string, what: string, reject: Reject): null {
  reject(place, what);
  return null;
}

/** Is this a JSON object? */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** A text, or "" for anything else. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
/** The texts of a list. */
export const textsOf = (value: unknown): string[] =>
  listOf(value).filter((each): each is string => typeof each === "string");
