import { Command } from "commander";
import { formatPaths } from "../practice/index.ts";
import { count, examples, option } from "./command.ts";
import { plain } from "./terminal-text.ts";

/** `viva fmt PATH...`: deck files in their one form. */
export function fmtCommand(): Command {
  return new Command("fmt")
    .description("Rewrite deck files in their one form. A file with a mistake is named and left as it is.")
    .argument("<path...>", "folders of deck files, or single files")
    .addOption(option("--check", "change nothing; exit code 1 when a file is not in form"))
    .addHelpText("after", examples("viva fmt --check decks/docker", "viva fmt decks/docker"))
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const check = command.optsWithGlobals<{ check?: boolean }>().check === true;
      const files = await formatPaths(paths, { check });
      const changed = files.filter(({ outcome }) => outcome === "changed");
      for (const { file } of changed)
        process.stdout.write(`${plain(file)}${check ? " is not in form" : ""}\n`);
      for (const { line, rule, text, file } of files.flatMap((each) =>
        each.outcome === "damaged" ? each.problems : [],
      )) {
        process.stderr.write(`viva: ${plain(`${file}:${line} ${rule}: ${text}`)}\n`);
      }
      if (files.some(({ outcome }) => outcome === "damaged") || (check && changed.length > 0))
        process.exitCode = 1;
      process.stdout.write(
        `${count(files.length, "file")}, ${changed.length} ${check ? "not in form" : "changed"}\n`,
      );
    });
}
