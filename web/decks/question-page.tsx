import { useRoute } from "preact-iso";
import { question } from "../api.ts";
import { isMissing } from "../away.ts";
import { InlineText } from "../inline-text.tsx";
import { NothingHere } from "../nothing-here.tsx";
import { PageHeading } from "../page-heading.tsx";
import { useQuery } from "../query.ts";
import { Rendered } from "../rendered.tsx";
import type { Question } from "../shapes.ts";
import { Trouble } from "../trouble.tsx";
import { PastAnswers } from "./past-answers.tsx";

/** A question to read: the reference, its points, known mistakes, and one's own past answers. */
export function QuestionPage() {
  const { id = "" } = useRoute().params;
  const { data, error, refetch } = useQuery(["question", id], () => question(id));
  if (isMissing(error)) return <NothingHere what={`There is no question ${id}.`} />;
  if (error !== null && data === undefined) {
    return (
      <>
        <PageHeading title={id} />
        <Trouble error={error} again={() => void refetch()} />
      </>
    );
  }
  if (data === undefined) return <p class="waiting">Opening the question …</p>;
  return <Opened key={data.id} question={data} />;
}

const LEVELS = ["junior", "mid", "senior"];

function Opened({ question }: { question: Question }) {
  const { id, deck, section, level, titleHtml, bodyHtml, answerHtml, points, misconceptions, proposed } =
    question;
  return (
    <article class="visit">
      <p class="place">
        <a href={`/decks/${deck}`}>{deck}</a>
        {[section, level === null ? "" : (LEVELS[level - 1] ?? ""), id]
          .filter((part) => part !== "")
          .map((part) => ` · ${part}`)}
      </p>
      <PageHeading title={`Question ${id}`}>
        <Rendered html={titleHtml} line />
      </PageHeading>
      {bodyHtml !== "" && <Rendered html={bodyHtml} />}
      <p class="actions">
        <a class="main" href={`/practice?question=${id}`}>
          Answer it
        </a>
      </p>
      <section>
        <h2>The reference answer</h2>
        {answerHtml === "" ? <p class="aside">It came without one.</p> : <Rendered html={answerHtml} />}
      </section>
      {points.length > 0 && (
        <section>
          <h2>Points</h2>
          {proposed && <p class="aside">These were taken from the reference, not written by an author.</p>}
          <ol class="plain-points">
            {points.map((point) => (
              <li key={point.id}>
                {point.weight === "bonus" && <em>Bonus: </em>}
                <Rendered html={point.textHtml} line />
                {point.weight !== "bonus" && point.weight > 1 && (
                  <span class="aside"> counts {point.weight}</span>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      {misconceptions.length > 0 && (
        <section>
          <h2>Often mistaken</h2>
          <dl class="mistakes">
            {misconceptions.map(({ claim, correction }) => (
              <div key={claim}>
                <dt>
                  <InlineText text={claim} />
                </dt>
                <dd>
                  <InlineText text={correction} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <PastAnswers question={question} />
    </article>
  );
}
