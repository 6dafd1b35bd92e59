import { Command } from "commander";
import { VivaError } from "../base/index.ts";
import { type AssessRequest, assess, parseAssessRequest, questionFinder } from "../practice/index.ts";
import { examples, option } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { jsonLines } from "./json-lines.ts";
import { jsonText } from "./terminal-text.ts";

/** `viva assess --json`: answers in, assessments out, a line each. */
export function assessCommand(): Command {
  return new Command("assess")
    .description("Judge answers from standard input, one JSON object a line, in the same order.")
    .addOption(option("--json", "JSON lines in and out (the only form there is)"))
    .addHelpText(
      "after",
      `
A line: {"id": ANY, "question": ID or OBJECT, "answer": TEXT, "earlier": [TEXT, ...]}
OBJECT: {"prompt": TEXT, "reference": TEXT, "points": [{"id": TEXT, "text": TEXT}, ...]}; "earlier" and "points" may be
left out. A line that is not right is told on standard error with its number; the others are still judged. A second rater that VIVA_LLM_URL and
VIVA_LLM_MODEL name is asked of points in doubt; what it says stands beside the verdict as "second".
${examples(`echo '{"id":1,"question":"docker-002","answer":"They share the kernel of the host."}' | viva assess --json`)}`,
    )
    .action(async (_options: unknown, command: Command) => {
      const workplace = workplaceAt(command.optsWithGlobals<{ home?: string }>().home);
      const find = questionFinder(workplace.decks);
      // What is not right about a second rater is said before anything is judged.
      await workplace.rater();
      const judge = async (line: string) => {
        const request = parseLine(line);
        const assessment = await assess(request, find, workplace);
        try {
          return jsonText({ id: request.id, ...assessment });
        } catch (error) {
          // Only the id is not ours: JSON that can be read can be nested too deeply to be written.
          throw new VivaError("VIVA_BAD_LINE", `"id" is nested too deeply to be given back`, {
            cause: error,
          });
        }
      };
      let number = 0;
      for await (const line of jsonLines(process.stdin)) {
        number++;
        if (line.trim() === "") continue;
        try {
          await write(process.stdout, await judge(line));
        } catch (error) {
          if (!(error instanceof VivaError)) throw error;
          process.exitCode = 1;
          await write(process.stderr, jsonText({ line: number, code: error.code, detail: error.message }));
        }
      }
    });
}

function parseLine(line: string): AssessRequest {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new VivaError("VIVA_BAD_LINE", `not JSON: ${why}`, { cause: error });
  }
  return parseAssessRequest(value);
}

/** Waits when the reader is slower than we are, so that a long input does not pile up in memory. */
async function write(stream: NodeJS.WriteStream, line: string): Promise<void> {
  if (!stream.write(`${line}\n`)) await new Promise<void>((resolve) => stream.once("drain", resolve));
}
