import { Command } from "commander";
import { backUp } from "../practice/index.ts";
import { count, examples } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { plain } from "./terminal-text.ts";

/** `viva backup FOLDER`: a copy of everything that is yours. */
export function backupCommand(): Command {
  return new Command("backup")
    .description("Copy all that you answered, and your own decks, into a new folder.")
    .argument("<folder>", "a folder that does not exist yet")
    .addHelpText("after", examples("viva backup ./vivarium-backup"))
    .action(async (folder: string, _options: unknown, command: Command) => {
      const workplace = workplaceAt(command.optsWithGlobals<{ home?: string }>().home);
      try {
        const { manifest, leftOut, folder: made } = await backUp(workplace, folder);
        for (const path of leftOut) process.stderr.write(`viva: left out ${plain(path)}: not a file\n`);
        const { events, answers, decks } = manifest.counts;
        process.stdout.write(
          `${plain(made)}: ${count(events, "event")} with ${count(answers, "answer")}, ${count(decks, "deck")}\n`,
        );
      } finally {
        await workplace.close();
      }
    });
}
