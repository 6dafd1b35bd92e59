import { useState } from "preact/hooks";
import { announce } from "../announce.tsx";
import { reviewsOf, takeBackReview } from "../api.ts";
import { percent } from "../count.ts";
import { howSoon, longDate } from "../days.ts";
import { SIGNS } from "../practice/verdict-words.ts";
import { queries, useQuery } from "../query.ts";
import { Rendered } from "../rendered.tsx";
import type { Question, Review } from "../shapes.ts";
import { Trouble } from "../trouble.tsx";
import { Turns } from "../turns.tsx";

/** What one answered to a question before, and what became of it. */
export function PastAnswers({ question }: { question: Question }) {
  const { data, error, refetch } = useQuery(["reviews", question.id], () => reviewsOf(question.id));
  if (error !== null && data === undefined) return <Trouble error={error} again={() => void refetch()} />;
  if (data === undefined || data.length === 0) return null;
  const due = data[0]?.due ?? null;
  return (
    <section>
      <h2>Your answers</h2>
      {due !== null && <p class="aside">It comes back {howSoon(new Date(due), new Date())}.</p>}
      <ol class="past">
        {data.map((review) => (
          <PastAnswer key={review.id} review={review} question={question} />
        ))}
      </ol>
    </section>
  );
}

function PastAnswer({ review, question }: { review: Review; question: Question }) {
  const { id, at, turns, label, score, verdicts } = review;
  const [error, setError] = useState<Error | null>(null);
  const [isSure, setSure] = useState(false);
  const takeBack = () =>
    takeBackReview(id)
      .then(() => {
        announce("Taken back.");
        // The answer goes, and the focus would go with it.
        document.querySelector<HTMLElement>("h1")?.focus();
        return queries.invalidateQueries();
      })
      .catch(setError);
  const textOf = new Map(
    [...question.points, ...question.borrowedPoints].map((point) => [point.id, point.textHtml]),
  );
  return (
    <li>
      <p class="when">
        <time dateTime={at}>{longDate(new Date(at), new Date())}</time>
        {turns.length === 0 ? ": I don’t know" : label !== "ungraded" && `: ${percent(score)}`}
      </p>
      <Turns turns={turns} />
      {turns.length > 0 && verdicts.length > 0 && (
        <details>
          <summary>The verdicts</summary>
          <ul class="verdicts">
            {verdicts.map(({ point, verdict, weight, corrected }) =>
              weight === "bonus" && verdict === "missing" ? null : (
                <li key={point} data-verdict={verdict}>
                  <span class="verdict-word">
                    <span class="sign" aria-hidden="true">
                      {SIGNS[verdict].sign}
                    </span>{" "}
                    {SIGNS[verdict].word}
                    {corrected && " as you say"}
                  </span>{" "}
                  <Rendered html={textOf.get(point) ?? ""} line />
                </li>
              ),
            )}
          </ul>
        </details>
      )}
      <p class="actions">
        {/* This button stays when its words change, and so does the focus; pressed twice, it has done nothing. */}
        <button type="button" class="quiet" onClick={() => setSure(!isSure)}>
          {isSure ? "Keep it" : "Take back"}
        </button>
        {isSure && (
          <button type="button" onClick={() => void takeBack()}>
            Take back, as if I had not answered
          </button>
        )}
      </p>
      {error !== null && <Trouble error={error} />}
    </li>
  );
}
