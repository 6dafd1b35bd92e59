import { readiness } from "../api.ts";
import { count, percent } from "../count.ts";
import { dateAfter, dayBegins, longDate } from "../days.ts";
import { interviewDate, setInterviewDate, untilOf } from "../interview-date.ts";
import { useQuery } from "../query.ts";
import type { DueOverview, Estimate, Readiness as Forecast, Outlook } from "../shapes.ts";
import { Trouble } from "../trouble.tsx";
import { useWatched } from "../watch.ts";

/** The date of the interview, and what will be known on it. */
export function Readiness({ plan, isFirstRun }: { plan: DueOverview["until"]; isFirstRun: boolean }) {
  const date = useWatched(interviewDate);
  const now = new Date();
  const { until } = untilOf(date, now);
  return (
    <section aria-labelledby="readiness">
      <h2 id="readiness">{until === undefined ? "When is your interview?" : "Your interview"}</h2>
      <p class="date">
        <label for="interview-date" class={until === undefined ? "unseen" : undefined}>
          Date
        </label>
        <input
          id="interview-date"
          type="date"
          value={date}
          min={dateAfter(now, 1)}
          onChange={(event) => setInterviewDate(event.currentTarget.value)}
        />
        {date !== "" && (
          <button type="button" class="quiet" onClick={() => setInterviewDate("")}>
            No date
          </button>
        )}
      </p>
      {until === undefined ? (
        <p class="aside">
          {date !== "" && dayBegins(date) !== null
            ? "That day has come. Choose a later one, or none."
            : "With a date, you see each question in time, and how much you will know on the day."}
        </p>
      ) : (
        <On until={until} plan={plan} isFirstRun={isFirstRun} />
      )}
    </section>
  );
}

function On({ until, plan, isFirstRun }: { until: string; plan: DueOverview["until"]; isFirstRun: boolean }) {
  const { data, error, refetch } = useQuery(["readiness", until], () => readiness(until));
  if (error !== null && data === undefined) return <Trouble error={error} again={() => void refetch()} />;
  if (data === undefined) return <p class="waiting">Looking ahead …</p>;
  return (
    <>
      <p class="forecast">
        On {longDate(new Date(until), new Date())} you will know about{" "}
        <strong>{Math.round(data.planned.expected)}</strong> of {count(data.questions, "question")} if you
        keep to the plan, and about {Math.round(data.known.expected)} if you stop now.
        {isFirstRun && " This is a guess, until you have answered some."}
      </p>
      {plan !== null && (
        <p class="aside">
          The plan: {plan.newPerDay > 0 && `${plan.newPerDay} new a day for ${count(plan.newDays, "day")}, `}
          about {count(Math.ceil(plan.asksPerDay), "answer")} a day in all, {count(plan.daysLeft, "day")}{" "}
          left.
        </p>
      )}
      <Bands forecast={data} />
    </>
  );
}

function Bands({ forecast }: { forecast: Forecast }) {
  const rows: readonly (Outlook & { readonly title: string })[] = [
    ...(forecast.decks.length > 1 ? [{ ...forecast, title: "All" }] : []),
    ...forecast.decks,
  ];
  return (
    <table class="bands">
      <caption>What you will know, with the range that holds nine times in ten</caption>
      <thead>
        <tr>
          <th scope="col">Deck</th>
          <th scope="col">If you stop now</th>
          <th scope="col">If you keep to the plan</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ title, questions, known, planned }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <Band estimate={known} of={questions} />
            <Band estimate={planned} of={questions} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Band({ estimate: { expected, low, high }, of }: { estimate: Estimate; of: number }) {
  const place = (value: number) => `${of === 0 ? 0 : (value / of) * 100}%`;
  return (
    <td>
      <span class="share">{percent(of === 0 ? 0 : expected / of)}</span>
      <span class="range">
        {Math.round(low)}–{Math.round(high)} of {of}
      </span>
      <span class="band" aria-hidden="true">
        <span style={{ insetInlineStart: place(low), inlineSize: place(high - low) }} />
        <i style={{ insetInlineStart: place(expected) }} />
      </span>
    </td>
  );
}
