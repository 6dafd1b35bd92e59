import { Command } from "commander";
import { parseQuestionId, type QuestionId, VivaError } from "../base/index.ts";
import {
  LOCAL_OWNER,
  type Regraded,
  type RegradeTotals,
  regrade,
  takeBackRegrades,
  type Workplace,
} from "../practice/index.ts";
import { count, examples, option } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { jsonText, plain, type Style, styleOf } from "./terminal-text.ts";

interface Options {
  readonly dryRun?: boolean;
  readonly undo?: boolean;
  readonly json?: boolean;
  readonly home?: string;
}

type Part = { readonly deck: string } | { readonly question: QuestionId } | null;

/** Milliseconds between two lines about how far it is; what takes less says nothing. */
const SAY_EVERY = 2000;

/** `viva regrade [what]`: past answers judged by the judge of today. */
export function regradeCommand(): Command {
  return new Command("regrade")
    .description(
      "Judge what you answered before again, by the judge and the points of today, and say what changed.",
    )
    .argument("[what]", "the name of a deck, or the id of a question (default: everything)")
    .addOption(option("--dry-run", "say what would change, and change nothing"))
    .addOption(option("--undo", "let the verdicts stand again that were given when you answered"))
    .addOption(option("--json", "one JSON object a line, for programs"))
    .addHelpText(
      "after",
      `
A verdict that you overruled stays overruled. When a question comes back follows from the new verdicts.
${examples("viva regrade --dry-run", "viva regrade docker", "viva regrade --undo")}`,
    )
    .action(async (what: string | undefined, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const workplace = workplaceAt(options.home);
      try {
        const part = await partOf(workplace, what);
        if (options.undo === true) await undo(workplace, part, options);
        else await judgeAgain(workplace, part, options);
      } finally {
        await workplace.close();
      }
    });
}

/** @throws VivaError VIVA_USAGE when it is neither a deck nor a question */
async function partOf({ decks, catalogue }: Workplace, what: string | undefined): Promise<Part> {
  if (what === undefined) return null;
  if ((await decks.list()).some(({ name }) => name === what)) return { deck: what };
  const id = parseQuestionId(what);
  if (id.ok) {
    try {
      return { question: (await catalogue.question(id.value)).question.id };
    } catch (error) {
      if (!(error instanceof VivaError && error.code === "VIVA_QUESTION_NOT_FOUND")) throw error;
    }
  }
  throw new VivaError(
    "VIVA_USAGE",
    `${JSON.stringify(what)} is neither a deck nor a question: viva decks lists the decks`,
  );
}

async function undo(workplace: Workplace, part: Part, { json, dryRun }: Options): Promise<void> {
  if (dryRun === true) throw new VivaError("VIVA_USAGE", "--undo and --dry-run do not go together");
  const takenBack = await takeBackRegrades(workplace, LOCAL_OWNER, part ?? {});
  process.stdout.write(
    json === true
      ? `${jsonText({ kind: "taken-back", reviews: takenBack })}\n`
      : `${count(takenBack, "new verdict")} taken back\n`,
  );
}

async function judgeAgain(workplace: Workplace, part: Part, { json, dryRun }: Options): Promise<void> {
  const style = styleOf(process.stdout);
  const now = workplace.clock();
  let said = Date.now();
  const totals = await regrade(workplace, LOCAL_OWNER, {
    ...part,
    dryRun: dryRun === true,
    changed(review) {
      const line =
        json === true
          ? jsonText({ kind: "regraded", ...review, at: iso(review.at) })
          : describe(review, style);
      process.stdout.write(`${line}\n`);
    },
    progress(judged) {
      if (Date.now() - said < SAY_EVERY) return;
      said = Date.now();
      process.stderr.write(`viva: ${count(judged, "answer")} judged\n`);
    },
  });
  const end =
    json === true
      ? jsonText({ kind: "summary", ...totals, dryRun: dryRun === true, at: iso(now) })
      : sum(totals, dryRun === true);
  process.stdout.write(`${end}\n`);
}

const iso = (ms: number): string => new Date(ms).toISOString();

function describe({ question, at, before, after, points }: Regraded, style: Style): string {
  const day = iso(at).slice(0, 10);
  const head = `${style.paint("bold", question)}  ${style.paint("dim", day)}  ${percent(before.score)} → ${percent(after.score)}  ${after.label}`;
  const lines = points.map(
    ({ point, before: old, after: now }) =>
      `    ${plain(point)}: ${old ?? "not asked for"} → ${now ?? "not asked for"}`,
  );
  return [head, ...lines, ""].join("\n");
}

function sum({ judged, changed, gone }: RegradeTotals, isDry: boolean): string {
  if (judged + gone === 0) return "Nothing was answered yet: viva ask begins.";
  const parts = [
    `${count(judged, "answer")} judged again`,
    `${changed} ${isDry ? "would come" : "came"} out otherwise`,
    ...(gone === 0 ? [] : [`${gone} left as they are, because their questions are gone`]),
  ];
  return `${parts.join("; ")}${isDry || changed === 0 ? "" : " (viva regrade --undo takes that back)"}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
