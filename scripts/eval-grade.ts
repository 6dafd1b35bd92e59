/**
 * The judge's passport: how well it agrees with people on questions whose answers it has not seen, what its parts bring,
 * what it costs and what it gets wrong. Prints it and writes docs/reference/judge.md (five minutes):
 *
 *     npm run eval:grade
 */
import { readFileSync, writeFileSync } from "node:fs";
import { shippedGrader } from "../test/fixtures/grader.ts";
import { SHIPPED } from "./decks/shipped.ts";
import { readTrainingData } from "./train-grade/data.ts";
import { type Figures, figuresOf, type Judgement } from "./train-grade/figures.ts";
import { judge } from "./train-grade/hear.ts";
import { intervals } from "./train-grade/intervals.ts";
import { crossValidate, FOLDS, type Omission } from "./train-grade/train.ts";

const MOST_EXAMPLES = 4;
const LONGEST_EXAMPLE = 260;

/** What is left out to see what it brings. */
const OMISSIONS: readonly (readonly [string, Omission])[] = [
  ["all of it", {}],
  [
    "without the other points of the question",
    {
      features: new Set([
        "othersSupport",
        "bestSupport",
        "othersWhole",
        "othersErrors",
        "worstOdds",
        "siblingThere",
      ]),
    },
  ],
  [
    "without misconceptions",
    {
      features: new Set([
        "misconception",
        "misconceptionAhead",
        "misconceptionUnion",
        "misconceptionOrder",
        "rightOrder",
        "rightThere",
        "misconceptionBound",
        "refused",
        "odds",
        "othersErrors",
        "worstOdds",
      ]),
    },
  ],
  [
    "without order and what is said of which thing",
    { features: new Set(["misconceptionOrder", "rightOrder", "rightThere", "misconceptionBound", "bound"]) },
  ],
  [
    "without the whole turn as one window",
    { features: new Set(["union", "unionThree", "unionConflict", "pool", "poolShare"]) },
  ],
  [
    "without the rules' own opinion",
    { features: new Set(["support", "rawSupport", "accusation", "othersSupport", "bestSupport"]) },
  ],
  ["without answers made from the decks", { madeAnswers: true }],
];

const data = readTrainingData();
const byRules = data.written.flatMap((heard) => judge(heard, null));
const runs = OMISSIONS.map(([name, omission]) => ({ name, judgements: crossValidate(data, omission) }));
const trees = runs[0]?.judgements ?? [];
const kinds = [...new Set(trees.map(({ kind }) => kind))];

const text = [
  "# The judge's passport",
  "",
  "Written by `npm run eval:grade`. Every figure but the cost is that of a cross-validation: the answers to a sixth of the",
  `questions are judged by trees that have seen none of them (${FOLDS} parts, ${data.written.length.toLocaleString("en")} answers written and labelled by hand,`,
  "`decks/*/answers.jsonl`). The intervals hold 95 in 100 of 400 samples of the questions. What the words mean: verdicts that",
  "agree with the label; *r*, the correlation of the scores; their mean distance; *praise*, answers worth nothing that got half marks",
  "or more; *harsh*, answers worth full marks that got a quarter or less; contradictions: of those told, how many are, and of those",
  "there are, how many were told; the mean distance between how sure the judge was and how often it was right.",
  "",
  "## How well it does",
  "",
  ...table([
    ["the judge", trees],
    ["its rules alone", byRules],
  ]),
  "",
  `95 % intervals of the judge: ${intervals(trees, 400).join("; ")}.`,
  "",
  "## By deck and kind of answer",
  "",
  ...table([
    ...SHIPPED.map(
      (deck) => [deck, trees.filter(({ question }) => question.startsWith(`${deck}-`))] as const,
    ),
    ...kinds.map((kind) => [kind, trees.filter((each) => each.kind === kind)] as const),
  ]),
  "",
  "## What its parts bring",
  "",
  ...table(runs.map(({ name, judgements }) => [name, judgements] as const)),
  "",
  "## When it is unsure",
  "",
  "How often verdicts of a certainty are right. Under .6 a verdict is marked as a guess, and its point is asked for.",
  "",
  ...certainties(trees),
  "",
  "## Where nobody wrote points",
  "",
  ...wholeAnswers(),
  "",
  "## What it costs",
  "",
  cost(),
  "",
  "## What it gets wrong",
  "",
  ...examples("covered", "missing", "Right, and not recognised: words that no wording uses"),
  ...examples("contradicted", "covered", "Wrong, and praised: the right words in the wrong places"),
  ...examples("missing", "covered", "Not said, and praised"),
  ...examples("covered", "contradicted", "Right, and accused"),
].join("\n");
writeFileSync(new URL("../docs/reference/judge.md", import.meta.url), `${text.trimEnd()}\n`);
process.stdout.write(text);

/** Bins of certainty, their share of all verdicts, and how many in them are right. */
function certainties(judgements: readonly Judgement[]): string[] {
  const edges = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
  return [
    "| p from | share of verdicts | right |",
    "| --- | --- | --- |",
    ...edges.slice(0, -1).map((from, at) => {
      const inside = judgements.filter(({ p }) => p >= from && p < (edges[at + 1] ?? 1));
      const right = inside.filter(({ gold, said }) => gold === said).length;
      return `| ${from} | ${(inside.length / judgements.length).toFixed(3)} | ${(right / inside.length).toFixed(3)} |`;
    }),
  ];
}

/** What the training of data/grade/whole.json measured; the graded answers are not part of the repository. */
function wholeAnswers(): string[] {
  const file = new URL("../data/grade/whole.json", import.meta.url);
  const { about } = JSON.parse(readFileSync(file, "utf8")) as { about: WholeAbout };
  const rows = (["unseenQuestions", "unseenSets"] as const).flatMap((how) =>
    about.data.sets.concat(how === "unseenQuestions" ? about.data.measuredOnly : []).map((set) => {
      const { answers, r, rulesR, twoWay, macroF1 } = about[how][set] ?? {};
      const cells = [answers, r, rulesR, twoWay, macroF1].map((each) => each ?? "");
      return `| ${set}, ${how === "unseenQuestions" ? "unseen questions" : "trained on the other sets"} | ${cells.join(" | ")} |`;
    }),
  );
  return [
    "Score and label come from the whole answer against the whole reference (decision 15); the data sets are named in",
    "`data/grade/NOTICE.md`. Nothing was learned from Mohler, which was looked at while features were chosen. These are the",
    "figures of the weights alone; half of the score that is given hangs on the points besides (Mohler: r .536).",
    "",
    "| | answers | r | r of the points alone | right or not | macro-F1 of three |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  ];
}

interface WholeAbout {
  readonly data: { readonly sets: string[]; readonly measuredOnly: string[] };
  readonly unseenQuestions: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly unseenSets: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

function table(rows: readonly (readonly [string, readonly Judgement[]])[]): string[] {
  const heads: readonly (readonly [string, keyof Figures])[] = [
    ["answers", "answers"],
    ["verdicts", "accuracy"],
    ["r", "r"],
    ["distance", "distance"],
    ["praise", "falsePraise"],
    ["harsh", "harshness"],
    ["contradictions that are", "contradictionPrecision"],
    ["told", "contradictionRecall"],
    ["calibration", "calibration"],
  ];
  return [
    `| | ${heads.map(([name]) => name).join(" | ")} |`,
    `|${" --- |".repeat(heads.length + 1)}`,
    ...rows.map(([name, judgements]) => {
      const figures = figuresOf(judgements);
      return `| ${name} | ${heads.map(([, key]) => figures[key] ?? "").join(" | ")} |`;
    }),
  ];
}

/** CPU of the judge as it is shipped, each question known. */
function cost(): string {
  const grader = shippedGrader();
  const times: number[] = [];
  for (const round of [0, 1]) {
    for (const { answer } of data.written) {
      const before = process.cpuUsage();
      grader.assess(answer.question, answer.answer);
      const { user, system } = process.cpuUsage(before);
      if (round === 1) times.push((user + system) / 1000);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  return `An answer, once its question is known: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)} ms CPU. See \`npm run bench\` for start and memory.`;
}

/** The verdicts that were surest and wrong. */
function examples(gold: string, said: string, title: string): string[] {
  const found = trees
    .filter((each) => each.gold === gold && each.said === said && each.kind !== "salad")
    .sort((a, b) => b.p - a.p)
    .filter((each, i, all) => all.findIndex(({ answer }) => answer === each.answer) === i)
    .slice(0, MOST_EXAMPLES);
  return [
    `**${title}** (${trees.filter((each) => each.gold === gold && each.said === said).length} of ${trees.filter((each) => each.gold === gold).length} such points).`,
    "",
    ...found.map((each) => {
      const heard = data.written.find(({ answer }) => answer === each.answer);
      const point = heard?.answer.question.points.find(({ id }) => id === each.point);
      return `- ${each.question}, “${point?.text}”: ${short(heard?.answer.answer ?? "")}`;
    }),
    "",
  ];
}

function short(answer: string): string {
  const line = answer.replace(/\s+/g, " ");
  return line.length <= LONGEST_EXAMPLE ? `“${line}”` : `“${line.slice(0, LONGEST_EXAMPLE)} …”`;
}
