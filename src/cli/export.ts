import { once } from "node:events";
import { access, open, rename, rm } from "node:fs/promises";
import { Command } from "commander";
import { VivaError } from "../base/index.ts";
import { exportPerson, LOCAL_OWNER } from "../practice/index.ts";
import { count, examples, option } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { jsonText, plain } from "./terminal-text.ts";

interface ExportOptions {
  readonly to?: string;
  readonly replace?: boolean;
  readonly home?: string;
}

/** `viva export`: everything that is kept of you, to take along. */
export function exportCommand(): Command {
  return (
    new Command("export")
      .description("Write all that you answered and how it was judged, one JSON object a line.")
      .addOption(option("--to <file>", "write it into this file (default: standard output)"))
      // No variable: one that was forgotten would overwrite files.
      .option("--replace", "put it in place of a file of that name")
      .addHelpText("after", examples("viva export > mine.jsonl", "viva export --to ./mine.jsonl"))
      .action(async (_options: ExportOptions, command: Command) => {
        const { to, replace, home } = command.optsWithGlobals<ExportOptions>();
        const workplace = workplaceAt(home);
        try {
          const lines = exportPerson(workplace, LOCAL_OWNER);
          if (to === undefined) await print(lines);
          else await write(lines, to, replace === true);
        } finally {
          await workplace.close();
        }
      })
  );
}

async function print(lines: AsyncIterable<string>): Promise<void> {
  const { stdout } = process;
  for await (const line of lines) {
    // What somebody pasted must not move the cursor; a file gets it as it is.
    const text = stdout.isTTY ? jsonText(JSON.parse(line)) : line;
    if (!stdout.write(`${text}\n`)) await once(stdout, "drain");
  }
}

/** Beside, then renamed: the file is complete or not there. Only its owner may read it. */
async function write(lines: AsyncIterable<string>, to: string, replace: boolean): Promise<void> {
  if (!replace) await refuseTaken(to);
  const part = `${to}.part`;
  let written = -2;
  try {
    const file = await open(part, "wx", 0o600);
    try {
      for await (const line of lines) {
        await file.writeFile(`${line}\n`);
        written += 1;
      }
      await file.sync();
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    if (!replace) await refuseTaken(to);
    await rename(part, to);
  } catch (error) {
    if (error instanceof VivaError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const what =
      code === "EEXIST"
        ? `${part} is there, from an export that is running or was ended: remove it and try again`
        : `${to}: cannot be written (${message}). Name another file`;
    throw new VivaError("VIVA_STORE_UNWRITABLE", what, { cause: error });
  }
  process.stderr.write(`viva: ${count(written, "event")} written to ${plain(to)}\n`);
}

async function refuseTaken(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) {
    throw new VivaError("VIVA_USAGE", `${file} exists: name another file, or give --replace`);
  }
}
