/**
 * Measures the judge on graded answers (JSON Lines, plain or gzip-compressed; the data is not part of the repository):
 *
 *     node scripts/evaluate-grade.ts keypoints.jsonl.gz [--errors]
 *
 * Rows with `points` give verdict accuracy, macro-F1, quadratic weighted kappa, precision and recall of
 * `contradicted`, and false praise (missing or contradicted points called covered). Rows with `score` give r with the
 * score, and with `label2` or `label` the two-way accuracy at half marks; rows labelled `correct`, `incorrect` and
 * `contradictory` also the macro-F1 of the three against the label of the assessment. Their points are proposed.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parsePointId } from "../src/base/index.ts";
import {
  createGrader,
  type Gradable,
  type Grader,
  type PointVerdict,
  parseForest,
  parseWholeModel,
  parseWordData,
} from "../src/grade/index.ts";

interface Row {
  readonly questionId: string;
  readonly question: string;
  readonly reference: string;
  readonly answer: string;
  readonly label?: string;
  readonly label2?: string;
  readonly score?: number;
  readonly maxScore?: number;
  readonly points?: readonly { id: string; text: string; verdict: PointVerdict; evidence: string | null }[];
}

/** Labels of the assessment as the three that such sets know. */
const THREE_WAY = {
  covered: "correct",
  partly: "incorrect",
  missing: "incorrect",
  contradicted: "contradictory",
  ungraded: "incorrect",
} as const;

const [, , file, ...flags] = process.argv;
if (file === undefined) {
  process.stderr.write("usage: evaluate-grade.ts FILE.jsonl[.gz] [--errors]\n");
  process.exit(2);
}
const showErrors = flags.includes("--errors");
const words = parseWordData(readFileSync(new URL("../data/grade/words.txt", import.meta.url)));
const forest = parseForest(readFileSync(new URL("../data/grade/forest.json", import.meta.url), "utf8"));
const whole = parseWholeModel(readFileSync(new URL("../data/grade/whole.json", import.meta.url), "utf8"));
const grader = createGrader({ words, forest, whole });
const bytes = readFileSync(file);
const rows = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
  .toString("utf8")
  .split("\n")
  .filter((line) => line !== "")
  // The field names are documented beside the data; a row without them shows as NaN in every figure.
  .map((line) => JSON.parse(line) as Row);

const started = process.cpuUsage();
if (rows[0]?.points !== undefined) reportPoints(rows, grader);
else reportScores(rows, grader);
const { user, system } = process.cpuUsage(started);
print(`${rows.length} answers, ${((user + system) / 1000 / rows.length).toFixed(2)} ms CPU an answer`);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function gradable(row: Row): Gradable {
  const points = (row.points ?? []).map((point) => {
    const id = parsePointId(point.id);
    if (!id.ok) throw new TypeError(id.problem);
    return { id: id.value, text: point.text, weight: 1, variants: [] };
  });
  return { title: row.question, body: "", answer: row.reference, points, misconceptions: [], followUps: [] };
}

function reportPoints(data: readonly Row[], judge: Grader): void {
  const order: readonly PointVerdict[] = ["contradicted", "missing", "partly", "covered"];
  const table = order.map(() => order.map(() => 0));
  const questions = new Map<string, Gradable>();
  for (const row of data) {
    const question = questions.get(row.questionId) ?? gradable(row);
    questions.set(row.questionId, question);
    const { verdicts } = judge.assess(question, row.answer);
    for (const [i, point] of (row.points ?? []).entries()) {
      const verdict = verdicts[i];
      if (verdict === undefined) continue;
      const cells = table[order.indexOf(point.verdict)];
      const column = order.indexOf(verdict.verdict);
      if (cells !== undefined) cells[column] = (cells[column] ?? 0) + 1;
      if (showErrors && point.verdict !== verdict.verdict) {
        print(`${point.verdict} judged ${verdict.verdict} (p ${verdict.p.toFixed(2)}): ${point.text}`);
        print(`    ${JSON.stringify(row.answer)}\n    by ${JSON.stringify(verdict.evidence?.text)}`);
      }
    }
  }
  const at = (gold: number, said: number): number => table[gold]?.[said] ?? 0;
  const total = table.flat().reduce((sum, n) => sum + n, 0);
  const gold = order.map((_, i) => order.reduce((sum, __, j) => sum + at(i, j), 0));
  const said = order.map((_, j) => order.reduce((sum, __, i) => sum + at(i, j), 0));
  const f1 = order.map((_, i) => (2 * at(i, i)) / ((gold[i] ?? 0) + (said[i] ?? 0) || 1));
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 4; j++) {
      observed += (i - j) ** 2 * at(i, j);
      expected += ((i - j) ** 2 * (gold[i] ?? 0) * (said[j] ?? 0)) / total;
    }
  }
  print(`gold \\ judged   ${order.join(" ")}`);
  for (const [i, name] of order.entries()) print(`${name.padEnd(14)} ${table[i]?.join(" ")}`);
  const share = (part: number, whole: number): string => (part / whole).toFixed(3);
  print(
    `accuracy ${share(
      order.reduce((sum, _, i) => sum + at(i, i), 0),
      total,
    )}`,
  );
  print(
    `macro-F1 ${(f1.reduce((sum, one) => sum + one, 0) / 4).toFixed(3)}, QWK ${(1 - observed / expected).toFixed(3)}`,
  );
  print(`contradiction precision ${share(at(0, 0), said[0] ?? 0)}, recall ${share(at(0, 0), gold[0] ?? 0)}`);
  print(`false praise ${share(at(0, 3) + at(1, 3), (gold[0] ?? 0) + (gold[1] ?? 0))}`);
}

function reportScores(data: readonly Row[], judge: Grader): void {
  const questions = new Map<string, Gradable>();
  const pairs: [number, number][] = [];
  let labelled = 0;
  let right = 0;
  const threeWay: [string, string][] = [];
  for (const row of data) {
    const question = questions.get(row.questionId) ?? gradable(row);
    questions.set(row.questionId, question);
    const { score, label: judged } = judge.assess(question, row.answer);
    if (row.label !== undefined) threeWay.push([row.label, THREE_WAY[judged]]);
    if (row.score !== undefined) pairs.push([score, row.score / (row.maxScore ?? 1)]);
    const label = row.label2 ?? row.label;
    if (label !== undefined) {
      labelled += 1;
      if (score >= 0.5 === (label === "correct")) right += 1;
    }
  }
  if (pairs.length > 0) print(`r ${correlation(pairs).toFixed(3)}`);
  if (threeWay.some(([label]) => label === "contradictory")) reportThreeWay(threeWay);
  if (labelled > 0) print(`two-way accuracy ${(right / labelled).toFixed(3)}`);
}

function reportThreeWay(pairs: readonly (readonly [gold: string, said: string])[]): void {
  const count = (holds: (gold: string, said: string) => boolean): number =>
    pairs.filter(([gold, said]) => holds(gold, said)).length;
  const f1 = [...new Set(Object.values(THREE_WAY))].map((label) => {
    const all = count((gold) => gold === label) + count((_, said) => said === label);
    return (2 * count((gold, said) => gold === label && said === label)) / (all || 1);
  });
  print(`three-way macro-F1 ${(f1.reduce((sum, one) => sum + one, 0) / f1.length).toFixed(3)}`);
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (pick: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[pick], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [a, b] of pairs) {
    xy += (a - x) * (b - y);
    xx += (a - x) ** 2;
    yy += (b - y) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}
