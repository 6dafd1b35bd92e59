import { useLocation } from "preact-iso";
import { dueOverview } from "../api.ts";
import { count } from "../count.ts";
import { dayEnds, howSoon, longDate } from "../days.ts";
import { interviewDate, untilOf } from "../interview-date.ts";
import { storage } from "../kept/this-browser.ts";
import { Key } from "../key.tsx";
import { useKeys } from "../keys.ts";
import { PageHeading } from "../page-heading.tsx";
import { unfinished } from "../practice/begin-session.ts";
import { useQuery } from "../query.ts";
import type { DueOverview } from "../shapes.ts";
import { Trouble } from "../trouble.tsx";
import { useWatched } from "../watch.ts";
import { DueDays } from "./due-days.tsx";
import { Readiness } from "./readiness.tsx";

/** Days of the strip, today included. */
const DAYS = 14;

/** What waits today, and how things stand. */
export function Today() {
  const date = useWatched(interviewDate);
  const now = new Date();
  const query = { dayEnds: dayEnds(now), days: DAYS, ...untilOf(date, now) };
  const { data, error, refetch } = useQuery(["due", query], () => dueOverview(query));
  if (error !== null && data === undefined) {
    return (
      <>
        <PageHeading title="Today" quiet />
        <Trouble error={error} again={() => void refetch()} />
      </>
    );
  }
  return (
    <>
      <PageHeading title="Today" quiet>
        Today, {longDate(now, now)}
      </PageHeading>
      {data === undefined ? <p class="waiting">Looking what is due …</p> : <Overview due={data} now={now} />}
    </>
  );
}

function Overview({ due, now }: { due: DueOverview; now: Date }) {
  if (due.decks.length === 0) return <NoDecks />;
  const isFirstRun = due.due === 0 && due.next === null;
  return (
    <>
      <Start due={due} now={now} isFirstRun={isFirstRun} />
      <DecksToday decks={due.decks} />
      {!isFirstRun && <DueDays days={due.days} />}
      <Readiness plan={due.until} isFirstRun={isFirstRun} />
    </>
  );
}

function Start({ due, now, isFirstRun }: { due: DueOverview; now: Date; isFirstRun: boolean }) {
  const { route } = useLocation();
  const begun = unfinished(storage, now);
  const isBegun = begun !== null;
  const waits = due.due > 0 || due.new > 0;
  const start = waits || isBegun ? () => route(`/practice${begun?.source ?? ""}`) : undefined;
  useKeys({ Enter: start, s: start });
  return (
    <section aria-label="What waits">
      <p class="statement">{statementOf(due, now, isFirstRun)}</p>
      {due.capped && (
        <p class="aside">
          Some come back sooner than memory asks, so that you see each once more before the date.
        </p>
      )}
      {start !== undefined && (
        <p class="actions">
          <button type="button" class="main" onClick={start}>
            {isBegun ? "Go on" : isFirstRun ? "Answer the first" : "Start"} <Key name="Enter" />
          </button>
          {isBegun && <span class="aside">You are in the middle of a session.</span>}
        </p>
      )}
    </section>
  );
}

function statementOf({ due, new: fresh, next }: DueOverview, now: Date, isFirstRun: boolean): string {
  if (isFirstRun)
    return `${count(fresh, "question")} ${fresh === 1 ? "waits" : "wait"} here. Answer in your own words; you see at once which points you made.`;
  if (due > 0) {
    const more = fresh > 0 ? `, and ${count(fresh, "more has", "more have")} not been asked yet` : "";
    return `${count(due, "question is", "questions are")} due${more}.`;
  }
  const back = next === null ? "" : ` The next comes back ${howSoon(new Date(next), now)}.`;
  return fresh > 0
    ? `Nothing is due.${back} ${count(fresh, "question has", "questions have")} not been asked yet.`
    : `Nothing is due: you have seen it all.${back}`;
}

function DecksToday({ decks }: Pick<DueOverview, "decks">) {
  return (
    <table class="figures">
      <caption class="unseen">Due and new questions by deck</caption>
      <thead>
        <tr>
          <th scope="col">Deck</th>
          <th scope="col">Due</th>
          <th scope="col">New</th>
        </tr>
      </thead>
      <tbody>
        {decks.map((deck) => (
          <tr key={deck.name}>
            <th scope="row">
              <a href={`/decks/${deck.name}`}>{deck.title}</a>
            </th>
            <td>{deck.due}</td>
            <td>{deck.new}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NoDecks() {
  return (
    <p class="statement">
      There is no deck yet. Drop a document of questions here, or go to the <a href="/decks">decks</a> to
      choose one.
    </p>
  );
}
