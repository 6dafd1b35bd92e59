import { Command } from "commander";
import { examples, option } from "./command.ts";
import { homeFolder, workplaceAt } from "./home.ts";
import { jsonText, plain, styleOf } from "./terminal-text.ts";

/** `viva decks`: what there is to be asked. */
export function decksCommand(): Command {
  return new Command("decks")
    .description("List the decks: those that come with Vivarium and your own.")
    .addOption(option("--json", "as one JSON array"))
    .addHelpText("after", examples("viva decks"))
    .action(async (_options: unknown, command: Command) => {
      const { home, json } = command.optsWithGlobals<{ home?: string; json?: boolean }>();
      const decks = await workplaceAt(home).decks.list();
      if (json === true) {
        process.stdout.write(`${jsonText(decks, 1)}\n`);
        return;
      }
      const style = styleOf(process.stdout);
      const width = Math.max(0, ...decks.map(({ name }) => name.length));
      for (const { name, title, questions, writable } of decks) {
        const kind = writable ? "" : style.paint("dim", "  comes with Vivarium");
        process.stdout.write(
          `${style.paint("bold", name.padEnd(width))}  ${String(questions).padStart(4)} questions  ${plain(title)}${kind}\n`,
        );
      }
      process.stdout.write(
        style.paint("dim", `\nYour own decks are kept below ${plain(homeFolder(home))}.\n`),
      );
    });
}
