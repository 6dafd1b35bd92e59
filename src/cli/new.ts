import { dirname } from "node:path";
import { Command } from "commander";
import { newQuestion } from "../practice/index.ts";
import { examples, option } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { isPath } from "./input-file.ts";
import { plain } from "./terminal-text.ts";

/** `viva new DECK [QUESTION]`: files to fill in. */
export function newCommand(): Command {
  return new Command("new")
    .description(
      "Make a deck with an example to edit, or add a question to a deck. Nothing is overwritten, nothing is opened.",
    )
    .argument("<deck>", "a deck's name, kept with your own decks, or a folder as in ./mydeck")
    .argument("[question]", "the question to add, in quotes")
    .addOption(option("--section <name>", "the section it belongs to (default: the deck's first)"))
    .addHelpText("after", examples("viva new mydeck", 'viva new mydeck "How is a token revoked?"'))
    .action(async (deck: string, title: string | undefined, _options: unknown, command: Command) => {
      const { home, section } = command.optsWithGlobals<{ home?: string; section?: string }>();
      const made = await newQuestion(workplaceAt(home), {
        deck: isPath(deck) ? { folder: deck } : { name: deck },
        title: title ?? null,
        section,
      });
      const folder = dirname(made.file);
      const what = made.isNewDeck
        ? `The deck ${made.deck} with the question ${made.id}`
        : `The question ${made.id}`;
      const where = made.section === "" ? "" : ` in the section ${made.section}`;
      const ask = isPath(deck) ? deck : made.deck;
      process.stdout.write(
        plain(`${what}${where}:\n  ${made.file}\n\nEdit it, then: viva lint ${folder} && viva ask ${ask}\n`),
      );
    });
}
