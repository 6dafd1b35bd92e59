import { count } from "../count.ts";
import type { DueOverview } from "../shapes.ts";

/** The coming days as bars: what is due and, with a date, what is new. */
export function DueDays({ days }: Pick<DueOverview, "days">) {
  const most = Math.max(1, ...days.map((day) => day.due + day.new));
  return (
    <section>
      <h2>The next two weeks</h2>
      <ol class="days">
        {days.map((day, at) => {
          const date = new Date(day.from);
          const full = date.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
          const parts = [
            count(day.due, "question due", "questions due"),
            ...(day.new > 0 ? [`${day.new} new`] : []),
          ];
          return (
            <li key={day.from}>
              <span class="unseen">{`${at === 0 ? "Today" : full}: ${parts.join(", ")}`}</span>
              <span class="bar" aria-hidden="true">
                <span class="amount">{day.due + day.new > 0 ? day.due + day.new : ""}</span>
                <span class="new" style={{ blockSize: `${(day.new / most) * 100}%` }} />
                <span class="due" style={{ blockSize: `${(day.due / most) * 100}%` }} />
              </span>
              <span class="day" aria-hidden="true">
                <span>{date.toLocaleDateString("en-GB", { weekday: "narrow" })}</span>
                <span>{date.getDate()}</span>
              </span>
            </li>
          );
        })}
      </ol>
      {days.some((day) => day.new > 0) && (
        <p class="key" aria-hidden="true">
          <span class="due" /> due <span class="new" /> new
        </p>
      )}
    </section>
  );
}
