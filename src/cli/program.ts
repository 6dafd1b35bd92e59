import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { VivaError } from "../base/index.ts";
import { askCommand } from "./ask.ts";
import { assessCommand } from "./assess.ts";
import { backupCommand } from "./backup.ts";
import { examples, option } from "./command.ts";
import { completionCommand } from "./completion.ts";
import { decksCommand } from "./decks.ts";
import { diffCommand } from "./diff.ts";
import { dueCommand } from "./due.ts";
import { eraseCommand } from "./erase.ts";
import { exportCommand } from "./export.ts";
import { fmtCommand } from "./fmt.ts";
import { importCommand } from "./import.ts";
import { linkCommand } from "./link.ts";
import { lintCommand } from "./lint.ts";
import { newCommand } from "./new.ts";
import { packageRoot } from "./package-root.ts";
import { readyCommand } from "./ready.ts";
import { rebuildCommand } from "./rebuild.ts";
import { regradeCommand } from "./regrade.ts";
import { restoreCommand } from "./restore.ts";
import { serveCommand } from "./serve.ts";
import { plain } from "./terminal-text.ts";

/** The command `viva` with all of its commands. */
function buildProgram(): Command {
  const program = new Command("viva")
    .description("An interview you can run: it asks, you answer in your own words, it judges point by point.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .addOption(
      option(
        "--home <folder>",
        "where your decks and answers are kept (default: your platform's folder for data)",
      ),
    )
    .addHelpText("after", examples("viva ask", "viva ask ./questions.md", "viva due", "viva help ask"))
    .addHelpText(
      "after",
      "\nEvery option can be set by a variable of the same name: --count 3 is VIVA_COUNT=3.",
    );
  const commands = [
    askCommand(),
    dueCommand(),
    readyCommand(),
    importCommand(),
    decksCommand(),
    serveCommand(),
    linkCommand(),
    assessCommand(),
    newCommand(),
    lintCommand(),
    fmtCommand(),
    diffCommand(),
    exportCommand(),
    backupCommand(),
    restoreCommand(),
    rebuildCommand(),
    regradeCommand(),
    eraseCommand(),
    completionCommand(() => program),
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...commands]) {
    command.exitOverride();
    command.showSuggestionAfterError();
    command.configureHelp({ showGlobalOptions: true });
    command.configureOutput({
      outputError: (text, write) => write(plain(text.replace(/^error: /, "viva: "))),
    });
  }
  return program;
}

/**
 * Runs the command line and gives the exit code: 0 well, 1 something in the world was not right, 2 the call was not.
 * Every expected failure is one line on standard error.
 */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    const program = buildProgram();
    // No command is a question what there is.
    await program.parseAsync(argv.length > 2 ? argv : [...argv, "--help"]);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof VivaError) {
      process.stderr.write(`viva: ${oneLine(error.message)}\n`);
      return error.exit;
    }
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`viva: unexpected error: ${oneLine(message)}\n`);
    if (process.env.VIVA_DEBUG !== undefined && error instanceof Error)
      process.stderr.write(`${error.stack}\n`);
    else process.stderr.write("viva: this is a mistake of ours; VIVA_DEBUG=1 shows where.\n");
    return 1;
  }
}

/** A file may be named with a line feed, and a message of somebody else may have several lines. */
const oneLine = (message: string): string => plain(message).replace(/\s*\n\s*/g, " ");

function version(): string {
  const text = readFileSync(new URL("package.json", packageRoot()), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
