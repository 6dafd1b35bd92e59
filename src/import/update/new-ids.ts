import { type DeckName, parseQuestionId, type QuestionId } from "../../base/index.ts";

/** The ids of a deck are its name and at least this many digits. */
const DIGITS = 3;
/** An id has at most 80 characters; this leaves room for the hyphen and a million questions. */
const LONGEST_NAME = 72;

/**
 * Makes the ids of new questions of a deck: the number after the highest there is, so that none is ever used again.
 * @param taken the ids of all questions of the deck, those kept aside included
 * @param count how many may be asked for, which decides how many digits the numbers of a new deck have
 * @returns gives the wish when it is free, else the next number
 */
export function newIds(
  name: DeckName,
  taken: readonly QuestionId[],
  count: number,
): (wish: QuestionId | null) => QuestionId {
  const prefix = `${name.slice(0, LONGEST_NAME).replace(/-$/, "")}-`;
  const used = new Set<string>(taken);
  const numbers = taken
    .filter((id) => id.startsWith(prefix) && /^\d{1,9}$/.test(id.slice(prefix.length)))
    .map((id) => id.slice(prefix.length));
  let last = numbers.reduce((highest, digits) => Math.max(highest, Number(digits)), 0);
  const digits = Math.max(
    DIGITS,
    String(last + count).length,
    ...numbers.slice(0, 1).map(({ length }) => length),
  );
  return (wish) => {
    if (wish !== null && !used.has(wish)) {
      used.add(wish);
      return wish;
    }
    let id = "";
    do id = `${prefix}${String(++last).padStart(digits, "0")}`;
    while (used.has(id));
    used.add(id);
    const parsed = parseQuestionId(id);
    if (parsed.ok) return parsed.value;
    // A deck's name and digits make an id; were it ever not so, the mistake is ours.
    throw new TypeError(parsed.problem);
  };
}
