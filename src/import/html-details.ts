import { cleanTitle } from "./markdown-title.ts";

const ANSWER_SUMMARY =
  /^\W*(?:(?:show|view|see|click|reveal|expand|open|toggle|check|read|spoiler|ver|mostrar|voir|afficher|cliquez|anzeigen|показать|посмотреть|查看|展开|点击|显示)(?!\p{L}{3}).{0,40}|(?:the |my |sample |possible |full |correct |model |short |détails de la )?(?:answers?|solutions?|explanation|respuesta|resposta|réponse|lösung|antwort|ответ|решение|答案|解答|解析|参考答案).{0,30})$/iu;

/** Whether the summary of a `<details>` only says that the answer is inside. */
export function isAnswerSummary(summary: string): boolean {
  const text = cleanTitle(summary);
  return text.length <= 60 && !/[?？]/.test(text) && ANSWER_SUMMARY.test(text);
}

/** Lines that a summary may take, and characters of each. */
const SUMMARY_REACH = 24;
const LONGEST_SUMMARY = 4000;

/** The summary of the `<details>` at a line, the line it ends on and what follows it there; null when there is none. */
export function summaryFrom(
  lines: readonly string[],
  at: number,
): { text: string; line: number; after: string } | null {
  let text = "";
  for (let line = at; line < Math.min(lines.length, at + SUMMARY_REACH); line++) {
    text += `${(lines[line] ?? "").slice(0, LONGEST_SUMMARY)}\n`;
    const open = /<summary\b[^>]{0,400}>/i.exec(text);
    const close = text.search(/<\/summary>/i);
    if (open === null || close < open.index) continue;
    return {
      text: text.slice(open.index + open[0].length, close).trim(),
      line,
      after: text.slice(close + "</summary>".length).trim(),
    };
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
