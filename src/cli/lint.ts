import { Command } from "commander";
import { lintPath } from "../practice/index.ts";
import { count, examples, option } from "./command.ts";
import { jsonText, plain } from "./terminal-text.ts";

/** `viva lint PATH...`: what is wrong with deck files. */
export function lintCommand(): Command {
  return new Command("lint")
    .description("Check deck files: form, points, follow-ups. Exit code 1 when there are findings.")
    .argument("<path...>", "folders of deck files, or single files")
    .addOption(option("--json", "findings as one JSON array"))
    .addHelpText(
      "after",
      examples("viva lint decks/docker", "viva lint decks/docker/002-containers-vs-vms.md"),
    )
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const { json } = command.optsWithGlobals<{ json?: boolean }>();
      const results = await Promise.all(paths.map(lintPath));
      const problems = results.flatMap((result) => result.problems);
      const files = results.reduce((sum, result) => sum + result.files, 0);
      if (problems.length > 0) process.exitCode = 1;
      if (json === true) {
        process.stdout.write(`${jsonText(problems, 1)}\n`);
        return;
      }
      for (const { file, line, rule, text } of problems) {
        process.stdout.write(`${plain(`${file}:${line} ${rule}: ${text}`)}\n`);
      }
      process.stdout.write(`${count(files, "file")}, ${count(problems.length, "finding")}\n`);
    });
}
