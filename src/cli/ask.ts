import { Command } from "commander";
import { VivaError } from "../base/index.ts";
import {
  type AskedQuestion,
  LOCAL_OWNER,
  readyQuestion,
  secondOpinion,
  type Workplace,
} from "../practice/index.ts";
import type { Asked } from "./asked.ts";
import { count, examples, option, positive } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { type InterviewView, runInterview } from "./interview.ts";
import { jsonView, readableView } from "./interview-views.ts";
import { FORGETFUL, type Keeper, visitKeeper } from "./keep-visits.ts";
import { nothingDue } from "./nothing-due.ts";
import { pipedReplies } from "./piped-replies.ts";
import { plain, styleOf } from "./terminal-text.ts";
import { typedReplies } from "./typed-replies.ts";
import { type AskOptions, type ToAsk, whatToAsk } from "./what-to-ask.ts";

interface Options extends AskOptions {
  readonly json?: boolean;
  readonly forget?: boolean;
  readonly home?: string;
}

/** `viva ask [what]`: an interview in the terminal. */
export function askCommand(): Command {
  return new Command("ask")
    .description("Be interviewed: what is due and what is new, from a deck, or from a document.")
    .argument(
      "[what]",
      "a document or a folder of deck files (with a slash or an ending, as in ./notes.md), or the name of a deck",
    )
    .addOption(option("--section <title>", "ask only this section, due or not"))
    .addOption(option("--count <n>", "ask at most so many questions").argParser(positive))
    .addOption(
      option("--seed <text>", "due or not; draw the order from this text: the same text, the same order"),
    )
    .addOption(option("--until <date>", "see everything before this day (YYYY-MM-DD)"))
    .addOption(option("--forget", "keep nothing of this session: no answers, no document"))
    .addOption(option("--json", "one JSON object a line, for programs"))
    .addHelpText(
      "after",
      `
What you answer is kept, so that a question comes back when you are about to forget it. When the judge is wrong, say so:
Ctrl-Y or :said for "I did say that", Ctrl-X or :wrong for "that was wrong". They mean the heaviest point there is;
:said 2 and :wrong 2 mean point 2, of the answer judged last.
${examples(
  "viva ask",
  "viva ask docker --count 3",
  "viva ask ./questions.md --section Tokens",
  'printf "The kernel is shared.\\n.\\n" | viva ask docker --count 1',
)}`,
    )
    .action(async (what: string | undefined, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const workplace = workplaceAt(options.home);
      try {
        await ask(what, workplace, options);
      } finally {
        await workplace.close();
      }
    });
}

/** Milliseconds in which nobody has begun to type yet. */
const READING_MS = 200;

async function ask(what: string | undefined, workplace: Workplace, options: Options): Promise<void> {
  const complain = complaints();
  const toAsk = await whatToAsk(what, options, workplace, complain);
  for (const { file, line, text } of toAsk.problems) {
    process.stderr.write(`viva: left out ${plain(`${file}:${line}: ${text}`)}\n`);
  }
  if (toAsk.isEmpty) {
    throw new VivaError(
      "VIVA_NO_QUESTIONS",
      `${what ?? "the decks"}: no question can be asked. viva lint says what is wrong`,
    );
  }
  const write = (text: string) => process.stdout.write(text);
  if (toAsk.asked.length === 0) {
    write(await nothingDue(workplace, what ?? null, options.json === true, styleOf(process.stdout)));
    return;
  }

  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true && options.json !== true;
  const replies = interactive
    ? typedReplies(process.stdin, process.stdout, workplace.clock)
    : pipedReplies(process.stdin);
  const view =
    options.json === true
      ? jsonView(write)
      : readableView(write, styleOf(process.stdout), { ...replies, isCounted: toAsk.isCounted });
  const keeper = options.forget === true ? FORGETFUL : keeperOf(toAsk, workplace, view, complain);
  const ready = (question: AskedQuestion, terms: Asked["terms"]) =>
    readyQuestion(workplace, LOCAL_OWNER, { deck: { terms }, question });
  const [first] = interactive ? toAsk.asked : [];
  // While the person reads: who answers a document's question waits for the decks that may lend it points.
  const ahead = setTimeout(() => {
    if (first !== undefined) ready(first.question, first.terms).catch(() => {});
  }, READING_MS);
  try {
    const { lost } = await runInterview(toAsk.asked, {
      replies,
      view,
      keeper,
      grader: workplace.grader,
      opinion: async (...judged) => secondOpinion(await workplace.rater(), ...judged),
      ready,
    });
    if (lost > 0) {
      process.stderr.write(`viva: ${count(lost, "answer")} could not be kept\n`);
      process.exitCode = 1;
    }
  } finally {
    clearTimeout(ahead);
    replies.close();
  }
}

/** Tells of a store that fails, once: the interview goes on. */
function complaints(): (error: unknown) => void {
  let told = false;
  return (error) => {
    if (told) return;
    told = true;
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`viva: answers are not kept for now: ${plain(why)}\n`);
  };
}

function keeperOf(
  { asked, document, whyForgotten }: ToAsk,
  workplace: Workplace,
  view: InterviewView,
  failed: (error: unknown) => void,
): Keeper {
  if (whyForgotten !== null) {
    process.stderr.write(`viva: ${plain(whyForgotten)}\n`);
    return FORGETFUL;
  }
  return visitKeeper({
    workplace,
    failed,
    asked,
    async prepare() {
      if (document?.state !== "new") return;
      await document.keep();
      view.deckKept(document.deck.name);
    },
  });
}
