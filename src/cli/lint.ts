import { Command } from "commander";
import { lintPaths, severityOf } from "../practice/index.ts";
import { count, examples, option } from "./command.ts";
import { jsonText, plain } from "./terminal-text.ts";

/** `viva lint PATH...`: what is wrong with deck files. */
export function lintCommand(): Command {
  return new Command("lint")
    .description(
      "Check deck files: form, points, texts, follow-ups. Exit code 1 when something is wrong; advice alone is told and gives 0.",
    )
    .argument(
      "<path...>",
      "folders of deck files, or single files; what is given together is checked together",
    )
    .addOption(option("--strict", "exit code 1 for advice too"))
    .addOption(option("--json", "findings as one JSON array"))
    .addHelpText(
      "after",
      examples("viva lint decks/docker", "viva lint decks/docker/002-containers-vs-vms.md"),
    )
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const { json, strict } = command.optsWithGlobals<{ json?: boolean; strict?: boolean }>();
      const { files, problems } = await lintPaths(paths);
      const found = problems.map((problem) => ({ ...problem, severity: severityOf(problem.rule) }));
      const advice = found.filter(({ severity }) => severity === "advice").length;
      if (found.length > (strict === true ? 0 : advice)) process.exitCode = 1;
      if (json === true) {
        process.stdout.write(`${jsonText(found, 1)}\n`);
        return;
      }
      for (const { file, line, rule, severity, text } of found) {
        const mark = severity === "advice" ? " (advice)" : "";
        process.stdout.write(`${plain(`${file}:${line} ${rule}${mark}: ${text}`)}\n`);
      }
      const of = advice === 0 ? "" : `, ${advice} of them advice`;
      process.stdout.write(`${count(files, "file")}, ${count(found.length, "finding")}${of}\n`);
    });
}
