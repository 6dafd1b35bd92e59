import { useRoute } from "preact-iso";
import { question } from "../api.ts";
import { isMissing } from "../away.ts";
import { InlineText } from "../inline-text.tsx";
import { langOf } from "../lang.ts";
import { NothingHere } from "../nothing-here.tsx";
import { PageHeading } from "../page-heading.tsx";
import { useQuery } from "../query.ts";
import { Rendered } from "../rendered.tsx";
import type { Question } from "../shapes.ts";
import { Trouble } from "../trouble.tsx";
import { PastAnswers } from "./past-answers.tsx";
import { Reference } from "./reference.tsx";

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
  const { id, deck, section, level, titleHtml, bodyHtml, misconceptions } = question;
  const lang = langOf(question);
  return (
    <article class="visit">
      <p class="place">
        <a href={`/decks/${deck}`}>{deck}</a>
        {[section, level === null ? "" : (LEVELS[level - 1] ?? ""), id]
          .filter((part) => part !== "")
          .map((part) => ` · ${part}`)}
      </p>
      <PageHeading title={`Question ${id}`}>
        <Rendered html={titleHtml} line lang={lang} />
      </PageHeading>
      {bodyHtml !== "" && <Rendered html={bodyHtml} lang={lang} />}
      <p class="actions">
        <a class="main" href={`/practice?question=${id}`}>
          Answer it
        </a>
      </p>
      <Reference question={question} lang={lang} />
      {misconceptions.length > 0 && (
        <section>
          <h2>Often mistaken</h2>
          <dl class="mistakes" lang={lang}>
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
