import { Command } from "commander";
import { readBackup, restore } from "../practice/index.ts";
import { count, examples } from "./command.ts";
import { confirmed } from "./confirm.ts";
import { homeFolder, workplaceAt } from "./home.ts";
import { plain } from "./terminal-text.ts";

/** `viva restore FOLDER`: a backup in place of what is there. */
export function restoreCommand(): Command {
  return (
    new Command("restore")
      .description("Put a backup in place of all that you answered and of your own decks.")
      .argument("<folder>", "a folder that viva backup made")
      // No variable: one that was forgotten would replace what is there.
      .option("--yes", "do not ask")
      .addHelpText("after", examples("viva restore ./vivarium-backup"))
      .action(async (folder: string, _options: unknown, command: Command) => {
        const { home, yes } = command.optsWithGlobals<{ home?: string; yes?: boolean }>();
        const { at, counts } = await readBackup(folder);
        const amount = `${count(counts.events, "event")} with ${count(counts.answers, "answer")}, ${count(counts.decks, "deck")}`;
        const about = [
          `${plain(folder)} was made on ${at}: ${amount}.`,
          `It takes the place of all answers and own decks below ${plain(homeFolder(home))}; a backup of those is made first.`,
        ].join("\n");
        if (!(await confirmed("restore", about, yes === true))) {
          process.stderr.write("viva: nothing was restored\n");
          process.exitCode = 1;
          return;
        }
        const workplace = workplaceAt(home);
        try {
          const { before, damaged } = await restore(workplace, folder);
          const store = damaged === null ? "" : `; the damaged store is ${plain(damaged)}`;
          process.stdout.write(`Restored ${amount}. What was there before is in ${plain(before)}${store}\n`);
        } finally {
          await workplace.close();
        }
      })
  );
}
