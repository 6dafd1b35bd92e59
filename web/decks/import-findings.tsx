import { count } from "../count.ts";
import { InlineText } from "../inline-text.tsx";
import type { ImportPreview } from "../shapes.ts";

/** What was found in a document. */
export function ImportFindings({ preview }: { preview: ImportPreview }) {
  const { totals, sections, warnings, sample, merged } = preview;
  const titled = sections.filter(({ title }) => title !== "");
  return (
    <>
      <p class="statement">
        {count(totals.questions, "question")}
        {titled.length > 0 && ` in ${count(titled.length, "section")}`}
        {totals.unanswered > 0 && `, ${totals.unanswered} without an answer`}
        {merged > 0 && `, ${merged} of them repeated word for word and kept once`}.
      </p>
      {warnings.length > 0 && (
        <ul class="warnings" aria-label="What to know about the reading">
          {warnings.map(({ code, line, text }) => (
            <li key={`${code} ${line}`}>
              {!NAMES_LINES.test(text) && <span class="line">line {line}</span>} {text}
            </li>
          ))}
        </ul>
      )}
      {titled.length > 1 && (
        <details>
          <summary>{count(titled.length, "section")}</summary>
          <table class="figures">
            <thead class="unseen">
              <tr>
                <th scope="col">Section</th>
                <th scope="col">Questions</th>
              </tr>
            </thead>
            <tbody>
              {sections.map(({ title, questions }) => (
                <tr key={title}>
                  <th scope="row">{title === "" ? "(no section)" : title}</th>
                  <td>{questions}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      <details open>
        <summary>The first {sample.length === 1 ? "question" : `${sample.length} questions`}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <ol class="sample" tabIndex={0} aria-label="The first questions">
          {sample.map(({ prompt, answer, line }) => (
            <li key={line}>
              <p>
                <InlineText text={firstLine(prompt)} />
              </p>
              <p class="aside">{answer === "" ? "no answer" : firstLine(answer)}</p>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

/** Some warnings are about many lines, and name them. */
const NAMES_LINES = /\blines? \d/;

const firstLine = (text: string): string => text.split("\n", 1)[0] ?? "";
