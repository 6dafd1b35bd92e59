import { Command } from "commander";
import { VivaError } from "../base/index.ts";
import { compareDecks, type DiffSide, isSame } from "../practice/index.ts";
import { examples, option } from "./command.ts";
import { diffJson, showDiff } from "./diff-views.ts";
import { workplaceAt } from "./home.ts";
import { isPath, readInputFile } from "./input-file.ts";
import { jsonText, plain, styleOf } from "./terminal-text.ts";

/** `viva diff A B`: what two decks say differently. */
export function diffCommand(): Command {
  return new Command("diff")
    .description(
      "Compare two decks by meaning, question by question. Exit code 0 when they say the same, 1 when not, 2 on trouble.",
    )
    .argument("<before>", "a deck's name, a folder of deck files, one of them, or a document")
    .argument("<after>", "the same")
    .addOption(option("--json", "as one JSON object"))
    .addHelpText(
      "after",
      examples(
        "viva diff docker ./decks/docker",
        "git difftool --no-prompt --extcmd 'viva diff' HEAD -- decks",
      ),
    )
    .action(async (before: string, after: string, _options: unknown, command: Command) => {
      const { home, json } = command.optsWithGlobals<{ home?: string; json?: boolean }>();
      try {
        const { decks } = workplaceAt(home);
        const { diff, problems } = await compareDecks(decks, sideOf(before), sideOf(after));
        for (const { file, line, text } of problems)
          process.stderr.write(`viva: left out ${plain(`${file}:${line}: ${text}`)}\n`);
        process.exitCode = problems.length > 0 ? 2 : isSame(diff) ? 0 : 1;
        process.stdout.write(
          json === true ? `${jsonText(diffJson(diff), 1)}\n` : showDiff(diff, styleOf(process.stdout)),
        );
      } catch (error) {
        if (!(error instanceof VivaError)) throw error;
        // As diff does: 1 says that the two differ, so trouble is 2.
        process.stderr.write(`viva: ${plain(error.message)}\n`);
        process.exitCode = 2;
      }
    });
}

function sideOf(argument: string): DiffSide {
  return isPath(argument)
    ? { kind: "path", path: argument, read: () => readInputFile(argument) }
    : { kind: "deck", name: argument };
}
