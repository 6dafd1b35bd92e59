import { extname } from "node:path";
import { Command } from "commander";
import { VivaError } from "../base/index.ts";
import {
  aboutFormats,
  type ExportFormat,
  exportDeckAs,
  exportFormats,
  exportHistory,
  exportPerson,
  type HistoryFormat,
  historyFormats,
  LARGEST_DOCUMENT,
  LOCAL_OWNER,
  type Workplace,
} from "../practice/index.ts";
import { count, examples, option } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { jsonText, plain } from "./terminal-text.ts";
import { printPieces, writePieces } from "./write-output.ts";

interface ExportOptions {
  readonly format?: string;
  readonly history?: boolean;
  readonly to?: string;
  readonly replace?: boolean;
  readonly home?: string;
}

/** `viva export`: what is kept of you, or a deck, to take along. */
export function exportCommand(): Command {
  return (
    new Command("export")
      .description("Write all that you answered and how it was judged; or, with its name, a deck.")
      .argument("[deck]", "a deck to write instead")
      .addOption(
        option(
          "--format <form>",
          `of a deck: ${exportFormats.join(", ")}; of what you did: ${historyFormats.join(", ")} (default: by the file's ending, else json, jsonl)`,
        ),
      )
      .addOption(option("--history", "with a deck: what you did with it goes along"))
      .addOption(option("--to <file>", "write it into this file (default: standard output)"))
      // No variable: one that was forgotten would overwrite files.
      .option("--replace", "put it in place of a file of that name")
      .addHelpText(
        "after",
        examples(
          "viva export > mine.jsonl",
          "viva export --to ./answers.csv",
          "viva export docker --to ./docker.json",
        ),
      )
      .action(async (deck: string | undefined, _options: ExportOptions, command: Command) => {
        const options = command.optsWithGlobals<ExportOptions>();
        const workplace = workplaceAt(options.home);
        try {
          await (deck === undefined ? writeHistory(workplace, options) : writeDeck(workplace, deck, options));
        } finally {
          await workplace.close();
        }
      })
  );
}

async function writeDeck(workplace: Workplace, deck: string, options: ExportOptions): Promise<void> {
  const { to, history = false, replace = false } = options;
  const endings = new Map(exportFormats.map((each) => [`.${aboutFormats[each].ending}`, each]));
  const format: ExportFormat = formatOf(options, exportFormats, endings, "json");
  const isShown = to === undefined && process.stdout.isTTY;
  if (isShown && aboutFormats[format].type === "application/zip")
    throw new VivaError(
      "VIVA_USAGE",
      `${format} is no text: name a file, as in --to ./${deck}.${aboutFormats[format].ending}`,
    );
  const { bytes, lost } = await exportDeckAs(workplace, LOCAL_OWNER, deck, { format, history });
  await output([isShown ? onTerminal(new TextDecoder().decode(bytes), format) : bytes], to, replace);
  if (lost.length > 0)
    process.stderr.write(`viva: ${format} cannot hold ${listed(lost)}; json holds all of it\n`);
  if (bytes.length > LARGEST_DOCUMENT.bytes)
    process.stderr.write(`viva: ${tooLarge(format, bytes.length)}\n`);
  if (to !== undefined) process.stderr.write(`viva: the deck ${plain(deck)} written to ${plain(to)}\n`);
}

/** JSON writes four letters for three bytes of a picture; a package of Anki writes the bytes. */
function tooLarge(format: ExportFormat, bytes: number): string {
  const MB = (size: number) => Math.ceil(size / 1048576);
  const other = format === "json" ? ", or write it as anki" : "";
  return `${format} has ${MB(bytes)} MB, more than the ${MB(LARGEST_DOCUMENT.bytes)} MB that viva import reads: take pictures out of the deck${other}`;
}

/** What stands in a deck must not move the cursor; a file or a program gets it as it is. */
const onTerminal = (text: string, format: ExportFormat): string =>
  format === "json" ? `${jsonText(JSON.parse(text), 1)}\n` : plain(text);

async function writeHistory(workplace: Workplace, options: ExportOptions): Promise<void> {
  const { to, replace = false } = options;
  const endings = new Map([
    [".jsonl", "jsonl"],
    [".csv", "csv"],
    [".md", "markdown"],
  ] as const);
  const format: HistoryFormat = formatOf(options, historyFormats, endings, "jsonl");
  let events = 0;
  const lines = async function* () {
    for await (const line of exportPerson(workplace, LOCAL_OWNER)) {
      events += 1;
      // What somebody pasted must not move the cursor; a file gets it as it is.
      yield `${to === undefined && process.stdout.isTTY ? jsonText(JSON.parse(line)) : line}\n`;
    }
    // The first and the last line are none.
    events -= 2;
  };
  const pieces = async function* () {
    let first = true;
    for await (const piece of exportHistory(workplace, LOCAL_OWNER, format === "csv" ? "csv" : "markdown")) {
      if (!first) events += 1;
      first = false;
      yield to === undefined && process.stdout.isTTY ? plain(piece) : piece;
    }
  };
  await output(format === "jsonl" ? lines() : pieces(), to, replace);
  const what = format === "jsonl" ? "event" : "answer";
  if (to !== undefined) process.stderr.write(`viva: ${count(events, what)} written to ${plain(to)}\n`);
}

async function output(
  pieces: AsyncIterable<string> | readonly (string | Uint8Array)[],
  to: string | undefined,
  replace: boolean,
): Promise<void> {
  const all = (async function* () {
    yield* pieces;
  })();
  await (to === undefined ? printPieces(all) : writePieces(all, to, replace));
}

/** What `--format` says, else the file's ending; `otherwise` when there is neither. */
function formatOf<T extends string>(
  { format, to = "" }: ExportOptions,
  known: readonly T[],
  endings: ReadonlyMap<string, T>,
  otherwise: T,
): T {
  if (format === undefined) {
    const ending = extname(to).toLowerCase();
    const said = ending === "" ? otherwise : endings.get(ending);
    if (said !== undefined) return said;
    throw new VivaError(
      "VIVA_USAGE",
      `--to: ${to} ends in no form that is known; wanted ${[...endings.keys()].join(", ")}, or --format`,
    );
  }
  const found = known.find((each) => each === format);
  if (found === undefined) {
    throw new VivaError(
      "VIVA_USAGE",
      `--format: found ${JSON.stringify(format)}, wanted one of ${known.join(", ")}`,
    );
  }
  return found;
}

const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
