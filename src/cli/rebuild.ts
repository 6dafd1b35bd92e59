import { Command } from "commander";
import { rebuildRecall } from "../practice/index.ts";
import { count, examples } from "./command.ts";
import { workplaceAt } from "./home.ts";

/** Milliseconds between two lines about how far it is; what takes less says nothing. */
const SAY_EVERY = 2000;

/** `viva rebuild`: what is due, derived anew. */
export function rebuildCommand(): Command {
  return new Command("rebuild")
    .description("Derive anew, from all that you answered, what you remember and when to ask again.")
    .addHelpText("after", examples("viva rebuild"))
    .action(async (_options: unknown, command: Command) => {
      const workplace = workplaceAt(command.optsWithGlobals<{ home?: string }>().home);
      try {
        let said = Date.now();
        const { events, questions } = await rebuildRecall(workplace, (done) => {
          if (Date.now() - said < SAY_EVERY) return;
          said = Date.now();
          process.stderr.write(`viva: ${count(done, "question")} done\n`);
        });
        process.stdout.write(`${count(questions, "question")} derived from ${count(events, "event")}\n`);
      } finally {
        await workplace.close();
      }
    });
}
