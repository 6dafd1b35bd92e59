import { Command } from "commander";
import { VivaError } from "../base/index.ts";
import {
  documentToDeck,
  type LoadedDeck,
  openAllDecks,
  openDeck,
  openDeckFiles,
  planQuestions,
  type Summary,
  type Workplace,
} from "../practice/index.ts";
import { examples, option, positive } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { isPath, readInputFile } from "./input-file.ts";
import { runInterview } from "./interview.ts";
import { jsonView, readableView } from "./interview-views.ts";
import { pipedReplies } from "./piped-replies.ts";
import { plain, styleOf } from "./terminal-text.ts";
import { typedReplies } from "./typed-replies.ts";

interface AskOptions {
  readonly section?: string;
  readonly count?: number;
  readonly seed?: string;
  readonly json?: boolean;
  readonly home?: string;
}

/** `viva ask [what]`: an interview in the terminal. */
export function askCommand(): Command {
  return new Command("ask")
    .description("Be interviewed: from a document, from a deck, or from all decks.")
    .argument(
      "[what]",
      "a document or a folder of deck files (with a slash or an ending, as in ./notes.md), or the name of a deck",
    )
    .addOption(option("--section <title>", "ask only this section"))
    .addOption(option("--count <n>", "ask at most so many questions").argParser(positive))
    .addOption(option("--seed <text>", "draw the order from this text: the same text, the same order"))
    .addOption(option("--json", "one JSON object a line, for programs"))
    .addHelpText(
      "after",
      examples(
        "viva ask docker --count 3",
        "viva ask ./questions.md --section Tokens",
        'printf "The kernel is shared.\\n.\\n" | viva ask docker --count 1',
      ),
    )
    .action(async (what: string | undefined, _options: AskOptions, command: Command) => {
      await ask(what, command.optsWithGlobals<AskOptions>());
    });
}

async function ask(what: string | undefined, options: AskOptions): Promise<Summary> {
  const workplace = workplaceAt(options.home);
  const loaded = await open(what, workplace);
  for (const { file, line, text } of loaded.flatMap(({ problems }) => problems)) {
    process.stderr.write(`viva: left out ${plain(`${file}:${line}: ${text}`)}\n`);
  }
  const questions = planQuestions(
    loaded.map(({ deck }) => deck),
    options,
  );
  if (questions.length === 0) {
    throw new VivaError(
      "VIVA_NO_QUESTIONS",
      `${what ?? "the decks"}: no question can be asked. viva lint says what is wrong`,
    );
  }

  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true && options.json !== true;
  const replies = interactive ? typedReplies(process.stdin, process.stdout) : pipedReplies(process.stdin);
  const write = (text: string) => process.stdout.write(text);
  const view =
    options.json === true ? jsonView(write) : readableView(write, styleOf(process.stdout), replies.help);
  try {
    return await runInterview(questions, replies, view, () => workplace.grader());
  } finally {
    replies.close();
  }
}

/** What an argument names: a folder of deck files, one of them, a document (not kept), a deck, or all decks. */
async function open(what: string | undefined, workplace: Workplace): Promise<readonly LoadedDeck[]> {
  if (what === undefined) return openAllDecks(workplace.decks);
  if (!isPath(what)) return [await openDeck(workplace.decks, what)];
  const files = await openDeckFiles(what);
  if (files !== null) return [files];
  const { deck } = await documentToDeck(await readInputFile(what));
  return [{ deck, problems: [] }];
}
