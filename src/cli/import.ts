import { Command } from "commander";
import { parseDeckName, VivaError } from "../base/index.ts";
import {
  countLoans,
  type ImportedHistory,
  importHistory,
  LOCAL_OWNER,
  type PlannedImport,
  planImport,
  type ReadDocument,
  type Workplace,
} from "../practice/index.ts";
import { count, examples, option } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { describeChange } from "./import-change.ts";
import { readInput } from "./input-file.ts";
import { showProgress } from "./progress.ts";
import { jsonText, plain, type Style, styleOf, wrap } from "./terminal-text.ts";

interface ImportOptions {
  readonly into?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly reader?: string;
  readonly replace?: boolean;
  readonly history?: boolean;
  readonly home?: string;
}

/** How many warnings of one kind are shown before the rest is only counted. */
const SHOWN = 3;

/** `viva import FILE`: a document becomes a deck, or brings the deck that it became up to date. */
export function importCommand(): Command {
  return (
    new Command("import")
      .description("Make a deck of a document, saying what was found; again, to bring the deck up to date.")
      .argument("<file>", "the document; a folder of documents; - for standard input")
      .addOption(
        option("--into <deck>", "the deck's name (default: an export's own, else made from the file's name)"),
      )
      .addOption(option("--dry-run", "say what was found and what would change, and keep nothing"))
      // No variable: one that was forgotten would overwrite decks.
      .option("--replace", "the deck becomes what the document says, whatever it said before")
      .addOption(option("--history", "from an export of Vivarium: also what was done with the deck"))
      .addOption(option("--reader <name>", "read it with this reader, whatever the document looks like"))
      .addOption(option("--json", "what was found, as one JSON object"))
      .addHelpText(
        "after",
        examples(
          "viva import ./questions.md --dry-run",
          "viva import ./questions.md --into mine",
          "viva import ./notes/",
          "pandoc talk.odt -t markdown | viva import - --into talk",
        ),
      )
      .action(async (file: string, _options: ImportOptions, command: Command) => {
        const options = command.optsWithGlobals<ImportOptions>();
        const into = options.into === undefined ? undefined : parseDeckName(options.into);
        if (into?.ok === false) throw new VivaError("VIVA_USAGE", `--into: ${into.problem}`);
        const workplace = workplaceAt(options.home);
        const document = await readInput(file);
        const choices = { reader: options.reader, into: into?.value, replace: options.replace ?? false };
        const reading = showProgress(`Reading ${plain(document.name)}`);
        const plan = await planImport(workplace.decks, document, choices).finally(reading.end);
        const keeps = options.dryRun !== true;
        if (keeps) {
          const keeping = showProgress(`Keeping ${count(plan.deck.questions.length, "question")}`);
          await plan.keep().finally(keeping.end);
        }
        const taken = keeps && options.history === true ? await takeHistory(workplace, plan) : null;
        process.stdout.write(
          options.json === true
            ? `${jsonText({ ...plan.report, ...changeOf(plan) }, 1)}\n`
            : `${describe(file, plan, keeps, styleOf(process.stdout))}\n${await aboutLoans(workplace, plan)}${aboutHistory(plan, taken)}`,
        );
      })
  );
}

/** For programs: what became of which question, by its id; absent for a new deck. */
function changeOf({ exists, obstacle, change }: PlannedImport): object {
  if (!exists || obstacle !== null) return {};
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
  const parts = (all: typeof change.changed) =>
    all.map(({ question, parts: what }) => ({ id: question.id, parts: what }));
  return {
    change: {
      added: ids(change.added),
      changed: parts(change.changed),
      back: ids(change.back),
      gone: ids(change.gone),
      kept: parts(change.kept),
      pointsToCheck: ids(change.pointsToCheck),
      same: change.same,
    },
  };
}

async function takeHistory(workplace: Workplace, { history, deck, idsNow }: PlannedImport) {
  try {
    return await importHistory(workplace, LOCAL_OWNER, history, { deck: deck.name, idsNow });
  } finally {
    await workplace.close();
  }
}

async function aboutLoans(workplace: Workplace, { deck }: PlannedImport): Promise<string> {
  const loans = await countLoans(workplace, deck.questions);
  if (loans === null || loans === 0) return "";
  const [ask, are] = loans === 1 ? ["asks", "is"] : ["ask", "are"];
  return `Of these, ${loans} ${ask} what a shipped question asks, and ${are} judged by its points.\n`;
}

function aboutHistory({ history }: PlannedImport, taken: ImportedHistory | null): string {
  if (taken === null) {
    return history.length === 0
      ? ""
      : `It holds ${count(history.length, "event")} of history too: --history takes them.\n`;
  }
  const { added, known, refused } = taken;
  const rest = [
    ...(known > 0 ? [`${known} were there`] : []),
    ...(refused > 0 ? [`${refused} are no events of these questions`] : []),
  ];
  return `${count(added, "event")} of history taken${rest.length === 0 ? "" : `; ${rest.join(", ")}`}.\n`;
}

function describe(file: string, read: ReadDocument, kept: boolean, style: Style): string {
  const { deck, report, totals, merged, exists, obstacle } = read;
  const { questions, sections, warnings } = report;
  const first = questions[0];
  const titled = sections.filter(({ title }) => title !== "");
  const lines = [
    `${style.paint("bold", plain(file))}: read as ${report.reader}`,
    `  ${count(questions.length, "question")}${titled.length === 0 ? "" : ` in ${count(titled.length, "section")}`}, ${totals.unanswered} without an answer, ${totals.repeated} repeated`,
    ...sections.map(({ title, questions: n }) =>
      wrap(plain(title || "(no section)"), style, " ".repeat(9), `${String(n).padStart(7)}  `),
    ),
  ];
  if (first !== undefined) {
    lines.push("", wrap(`First: ${plain(first.prompt).replace(/\s+/g, " ").slice(0, 200)}`, style, "  "));
  }
  for (const code of new Set(warnings.map((warning) => warning.code))) {
    const same = warnings.filter((warning) => warning.code === code);
    lines.push(
      ...same
        .slice(0, SHOWN)
        .map(({ line, place, text }) =>
          wrap(`${place === undefined ? `line ${line}` : plain(place)}: ${plain(text)}`, style, "    ", "  "),
        ),
    );
    if (same.length > SHOWN) lines.push(`  … and ${same.length - SHOWN} more like it (${code})`);
  }
  lines.push("");
  if (exists && obstacle === null) lines.push(...describeChange(read.change, style), "");
  if (!kept) {
    if (obstacle !== null) lines.push(`It could not be kept so: ${plain(obstacle.message)}.`);
    lines.push("Nothing was kept (--dry-run).");
  } else {
    const once = merged === 0 ? "" : ` (${merged} repeated word for word are kept once)`;
    lines.push(
      `Kept as the deck ${style.paint("bold", deck.name)}, ${count(deck.questions.length, "question")}${once}: viva ask ${deck.name}`,
    );
  }
  return lines.join("\n");
}
