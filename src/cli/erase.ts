import { Command } from "commander";
import { countPerson, erasePerson, LOCAL_OWNER } from "../practice/index.ts";
import { count, examples } from "./command.ts";
import { confirmed } from "./confirm.ts";
import { homeFolder, workplaceAt } from "./home.ts";
import { plain } from "./terminal-text.ts";

/** `viva erase`: everything that you answered, gone. */
export function eraseCommand(): Command {
  return (
    new Command("erase")
      .description("Erase all that you answered and what was derived from it. Decks stay.")
      // No variable: one that was forgotten would erase.
      .option("--yes", "do not ask")
      .addHelpText("after", examples("viva export --to ./mine.jsonl", "viva erase"))
      .action(async (_options: unknown, command: Command) => {
        const { home, yes } = command.optsWithGlobals<{ home?: string; yes?: boolean }>();
        const workplace = workplaceAt(home);
        try {
          const found = await countPerson(workplace, LOCAL_OWNER);
          const about = [
            `This erases ${amount(found)} kept below ${plain(homeFolder(home))}, for good.`,
            "Your decks stay, and so do backups and exports that you made. viva export keeps a copy for you.",
          ].join("\n");
          if (!(await confirmed("erase", about, yes === true))) {
            process.stderr.write("viva: nothing was erased\n");
            process.exitCode = 1;
            return;
          }
          process.stdout.write(
            `Erased ${amount(await erasePerson(workplace, LOCAL_OWNER))}. Your decks stay.\n`,
          );
        } finally {
          await workplace.close();
        }
      })
  );
}

function amount({ events, answers, copies }: Awaited<ReturnType<typeof erasePerson>>): string {
  const kept = `${count(events, "event")} with ${count(answers, "answer")}`;
  if (copies === 0) return kept;
  return `${kept}, and ${copies === 1 ? "a copy" : `${copies} copies`} made before a restore or an update`;
}
