import type { Verdict } from "../shapes.ts";

/** A piece of what was said, and the points whose evidence it is part of, in the order of the points. */
export interface MarkedWords {
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
  readonly points: readonly string[];
  /** The points whose evidence ends with this piece. */
  readonly ending: readonly string[];
}

/**
 * Cuts what was said in one turn where evidence begins or ends; spans may overlap. The pieces together are the text.
 * A span whose words are not in the text is left out.
 */
export function markedWords(
  said: string,
  turn: number,
  verdicts: readonly Pick<Verdict, "point" | "evidence">[],
): MarkedWords[] {
  const spans = verdicts.flatMap(({ point, evidence }) => {
    if (evidence === null || evidence.turn !== turn) return [];
    const { start, end, text } = evidence;
    return start < end && said.slice(start, end) === text ? [{ point, start, end }] : [];
  });
  const cuts = [...new Set([0, said.length, ...spans.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? 0;
    return {
      text: said.slice(start, end),
      start,
      points: spans.filter((span) => span.start < end && span.end > start).map(({ point }) => point),
      ending: spans.filter((span) => span.end === end).map(({ point }) => point),
    };
  });
}
