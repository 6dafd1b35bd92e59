/** What the server takes as one turn, in characters (`src/api/schemas/assessment.ts`). */
const LONGEST_TURN = 20_000;

/** Why what was typed is not sent, as a sentence; null when it can be. */
export function tooLong(draft: string): string | null {
  const { length } = draft.trimEnd();
  if (length <= LONGEST_TURN) return null;
  const [longest, found] = [LONGEST_TURN, length].map((number) => number.toLocaleString("en-GB"));
  return `An answer has ${longest} characters at most, and this one ${found}. It is kept here: shorten it, then answer.`;
}
