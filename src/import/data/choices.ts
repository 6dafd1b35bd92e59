/** One of the answers to choose from. */
export interface Option {
  /** How the document calls it: a letter, a key; "" when it has only its place. */
  readonly key: string;
  /** Markdown. */
  readonly text: string;
  /** What the document says beside the option itself; null when it says nothing there. */
  readonly right: boolean | null;
}

/** Options as they stand in a prompt, and the right ones as they stand in an answer. */
export interface Choice {
  readonly body: string;
  /** "" when none is known to be right. */
  readonly answer: string;
}

const LETTERS = "ABCDEFGHIJ";
/** `B`, `b)`, `(B)`, `option_b`, `Answer 2`. */
const MARK =
  /^\(?(?:option|choice|answer|opt|ans|alternative|opción|opção|вариант|ответ|选项)?[\s_.-]*(?:([a-j])|(\d{1,2}))[).:]?$/i;
/** `B. A lock` or `B) A lock`: the letter and the text. */
const LETTERED = /^\(?([a-j])[.):]\s+(\S[\s\S]*)$/i;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}<>=+*/%&|!?^~.,;:()[\]{}'"-]+/gu, " ")
    .replace(/[.\s]+$/, "")
    .trim();

/**
 * Sets options below a prompt, and finds the right ones.
 * @param right what the document gives as right: letters, numbers, keys or texts; empty when the options say it
 * @param base what the first option is called in numbers: 0 or 1
 */
export function choiceOf(given: readonly Option[], right: readonly string[], base: 0 | 1): Choice {
  const written = given.map(({ text }) => LETTERED.exec(text));
  const ownLetters = written.every((found, i) => found?.[1]?.toUpperCase() === LETTERS[i]);
  const options = given.map((option, i) =>
    ownLetters ? { ...option, key: LETTERS[i] ?? "", text: written[i]?.[2] ?? "" } : option,
  );
  const rights = new Set(options.flatMap((option, i) => (option.right === true ? [i] : [])));
  const unmatched: string[] = [];
  for (const value of right) {
    const places = placesOf(value, options, base);
    if (places.length === 0) unmatched.push(value);
    for (const place of places) rights.add(place);
  }
  const lettered = ownLetters || options.some(({ key }) => /^[a-j]$/i.test(key)) || right.some(isLetter);
  const body = options.map(({ text }, i) => item(lettered ? `${LETTERS[i] ?? i + 1}. ${text}` : text));
  const texts = [...rights].toSorted((a, b) => a - b).map((i) => options[i]?.text ?? "");
  const answers = texts.length > 0 ? texts : unmatched;
  return {
    body: body.join("\n"),
    answer: answers.length > 1 ? answers.map(item).join("\n") : (answers[0] ?? ""),
  };
}

const isLetter = (value: string): boolean => /^\(?[a-j][).]?$/i.test(value.trim());

/** A list item; further lines are set in. */
export const item = (text: string): string => `- ${text.trim().replace(/\n(?=[^\n])/g, "\n  ")}`;

/** The options that a value means: by their text, a letter, letters (`A, C`), a number, a key. */
function placesOf(value: string, options: readonly Option[], base: 0 | 1): number[] {
  const wanted = plain(value);
  const same = options.findIndex(({ text }) => plain(text) === wanted);
  if (same >= 0) return [same];
  const byKey = options.findIndex(({ key }) => key !== "" && plain(key) === wanted);
  if (byKey >= 0) return [byKey];
  const one = markOf(value.trim(), options.length, base);
  if (one !== null) return [one];
  // `A, C`, `1;3`, `A and C`, and `BD` in capitals.
  const parts = value
    .trim()
    .split(/\s*(?:[,;/&+|]|\band\b|\by\b|\be\b|\bund\b|\bet\b|и|和|、)\s*|(?<=^[A-J]+)(?=[A-J]+$)/);
  const marks = parts.map((part) => markOf(part, options.length, base));
  if (parts.length > 1 && marks.every((place) => place !== null)) return marks;
  const [, letter = "", rest = ""] = LETTERED.exec(value.trim()) ?? [];
  const place = letter === "" ? -1 : LETTERS.indexOf(letter.toUpperCase());
  return rest !== "" && plain(options[place]?.text ?? "") === plain(rest) ? [place] : [];
}

function markOf(text: string, count: number, base: 0 | 1): number | null {
  const [, letter, digits] = MARK.exec(text) ?? [];
  const place =
    letter !== undefined
      ? LETTERS.indexOf(letter.toUpperCase())
      : digits !== undefined
        ? Number(digits) - base
        : -1;
  return place >= 0 && place < count ? place : null;
}
