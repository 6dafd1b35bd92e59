import { useLocation } from "preact-iso";
import { count, percent } from "../count.ts";
import { howSoon, longDate } from "../days.ts";
import { InlineText } from "../inline-text.tsx";
import { Key } from "../key.tsx";
import { useKeys } from "../keys.ts";
import { PageHeading } from "../page-heading.tsx";
import { useOnce } from "../use-when.ts";
import { useWatched } from "../watch.ts";
import type { Passed, Session } from "./session-state.ts";
import { outbox } from "./this-outbox.ts";

/** What a session came to, or that nothing waits. `goOn` begins another one. */
export function Ended({ session, goOn }: { session: Session; goOn: (() => void) | undefined }) {
  const { route } = useLocation();
  const { passed } = session;
  const isEmpty = passed.length === 0;
  const primary = goOn !== undefined && !isEmpty ? goOn : () => route("/");
  useKeys({ Enter: primary });
  useOnce(() => scrollTo(0, 0));
  if (isEmpty) {
    return (
      <>
        <PageHeading title="Nothing waits" />
        <p class="statement">Nothing is due here, and nothing is new.</p>
        <p class="actions">
          <button type="button" class="main" onClick={primary}>
            Today <Key name="Enter" />
          </button>
          <a href="/decks">Choose a question from a deck</a>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHeading title="The session" />
      <p class="statement">{summaryOf(passed)}</p>
      <p class="aside on-paper">{longDate(new Date(), new Date(0))}</p>
      <ol class="results">
        {passed.map((each) => (
          <Result key={each.question} passed={each} />
        ))}
      </ol>
      <p class="actions">
        <button type="button" class="main" onClick={primary}>
          {goOn === undefined ? "Today" : "Go on"} <Key name="Enter" />
        </button>
        {goOn !== undefined && <a href="/">Today</a>}
        <button type="button" class="quiet" onClick={() => print()}>
          Print
        </button>
      </p>
    </>
  );
}

const OUTCOMES: Readonly<Record<Passed["outcome"], string>> = {
  answered: "answered",
  unknown: "not known",
  skipped: "passed over",
};

function summaryOf(passed: readonly Passed[]): string {
  const outcomes = Object.entries(OUTCOMES)
    .map(([outcome, word]) => ({ word, number: passed.filter((each) => each.outcome === outcome).length }))
    .filter(({ number }) => number > 0);
  const all = count(passed.length, "question");
  const [first] = outcomes;
  const summary =
    outcomes.length === 1
      ? `${all} ${first?.word}.`
      : `${all}: ${outcomes.map(({ word, number }) => `${number} ${word}`).join(", ")}.`;
  const scores = passed.flatMap(({ score }) => (score === null ? [] : [score]));
  // One alone stands beside its question.
  if (scores.length < 2) return summary;
  return `${summary} On average ${percent(scores.reduce((sum, score) => sum + score, 0) / scores.length)}.`;
}

function Result({ passed: { question, title, outcome, score, review } }: { passed: Passed }) {
  const { kept } = useWatched(outbox);
  const due = review === null ? null : (kept.get(review)?.due ?? null);
  const result = outcome === "skipped" ? "passed over" : outcome === "unknown" ? "not known" : null;
  return (
    <li>
      <span class="share">{result ?? (score === null ? "answered" : percent(score))}</span>
      <a href={`/questions/${question}`}>
        <InlineText text={title} />
      </a>
      {due !== null && <span class="aside">comes back {howSoon(new Date(due), new Date())}</span>}
    </li>
  );
}
