import { Command } from "commander";
import { LOCAL_OWNER, type Readiness, readinessOn } from "../practice/index.ts";
import { partBar } from "./bars.ts";
import { examples, option } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { comingDay, dayName } from "./local-days.ts";
import { jsonText, plain, type Style, styleOf, wrap } from "./terminal-text.ts";

interface ReadyOptions {
  readonly on: string;
  readonly json?: boolean;
  readonly home?: string;
}

type Outlook = Pick<Readiness, "questions" | "seen" | "known" | "planned">;

const BAR_WIDTH = 30;
/** More tags than this make a wall of text. */
const TAGS_SHOWN = 15;
const LONGEST_NAME = 24;

/** `viva ready --on DATE`: what will be known then. */
export function readyCommand(): Command {
  return new Command("ready")
    .description("Foresee what you will know on a day: if you stop now, and if you keep to the plan.")
    .addOption(option("--on <date>", "the day, as in 2026-12-24").makeOptionMandatory())
    .addOption(option("--json", "as one JSON object"))
    .addHelpText("after", examples(`viva ready --on ${new Date().getFullYear() + 1}-03-31`))
    .action(async (_options: ReadyOptions, command: Command) => {
      const { home, json, on } = command.optsWithGlobals<ReadyOptions>();
      const workplace = workplaceAt(home);
      try {
        const now = workplace.clock();
        const readiness = await readinessOn(workplace, LOCAL_OWNER, { on: comingDay(on, now, "--on"), now });
        process.stdout.write(
          json === true
            ? `${jsonText({ ...readiness, on: new Date(readiness.on).toISOString() }, 1)}\n`
            : `${describe(readiness, now, styleOf(process.stdout))}\n`,
        );
      } finally {
        await workplace.close();
      }
    });
}

function describe(readiness: Readiness, now: number, style: Style): string {
  const { on, questions, seen, decks, tags } = readiness;
  if (questions === 0) {
    return "There are no questions: viva import ./notes.md makes a deck of a document.";
  }
  const basis =
    seen === 0
      ? "Nothing was asked yet, so this is only what people tend to know unprepared: viva ask begins."
      : `${seen} of the ${questions} ${seen === 1 ? "was" : "were"} asked so far.`;
  return [
    style.paint("bold", wrap(`${sentence(readiness, dayName(on, now))}`, style)),
    style.paint("dim", wrap(basis, style)),
    "",
    style.paint("dim", `${" ".repeat(LONGEST_NAME + 2)}now  plan    of`),
    ...decks.map((each) => row(each.deck, each, style)),
    ...(tags.length === 0 ? [] : ["", style.paint("dim", "By tag, the most frequent first")]),
    ...tags.slice(0, TAGS_SHOWN).map((each) => row(each.tag, each, style)),
    ...(tags.length > TAGS_SHOWN
      ? [style.paint("dim", `… and ${tags.length - TAGS_SHOWN} more tags (--json has them all)`)]
      : []),
  ].join("\n");
}

function sentence({ questions, known, planned }: Outlook, day: string): string {
  const range = ({ low, high }: Outlook["known"], percent: string) =>
    `(${percent}${Math.round(low)} to ${Math.round(high)})`;
  return `On ${day} you will know about ${Math.round(known.expected)} of ${questions} ${range(known, "90 %: ")} if you stop now; about ${Math.round(planned.expected)} ${range(planned, "")} if you keep to the plan.`;
}

function row(name: string, { questions, known, planned }: Outlook, style: Style): string {
  const label = plain(name).slice(0, LONGEST_NAME).padEnd(LONGEST_NAME);
  const counts = [known.expected, planned.expected, questions]
    .map((n) => String(Math.round(n)))
    .map((n, at) => n.padStart(at === 0 ? 5 : 6))
    .join("");
  return `${label}${counts}  ${style.paint("cyan", partBar(known.expected, planned.expected, questions, BAR_WIDTH))}`;
}
