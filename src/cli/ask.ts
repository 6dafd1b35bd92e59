import { Command } from "commander";
import { VivaError } from "../base/index.ts";
import type { Deck, Problem } from "../deck/index.ts";
import {
  documentToDeck,
  openAllDecks,
  openDeck,
  planQuestions,
  type Summary,
  type Workplace,
  withPoints,
} from "../practice/index.ts";
import { examples, option, positive } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { isPath, readInputFile } from "./input-file.ts";
import { runInterview } from "./interview.ts";
import { jsonView, readableView } from "./interview-views.ts";
import { pipedReplies } from "./piped-replies.ts";
import { styleOf } from "./terminal-text.ts";
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
    .argument("[what]", "a document (with a slash or an ending, as in ./notes.md) or the name of a deck")
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
    .action(async (what: string | undefined, options: AskOptions, command: Command) => {
      await ask(what, { ...options, ...command.optsWithGlobals<AskOptions>() });
    });
}

async function ask(what: string | undefined, options: AskOptions): Promise<Summary> {
  const workplace = workplaceAt(options.home);
  const { decks, problems } = await open(what, workplace);
  for (const { file, line, text } of problems)
    process.stderr.write(`viva: left out ${file}:${line}: ${text}\n`);
  const questions = planQuestions(decks, options).map(withPoints);
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

/** The decks that an argument names; a document becomes a deck that is not kept. */
async function open(
  what: string | undefined,
  workplace: Workplace,
): Promise<{ decks: Deck[]; problems: Problem[] }> {
  if (what !== undefined && isPath(what)) {
    const { deck } = await documentToDeck(await readInputFile(what));
    return { decks: [deck], problems: [] };
  }
  const loaded =
    what === undefined ? await openAllDecks(workplace.decks) : [await openDeck(workplace.decks, what)];
  return { decks: loaded.map(({ deck }) => deck), problems: loaded.flatMap(({ problems }) => problems) };
}
