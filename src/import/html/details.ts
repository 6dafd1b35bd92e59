import { cleanTitle } from "../markdown/title.ts";

/** Words that say "answer", and those that only say that something opens. */
const ANSWERS =
  "answers?|solutions?|solución|solução|soluzione|explanation|risposta|odpowiedź|відповідь|đáp án|정답|해답|答え|respuestas?|respostas?|réponses?|lösung|antwort|ответ|решение|答案|解答|解析|参考答案";
const OPENS =
  "show|view|see|click|reveal|expand|open|toggle|check|read|spoiler|ver|mostrar|voir|afficher|cliquez|anzeigen|показать|посмотреть";
const OPENED =
  "here|me|it|this|more|less|all|below|inside|code|details?|example|output|result|aquí|más|mais|plus|ici|mehr|hier|здесь|ещё|to \\p{L}+|for .{1,20}|para .{1,20}|pour .{1,20}";

/** `Answer`, `Show`, `Click to expand`, `See the answer`; `Check which pods run` is a task. */
const ANSWER_SUMMARY = new RegExp(
  `^\\W*(?:(?:the |my |sample |possible |full |correct |model |short |détails de la )?(?:${ANSWERS}).{0,30}|` +
    `(?:${OPENS})(?!\\p{L}{3})(?:\\W*|\\W+(?:${OPENED})\\W*.{0,12}|.{0,30}(?:${ANSWERS}|expand|reveal).{0,20})|(?:查看|展开|点击|显示).{0,40})$`,
  "iu",
);

/** Whether the summary of a `<details>` only says that the answer is inside. */
export function isAnswerSummary(summary: string): boolean {
  const text = cleanTitle(summary);
  return text.length <= 60 && !/[?？]/.test(text) && ANSWER_SUMMARY.test(text);
}

/** A text that so many summaries have, and this share of them, is not what they ask. */
const REPEATED = { atLeast: 3, share: 0.5 };

/**
 * Tells of a summary whether it only says that the answer is inside: by its words, or because most summaries of the
 * document say the same, in whatever language.
 */
export function answerSummaries(
  lines: readonly string[],
  isCode: (line: number) => boolean,
): (summary: string) => boolean {
  const counts = new Map<string, number>();
  let all = 0;
  for (const [at, line] of lines.entries()) {
    if (!line.includes("<") || isCode(at) || !/<details\b/i.test(line)) continue;
    const text = cleanTitle(summaryFrom(lines, at)?.text ?? "");
    all++;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const repeats = (text: string): boolean => {
    const count = counts.get(text) ?? 0;
    return count >= REPEATED.atLeast && count >= all * REPEATED.share && !/[?？]/.test(text);
  };
  return (summary) => isAnswerSummary(summary) || repeats(cleanTitle(summary));
}

/** Lines that a summary may take, and characters of each. */
const SUMMARY_REACH = 100;
const LONGEST_SUMMARY = 4000;
/** Lines between `<details>` and its summary. */
const SUMMARY_WITHIN = 24;

/** The summary of the `<details>` at a line, the line it ends on and what follows it there; null when there is none. */
export function summaryFrom(
  lines: readonly string[],
  at: number,
): { text: string; line: number; after: string } | null {
  let text: string | null = null;
  for (let line = at; line < Math.min(lines.length, at + SUMMARY_REACH); line++) {
    let part = (lines[line] ?? "").slice(0, LONGEST_SUMMARY);
    if (line > at && /<details\b/i.test(part)) return null;
    if (text === null) {
      if (line >= at + SUMMARY_WITHIN) return null;
      const open = /<summary\b[^>]{0,400}>/i.exec(part);
      if (open === null) continue;
      part = part.slice(open.index + open[0].length);
      text = "";
    }
    const close = part.search(/<\/summary>/i);
    if (close >= 0) {
      const after = part.slice(close + "</summary>".length).trim();
      return { text: (text + part.slice(0, close)).trim(), line, after };
    }
    text += `${part}\n`;
  }
  return null;
}

/**
 * Where each `<details>` ends: its line to the line after its `</details>`, lines from 0. A closing tag belongs to the
 * last one opened, so that one that is never closed does not swallow the document; it has no entry.
 */
export function detailsEnds(
  lines: readonly string[],
  isCode: (line: number) => boolean,
): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.includes("<") || isCode(at)) continue;
    for (const [tag] of line.matchAll(/<\/?details\b/gi)) {
      if (!tag.startsWith("</")) open.push(at);
      else {
        const start = open.pop();
        if (start !== undefined) ends.set(start, at + 1);
      }
    }
  }
  return ends;
}
