import { Command } from "commander";
import { parseDeckName, VivaError } from "../base/index.ts";
import { documentToDeck, importDocument, type ReadDocument } from "../practice/index.ts";
import { count, examples, option } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { readInputFile } from "./input-file.ts";
import { jsonText, plain, type Style, styleOf, wrap } from "./terminal-text.ts";

interface ImportOptions {
  readonly into?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly reader?: string;
  readonly replace?: boolean;
  readonly home?: string;
}

/** How many warnings of one kind are shown before the rest is only counted. */
const SHOWN = 3;

/** `viva import FILE`: a document becomes a deck. */
export function importCommand(): Command {
  return (
    new Command("import")
      .description("Make a deck of a document, saying what was found in it.")
      .argument("<file>", "the document")
      .addOption(option("--into <deck>", "the deck's name (default: made from the file's name)"))
      .addOption(option("--dry-run", "say what was found and keep nothing"))
      // No variable: one that was forgotten would overwrite decks.
      .option("--replace", "put it in place of a deck of the same name")
      .addOption(option("--reader <name>", "read it with this reader, whatever the document looks like"))
      .addOption(option("--json", "what was found, as one JSON object"))
      .addHelpText(
        "after",
        examples("viva import ./questions.md --dry-run", "viva import ./questions.md --into mine"),
      )
      .action(async (file: string, _options: ImportOptions, command: Command) => {
        const options = command.optsWithGlobals<ImportOptions>();
        const document = await readInputFile(file);
        const into = options.into === undefined ? undefined : parseDeckName(options.into);
        if (into?.ok === false) throw new VivaError("VIVA_USAGE", `--into: ${into.problem}`);
        const choices = { reader: options.reader, into: into?.value };
        const read =
          options.dryRun === true
            ? await documentToDeck(document, choices)
            : await importDocument(workplaceAt(options.home).decks, document, {
                ...choices,
                replace: options.replace ?? false,
              });
        process.stdout.write(
          options.json === true
            ? `${jsonText(read.report, 1)}\n`
            : `${describe(file, read, options.dryRun !== true, styleOf(process.stdout))}\n`,
        );
      })
  );
}

function describe(
  file: string,
  { deck, report, totals, merged }: ReadDocument,
  kept: boolean,
  style: Style,
): string {
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
        .map(({ line, text }) => wrap(`line ${line}: ${plain(text)}`, style, "    ", "  ")),
    );
    if (same.length > SHOWN) lines.push(`  … and ${same.length - SHOWN} more like it (${code})`);
  }
  lines.push("");
  if (!kept) lines.push("Nothing was kept (--dry-run).");
  else {
    const once = merged === 0 ? "" : ` (${merged} repeated word for word are kept once)`;
    lines.push(
      `Kept as the deck ${style.paint("bold", deck.name)}, ${count(deck.questions.length, "question")}${once}: viva ask ${deck.name}`,
    );
  }
  return lines.join("\n");
}
