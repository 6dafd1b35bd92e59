/** A number at the start of a title, taken off. */
export interface Numbered {
  /** Null when the title has no number. */
  readonly number: number | null;
  readonly rest: string;
}

/**
 * Words that stand before a number and say "question": `Question 7:`, `Q7.`, `Вопрос 7`, `问题7：`.
 * Letters alone count only when digits follow at once.
 */
const WORD =
  "(?:question|pregunta|pergunta|questão|questao|frage|domanda|pytanie|soru|питання|vraag|вопрос|问题|問題|题目|质问|質問|질문|문제|質問|no\\.?|nr\\.?|n[º°]|№|第)\\s*[.#]?\\s*|[qpfв]\\s*[.#-]?\\s*|#";

/** `1.` `1)` `(1)` `1:` `1 -` `１．` `1、` `1.2` `1.2.` `第1题：` `Q1` and keycap digits (`1` U+FE0F U+20E3). */
const NUMBER = new RegExp(
  `^[(\\[（【]?\\s*(${WORD})?(\\d{1,6}(?:\\.\\d{1,4}){0,3})\\ufe0f?\\u20e3?(?:\\s*(题|題|个|問|问))?([)\\]）】]?\\s*[.:、．：。)）/|]+|[)\\]）】]|\\s+[-–—](?=\\s)|\\u20e3)?(\\s+|$)?`,
  "iu",
);

/**
 * Takes the number off a title. A bare number is one only when punctuation follows (`1. What`), so that
 * `3 ways to wait` and `2024` keep theirs; `1.2 What` gives the last part, 2.
 */
export function takeNumber(title: string): Numbered {
  const text = title
    .trimStart()
    .replace(/[０-９Ｑ]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const found = NUMBER.exec(text);
  if (found === null) return { number: null, rest: title.trim() };
  const [all, word, digits = "", counter, stop, blank] = found;
  const parts = digits.split(".");
  const rest = text.slice(all.length).trim();
  const opened = /^[([（【]/.test(text);
  const keycap = all.includes("\u20e3");
  const isNumber =
    stop !== undefined || keycap
      ? // `1.5x` and `10:30` are not numbers of a question, but `1.What` and `1、什么` are.
        blank !== undefined || opened || keycap || !/^[.:]$/.test(stop ?? "") || !/^[\d\p{Ll}]/u.test(rest)
      : (word !== undefined && (blank !== undefined || counter !== undefined)) ||
        (parts.length > 1 && parts.length < 4 && blank !== undefined && rest !== "");
  if (!isNumber) return { number: null, rest: title.trim() };
  return { number: Number(parts.at(-1)), rest };
}

/** Share of neighbours in which the second number follows the first or starts again at 1, 0..1; 1 for fewer than two. */
export function sequenceAgreement(numbers: readonly (number | null)[]): number {
  let pairs = 0;
  let good = 0;
  let last: number | null = null;
  for (const number of numbers) {
    if (number !== null && last !== null) {
      pairs++;
      if (number === last + 1 || number <= 1) good++;
    }
    if (number !== null) last = number;
  }
  return pairs === 0 ? 1 : good / pairs;
}
