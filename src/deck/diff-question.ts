import { matchTexts } from "./match-texts.ts";
import { meaningOf } from "./meaning.ts";
import type { Point, Question } from "./question.ts";

/** A part of a question that can change. */
export type ChangedPart =
  | (
      | "id"
      | "section"
      | "level"
      | "prompt"
      | "body"
      | "answer"
      | "lab"
      | "no-lab"
      | "no-shown"
      | "borrows"
      | "source"
      | "proposed"
    )
  | ("tag" | "ref" | "related" | "shown" | "key")
  | ("point" | "point-id" | "weight" | "variant" | "misconception" | "follow-up");

/** One change: what was there and is gone, what is new, or both when it was changed. */
export interface Change {
  readonly part: ChangedPart;
  /** The point it is about, by its id in the newer question (the older one where it is gone); null for none. */
  readonly point: string | null;
  /** Null when there was nothing. */
  readonly before: string | null;
  /** Null when there is nothing any more. */
  readonly after: string | null;
}

/** What two questions say differently; what differs in form only is no change. */
export function diffQuestion(before: Question, after: Question): Change[] {
  const out: Change[] = [];
  const text = (part: ChangedPart, a: string, b: string, point: string | null = null) => {
    if (meaningOf(a) === meaningOf(b)) return;
    out.push({ part, point, before: a === "" ? null : a, after: b === "" ? null : b });
  };
  const level = (question: Question) => (question.level === null ? "" : String(question.level));
  text("id", before.id, after.id);
  text("section", before.section, after.section);
  text("level", level(before), level(after));
  text("prompt", before.title, after.title);
  text("body", before.body, after.body);
  text("answer", before.answer, after.answer);
  diffPoints(before, after, out);
  diffClaims(before, after, out);
  diffList("tag", before.tags, after.tags, out);
  diffList("ref", before.refs, after.refs, out);
  diffList("related", before.related, after.related, out);
  diffList("shown", before.shown, after.shown, out);
  text("lab", before.lab, after.lab);
  text("no-lab", before.noLab, after.noLab);
  text("no-shown", before.noShown, after.noShown);
  text("borrows", before.borrows, after.borrows);
  text("source", before.source, after.source);
  text("proposed", String(before.proposed), String(after.proposed));
  diffList("key", keysOf(before), keysOf(after), out);
  return out;
}

/** Keys that are kept and not used; comments are no part of the question. */
function keysOf({ unknown }: Question): string[] {
  return unknown.filter(({ place }) => place === "entry").map(({ text }) => text);
}

/** Items that came or went; their order says nothing. */
function diffList(
  part: ChangedPart,
  before: readonly string[],
  after: readonly string[],
  out: Change[],
): void {
  const [old, now] = [new Set(before), new Set(after)];
  for (const item of old) if (!now.has(item)) out.push({ part, point: null, before: item, after: null });
  for (const item of now) if (!old.has(item)) out.push({ part, point: null, before: null, after: item });
}

const weightOf = ({ weight }: Point): string => (weight === "bonus" ? "+" : String(weight));

function diffPoints(before: Question, after: Question, out: Change[]): void {
  const byId = new Map(after.points.map((point) => [point.id, point]));
  const same = before.points.flatMap((one) => {
    const two = byId.get(one.id);
    return two === undefined ? [] : [[one, two] as const];
  });
  const known = new Set(same.map(([one]) => one.id));
  const gone = before.points.filter(({ id }) => !known.has(id));
  const come = after.points.filter(({ id }) => !known.has(id));
  const { pairs, removed, added } = matchTexts(textsOf(gone), textsOf(come));
  const renamed = pairs.flatMap(([i, j]) => {
    const [one, two] = [gone[i], come[j]];
    return one === undefined || two === undefined ? [] : [[one, two] as const];
  });
  for (const [one, two] of [...same, ...renamed]) {
    const point = two.id;
    if (one.id !== two.id) out.push({ part: "point-id", point, before: one.id, after: two.id });
    if (meaningOf(one.text) !== meaningOf(two.text))
      out.push({ part: "point", point, before: one.text, after: two.text });
    if (one.weight !== two.weight)
      out.push({ part: "weight", point, before: weightOf(one), after: weightOf(two) });
    diffTexts("variant", point, one.variants, two.variants, out);
  }
  for (const i of removed) told(gone[i], "before", out);
  for (const j of added) told(come[j], "after", out);
}

const textsOf = (points: readonly Point[]): string[] => points.map(({ text }) => text);

/** A whole point that came or went, with its variants. */
function told(point: Point | undefined, side: "before" | "after", out: Change[]): void {
  if (point === undefined) return;
  const one = (part: ChangedPart, text: string) =>
    out.push({ part, point: point.id, before: null, after: null, [side]: text });
  one("point", `(${weightOf(point)}) ${point.text}`);
  for (const variant of point.variants) one("variant", variant);
}

function diffTexts(
  part: ChangedPart,
  point: string | null,
  before: readonly string[],
  after: readonly string[],
  out: Change[],
): void {
  const { pairs, removed, added } = matchTexts(before, after);
  for (const [i, j] of pairs) {
    const [one = "", two = ""] = [before[i], after[j]];
    if (meaningOf(one) !== meaningOf(two)) out.push({ part, point, before: one, after: two });
  }
  for (const i of removed) out.push({ part, point, before: before[i] ?? "", after: null });
  for (const j of added) out.push({ part, point, before: null, after: after[j] ?? "" });
}

/** Misconceptions and follow-ups, point by point. */
function diffClaims(before: Question, after: Question, out: Change[]): void {
  const claims = ({ misconceptions }: Question) =>
    misconceptions.map(({ point, claim, correction }) => ({ point, text: `${claim} → ${correction}` }));
  for (const [part, old, now] of [
    ["misconception", claims(before), claims(after)],
    ["follow-up", before.followUps, after.followUps],
  ] as const) {
    for (const point of new Set([...old, ...now].map((each) => each.point))) {
      const of = (list: readonly { readonly point: string; readonly text: string }[]) =>
        list.filter((each) => each.point === point).map(({ text }) => text);
      diffTexts(part, point, of(old), of(now), out);
    }
  }
}
