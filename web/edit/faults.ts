import { VivaProblem } from "../../clients/typescript/index.ts";
import { type Edit, pointsToSend } from "./edit-state.ts";

/** What is wrong with single points, by their keys. */
export type Faults = ReadonlyMap<number, string>;

const AT_POINT = /^\/points\/(\d+)\b/;

/** Points that cannot be sent: those that say nothing. */
export function emptyPoints(edit: Edit): Faults {
  const empty = pointsToSend(edit).filter(({ text }) => text.trim() === "");
  return new Map(empty.map(({ key }) => [key, "Write the claim, or remove the point."]));
}

/** What the server says is wrong with single points. */
export function faultsOf(error: Error, edit: Edit): Faults {
  const sent = pointsToSend(edit);
  const errors = error instanceof VivaProblem ? error.details.errors : [];
  return new Map(
    errors.flatMap(({ pointer, detail }) => {
      const point = sent[Number(AT_POINT.exec(pointer)?.[1] ?? -1)];
      return point === undefined ? [] : [[point.key, `This ${detail}.`] as const];
    }),
  );
}
