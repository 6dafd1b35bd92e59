/** Lines that begin with a label such as `12. Question:` or `A:`. */
export interface Label {
  readonly kind: "question" | "answer";
  /** The word or letter itself, in lower case. */
  readonly word: string;
  readonly isLetter: boolean;
  readonly number: number | null;
  /** Text after the label, on the same line. */
  readonly rest: string;
  /** A lone letter (`Q`, `A`) or a mark other than a colon: trusted only when the document uses it throughout. */
  readonly weak: boolean;
  /** Columns before the first character of the label or its number. */
  readonly indent: number;
  /** Column at which `rest` starts. */
  readonly textColumn: number;
}

const QUESTION_WORDS =
  "question|pregunta|pergunta|questão|questao|frage|вопрос|问题|問題|题目|提问|质问|質問|質疑|設問|질문|문제|domanda|pytanie|soru|питання|запитання|vraag|otázka|kérdés|întrebare|intrebare|fråga|spørgsmål|spørsmål|kysymys|pertanyaan|câu hỏi|ερώτηση|سؤال|السؤال|سوال|प्रश्न|interviewer";
const ANSWER_WORDS =
  "answer|ans|respuesta|resposta|réponse|reponse|antwort|ответ|答案|参考答案|回答|解答|答え|解説|답변|정답|해답|risposta|odpowiedź|odpowiedz|cevap|yanıt|відповідь|antwoord|odpověď|válasz|răspuns|raspuns|svar|vastaus|jawaban|trả lời|đáp án|απάντηση|جواب|الجواب|إجابة|الإجابة|پاسخ|उत्तर|solution|solución|solução|lösung|решение|candidate";
const QUESTION_LETTERS = "q|p|f|в|问|問|문";
const ANSWER_LETTERS = "a|r|о|答|답";

/**
 * Layout marks, opening emphasis, number, word, number, closing emphasis, stop. Numbers may stand on either side, as in
 * `3. Question:`, `3Q:`, `Question 3:`, `Q3.` and `**Q 3)**`.
 */
const LABEL = new RegExp(
  "^((?:>\\s?|#{1,6}\\s+|[-*+•]\\s+)*)" +
    "([*_]{1,3})?" +
    "(?:[([#№]?\\s?(\\d{1,6})\\s?[)\\].:、．,–—-]{0,2}\\s*)?" +
    "([*_]{1,3})?" +
    `(?:(${QUESTION_WORDS})|(${ANSWER_WORDS})|(${QUESTION_LETTERS})|(${ANSWER_LETTERS}))(?![a-z_\\u00aa-\\u1fff\\u3040-\\u9fff\\uac00-\\ud7af])` +
    "(?:\\s?[.#№-]?\\s?(?:no\\.?\\s?|n[º°o]\\.?\\s?|nr\\.?\\s?)?(\\d{1,6})(?![\\d.]\\d)(?:[a-h](?=[.):]))?)?" +
    "(?:\\s?\\([^()]{1,20}\\))?" +
    "([*_]{1,3})?\\s?" +
    "([:：]|[.)、．–—-](?=\\s|$|[*_]))?" +
    "([*_]{1,3})?(\\s+|$)?",
);

/** Characters that can be layout, number or letter before a label's word; a longer run is no label. */
const LONGEST_LABEL = 120;

/** What every label starts with, marks and numbers aside: most lines are told apart without the long pattern. */
const MAY_START =
  /^[^a-z\u00c0-\uffff]*(?:q|p(?:re|er|yt|[^a-z])|f(?:r[aå]|[^a-z])|a(?:n[st]|[^a-z])|r(?:es|é|is|[aă]s|[^a-z])|s(?:ol|or|va|p[øö])|l[öo]|interv|c(?:an|ev|âu)|dom|vra|vas|vál|od[pP]|ot[aá]|k[éy]|[iî]nt|jaw|tr[aả]|đáp|yan|[\u0370-\uffff])/i;

/** Reads a line's label; null when it has none. */
export function parseLabel(line: string): Label | null {
  const text = line.trimStart();
  if (text === "") return null;
  const written = text.slice(0, LONGEST_LABEL);
  // In lower case the pattern needs no flags, which makes it several times faster to compile and to run.
  const lower = folded(written).toLowerCase();
  const start = lower.length === written.length ? lower : written;
  const found = MAY_START.test(start) ? LABEL.exec(start) : null;
  if (found === null) return null;
  const [all, , open1, before, open2, longQ, longA, letterQ, letterA, after, close1, stop, close2] = found;
  const blank = /\s$/.test(all);
  const colon = stop === ":" || stop === "：";
  // `f :: Int`, `Q:: ...`: two colons are a mark of their own.
  if (colon && text.startsWith(":", all.trimEnd().length)) return null;
  const isLetter = letterQ !== undefined || letterA !== undefined;
  const numbered = before !== undefined || after !== undefined;
  let rest = text.slice(all.length).trim();
  // `f)` is an item of a lettered list, `Q)` and `A)` are not always.
  if (isLetter && !numbered && stop === ")" && !/^[qa]$/.test(letterQ ?? letterA ?? "")) return null;
  // Emphasis that ends right after the word is as good as a colon: `**Answer** It is ...`.
  const emphasised = close1 !== undefined && (open1 ?? open2) !== undefined && !isLetter;
  if (
    stop === undefined &&
    !emphasised &&
    !standsWithoutStop(rest, { numbered: after !== undefined, isLetter, longQ, blank })
  )
    return null;
  // `A.` or `Answer -` of a list of options or of prose: only with a number, or when the document does it throughout.
  const weak = !colon && !numbered && !emphasised;
  const open = open1 ?? open2;
  if (open !== undefined && close1 === undefined && close2 === undefined) rest = withoutClosing(rest, open);
  const number = before ?? after;
  const indent = line.length - text.length;
  return {
    kind: longQ !== undefined || letterQ !== undefined ? "question" : "answer",
    word: (longQ ?? longA ?? letterQ ?? letterA ?? "").toLowerCase(),
    isLetter,
    number: number === undefined ? null : Number(number),
    rest,
    weak,
    indent,
    textColumn: indent + all.length,
  };
}

/** Letters and digits of full width as plain ones. */
const folded = (text: string): string =>
  /[\uff10-\uff5a]/.test(text)
    ? text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) =>
        String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
      )
    : text;

const known = new WeakMap<readonly string[], readonly (Label | null)[]>();

/** The label of every line of a document, read once however often it is asked for. */
export function labelsOf(lines: readonly string[]): readonly (Label | null)[] {
  let labels = known.get(lines);
  if (labels === undefined) {
    labels = lines.map(parseLabel);
    known.set(lines, labels);
  }
  return labels;
}

/** `Question 12` alone, `Question 12 What is it?` and `Answer` alone are labels too; `Answer the call` is not. */
function standsWithoutStop(
  rest: string,
  label: { numbered: boolean; isLetter: boolean; longQ: string | undefined; blank: boolean },
): boolean {
  if (label.isLetter) return false;
  if (rest === "") return true;
  return label.numbered && label.longQ !== undefined && label.blank;
}

function withoutClosing(text: string, open: string): string {
  const at = text.indexOf(open);
  return at < 0 ? text : (text.slice(0, at) + text.slice(at + open.length)).trim();
}

const INLINE_ANSWER = new RegExp(
  `[?？.!。！]["”')*_]*\\s*[*_]{0,2}(?:${ANSWER_WORDS}|a(?=:))[*_]{0,2}\\s?[:：][*_]{0,2}\\s*`,
  "iu",
);

/** Splits `What is it? Answer: A thing.` on one line; null when no answer follows. */
export function splitInlineAnswer(text: string): { prompt: string; answer: string } | null {
  const found = INLINE_ANSWER.exec(text);
  if (found === null) return null;
  const mark = /^[?？.!。！]["”')*_]*/u.exec(found[0])?.[0] ?? "";
  return { prompt: text.slice(0, found.index) + mark, answer: text.slice(found.index + found[0].length) };
}
