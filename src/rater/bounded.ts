import type { RateRequest } from "./opinion.ts";

/** UTF-16 units of all turns together; what was said beyond is not shown. */
const TURNS = 8000;
const PROMPT = 4000;
const REFERENCE = 8000;
const POINTS = 40;
const POINT_ID = 200;
const POINT = 600;
const VARIANTS = 6;
const VARIANT = 300;

/** The part of a request that is sent: a document may be of any size. Turns are cut at their end, so offsets stay true. */
export function bounded({ prompt, reference, points, turns }: RateRequest): RateRequest {
  let left = TURNS;
  return {
    prompt: cut(prompt, PROMPT),
    reference: cut(reference, REFERENCE),
    points: points
      .filter(({ id }) => id.length <= POINT_ID)
      .slice(0, POINTS)
      .map(({ id, text, variants = [] }) => ({
        id,
        text: cut(text, POINT),
        variants: variants.slice(0, VARIANTS).map((one) => cut(one, VARIANT)),
      })),
    turns: turns.map((turn) => {
      const shown = cut(turn, left);
      left -= shown.length;
      return shown;
    }),
  };
}

/** The beginning of a text; a pair of surrogates is not cut in two. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const last = text.charCodeAt(longest - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHalf ? longest - 1 : longest);
}
