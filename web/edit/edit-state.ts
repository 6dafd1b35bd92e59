import type { Question, QuestionEdit } from "../shapes.ts";

/** What is typed for one point. */
export interface EditedPoint {
  /** Names it in the form: a new one has no id yet. */
  readonly key: number;
  readonly id: string | null;
  readonly text: string;
  readonly weight: number | "bonus";
  /** Other wordings, one a line. */
  readonly variants: string;
}

/** What is written of a question, before anybody else has changed it or after. */
interface Written {
  readonly answer: string;
  readonly points: readonly EditedPoint[];
}

/** A question that is being edited. A value: {@link change} gives the next one. */
export interface Edit extends Written {
  readonly question: string;
  /** The version that the person has seen. */
  readonly version: string;
  /** How it stood when it was seen: what is like it was not touched. */
  readonly base: Written;
  /** The last point that was removed, and its place. */
  readonly removed: { readonly point: EditedPoint; readonly at: number } | null;
}

export type Change =
  | { readonly kind: "answer"; readonly answer: string }
  | {
      readonly kind: "point";
      readonly key: number;
      readonly part: Partial<Pick<EditedPoint, "text" | "weight" | "variants">>;
    }
  | { readonly kind: "added" }
  | { readonly kind: "removed"; readonly key: number }
  | { readonly kind: "put-back" }
  | { readonly kind: "moved"; readonly key: number; readonly by: 1 | -1 }
  /** Somebody else changed it: what was not touched here is as it stands now. */
  | { readonly kind: "changed-meanwhile"; readonly question: Question };

/** What is editable of a question, as it stands. */
export function editOf(question: Question): Edit {
  const written = writtenOf(question);
  return { question: question.id, version: question.version, ...written, base: written, removed: null };
}

/** The edit after something was done. */
export function change(edit: Edit, what: Change): Edit {
  const { points } = edit;
  switch (what.kind) {
    case "answer":
      return { ...edit, answer: what.answer };
    case "point":
      return {
        ...edit,
        points: points.map((point) => (point.key === what.key ? { ...point, ...what.part } : point)),
      };
    case "added":
      return { ...edit, points: [...points, newPoint(edit)] };
    case "removed": {
      const at = points.findIndex(({ key }) => key === what.key);
      const point = points[at];
      return point === undefined
        ? edit
        : { ...edit, points: points.toSpliced(at, 1), removed: { point, at } };
    }
    case "put-back": {
      const { removed } = edit;
      if (removed === null) return edit;
      return { ...edit, points: points.toSpliced(removed.at, 0, removed.point), removed: null };
    }
    case "moved":
      return { ...edit, points: moved(points, what.key, what.by) };
    case "changed-meanwhile":
      return changedMeanwhile(edit, what.question);
    default:
      return what satisfies never;
  }
}

/** Whether anything was typed, moved or removed. */
export function isTouched(edit: Edit): boolean {
  return isAnswerTouched(edit) || arePointsTouched(edit);
}

/** Points that will be sent: an empty new one was not meant. */
export function pointsToSend({ points }: Edit): readonly EditedPoint[] {
  return points.filter(
    ({ id, text, variants }) => id !== null || text.trim() !== "" || variants.trim() !== "",
  );
}

/** What is sent, with only what was touched; null when there is nothing to say. Proposed points that are left as they are become written ones. */
export function bodyOf(edit: Edit, { proposed }: Pick<Question, "proposed">): QuestionEdit | null {
  const isAnswer = isAnswerTouched(edit);
  const isMeant = proposed && !isAnswer && edit.points.length > 0;
  const arePoints = arePointsTouched(edit) || isMeant;
  if (!isAnswer && !arePoints) return null;
  return {
    ...(isAnswer && { answer: edit.answer }),
    ...(arePoints && {
      points: pointsToSend(edit).map(({ id, text, weight, variants }) => ({
        id,
        text: text.replace(/\s+/g, " ").trim(),
        weight,
        variants: variants
          .split("\n")
          .map((line) => line.trim())
          .filter((line) => line !== ""),
      })),
    }),
  };
}

function writtenOf({ answer, points }: Question): Written {
  return {
    answer,
    points: points.map(({ id, text, weight, variants }, key) => ({
      key,
      id,
      text,
      weight,
      variants: variants.join("\n"),
    })),
  };
}

const keysOf = ({ points, base, removed }: Edit): number[] =>
  [...points, ...base.points, ...(removed === null ? [] : [removed.point])].map(({ key }) => key);

function newPoint(edit: Edit): EditedPoint {
  return { key: Math.max(-1, ...keysOf(edit)) + 1, id: null, text: "", weight: 1, variants: "" };
}

function moved(points: readonly EditedPoint[], key: number, by: 1 | -1): readonly EditedPoint[] {
  const at = points.findIndex((point) => point.key === key);
  const point = points[at];
  if (point === undefined || at + by < 0 || at + by >= points.length) return points;
  return points.toSpliced(at, 1).toSpliced(at + by, 0, point);
}

const isAnswerTouched = ({ answer, base }: Edit): boolean => answer !== base.answer;

function arePointsTouched(edit: Edit): boolean {
  const said = ({ points }: Pick<Written, "points">) =>
    JSON.stringify(points.map(({ id, text, weight, variants }) => [id, text, weight, variants]));
  return said({ points: pointsToSend(edit) }) !== said(edit.base);
}

function changedMeanwhile(edit: Edit, question: Question): Edit {
  const base = writtenOf(question);
  return {
    ...edit,
    version: question.version,
    answer: isAnswerTouched(edit) ? edit.answer : base.answer,
    points: arePointsTouched(edit) ? edit.points : base.points,
    base,
    removed: null,
  };
}
