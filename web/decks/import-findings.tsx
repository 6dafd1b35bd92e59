import { count } from "../count.ts";
import { Rendered } from "../rendered.tsx";
import type { ImportPreview } from "../shapes.ts";

/** What was found in a document. */
export function ImportFindings({ preview }: { preview: ImportPreview }) {
  const { totals, sections, warnings, sample, merged, reader, exists } = preview;
  const titled = sections.filter(({ title }) => title !== "");
  return (
    <>
      <p class="statement">
        {count(totals.questions, "question")}
        {totals.sections > 0 && ` in ${count(totals.sections, "section")}`}
        {totals.unanswered > 0 && `, ${totals.unanswered} without an answer`}
        {merged > 0 && `, ${merged} of them repeated word for word and kept once`}.
      </p>
      <p class="aside">Read as {reader}.</p>
      {warnings.length > 0 && (
        <ul class="warnings" aria-label="What to know about the reading">
          {warnings.map(({ code, line, place, text }) => (
            <li key={`${code} ${line} ${place}`}>
              {(place !== null || !NAMES_LINES.test(text)) && (
                <span class="line">{place ?? `line ${line}`}</span>
              )}{" "}
              {text}
            </li>
          ))}
        </ul>
      )}
      {titled.length > 1 && (
        <details>
          <summary>{count(totals.sections, "section")}</summary>
          <table class="figures">
            <thead class="unseen">
              <tr>
                <th scope="col">Section</th>
                <th scope="col">Questions</th>
              </tr>
            </thead>
            <tbody>
              {sections.map(({ title, questions }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a title may come twice, and nothing moves
                <tr key={at}>
                  <th scope="row">{title === "" ? "(no section)" : title}</th>
                  <td>{questions}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {totals.sections > sections.length && <p class="aside">The first {sections.length} are shown.</p>}
        </details>
      )}
      {/* Of a deck that is there, what changes matters more. */}
      <details open={!exists}>
        <summary>The first {sample.length === 1 ? "question" : `${sample.length} questions`}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <ol class="sample" tabIndex={0} aria-label="The first questions">
          {sample.map(({ promptHtml, answerHtml, line, place }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may stand on one line, and nothing moves
            <li key={at}>
              <Rendered html={promptHtml} />
              {answerHtml === "" ? (
                <p class="aside">no answer</p>
              ) : (
                <details open={at === 0}>
                  <summary>
                    Answer<span class="unseen"> to question {at + 1}</span>
                    <span class="aside">, {place ?? `line ${line}`}</span>
                  </summary>
                  <Rendered html={answerHtml} />
                </details>
              )}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

/** Some warnings are about many lines, and name them. */
const NAMES_LINES = /\blines? \d/;
