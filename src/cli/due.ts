import { Command } from "commander";
import { type DueOverview, dueOverview, LOCAL_OWNER } from "../practice/index.ts";
import { bar } from "./bars.ts";
import { count, examples, option } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { comingDay, dayEnds, dayName, shortDay } from "./local-days.ts";
import { jsonText, plain, type Style, styleOf, wrap } from "./terminal-text.ts";

interface DueOptions {
  readonly until?: string;
  readonly json?: boolean;
  readonly home?: string;
}

const DAYS = 7;
const BAR_WIDTH = 32;

/** `viva due`: what waits, and what the coming days bring. */
export function dueCommand(): Command {
  return new Command("due")
    .description("Say what is due, what is new, and what the next days bring.")
    .addOption(option("--until <date>", "with everything seen once more before this day (YYYY-MM-DD)"))
    .addOption(option("--json", "as one JSON object"))
    .addHelpText("after", examples("viva due", "viva due --json"))
    .action(async (_options: DueOptions, command: Command) => {
      const { home, json, until } = command.optsWithGlobals<DueOptions>();
      const workplace = workplaceAt(home);
      try {
        const now = workplace.clock();
        const overview = await dueOverview(workplace, LOCAL_OWNER, {
          dayEnds: dayEnds(now),
          days: DAYS,
          until: until === undefined ? null : comingDay(until, now, "--until"),
        });
        process.stdout.write(
          json === true
            ? `${jsonText(inJson(overview), 1)}\n`
            : `${describe(overview, now, styleOf(process.stdout))}\n`,
        );
      } finally {
        await workplace.close();
      }
    });
}

function describe(overview: DueOverview, now: number, style: Style): string {
  const { due, decks, next, until } = overview;
  if (decks.every((deck) => deck.due + deck.new === 0) && next === null) {
    return "There are no questions: viva import ./notes.md makes a deck of a document.";
  }
  return [
    style.paint("bold", headline(overview)),
    ...(until === null ? [] : [wrap(planText(until, now), style)]),
    "",
    ...deckRows(decks, style),
    "",
    ...dayRows(overview, style),
    "",
    whatNext(due, overview.new, next),
  ].join("\n");
}

function headline({ due, new: fresh, capped }: DueOverview): string {
  const soon = capped ? " (some of them so that they are seen before that day)" : "";
  return `${due === 0 ? "Nothing" : count(due, "question")} due today${soon}, ${fresh === 0 ? "nothing" : fresh} new`;
}

function planText(
  { until, daysLeft, newPerDay, newDays, asksPerDay }: NonNullable<DueOverview["until"]>,
  now: number,
): string {
  const fresh = newPerDay === 0 ? "nothing new" : `${newPerDay} new a day for ${count(newDays, "day")}`;
  return `${count(daysLeft, "day")} left before ${dayName(until, now)}: ${fresh}, about ${count(asksPerDay, "question")} a day in all.`;
}

function deckRows(decks: DueOverview["decks"], style: Style): string[] {
  const width = Math.max(...decks.map(({ name }) => name.length));
  return [
    style.paint("dim", `${"due".padStart(6)}${"new".padStart(6)}`),
    ...decks.map(({ name, title, due, new: fresh }) => {
      const about = title === name ? name : `${name.padEnd(width)}  ${style.paint("dim", plain(title))}`;
      return `${String(due).padStart(6)}${String(fresh).padStart(6)}  ${about}`;
    }),
  ];
}

function dayRows({ days, until }: DueOverview, style: Style): string[] {
  const total = (day: DueOverview["days"][number]) => day.due + day.new;
  const most = Math.max(...days.map(total));
  return [
    style.paint("dim", until === null ? "The next days, as things stand" : "The next days, with what is new"),
    ...days.map((day, at) => {
      const name = (at === 0 ? "today" : shortDay(day.from)).padEnd(10);
      return `  ${name}  ${String(total(day)).padStart(4)}  ${bar(total(day), most, BAR_WIDTH)}`.trimEnd();
    }),
  ];
}

function whatNext(due: number, fresh: number, next: number | null): string {
  if (due + fresh > 0) return "Begin: viva ask";
  return next === null ? "All is done." : `All is done. The next question comes on ${shortDay(next)}.`;
}

/** Instants in ISO 8601, as the API gives them. */
function inJson({ days, next, until, ...rest }: DueOverview): object {
  const iso = (at: number) => new Date(at).toISOString();
  return {
    ...rest,
    days: days.map((day) => ({ ...day, from: iso(day.from), to: iso(day.to) })),
    next: next === null ? null : iso(next),
    until: until === null ? null : { ...until, until: iso(until.until) },
  };
}
