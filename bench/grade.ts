// What it costs to judge an answer, beside counting shared words. Run by `run.ts`: grade.ts DOCUMENT DATA
import { readFileSync } from "node:fs";
import { createGrader, parseForest, parseWholeModel, parseWordData } from "../src/grade/index.ts";
import { withPoints } from "../src/practice/index.ts";
import { cpu } from "./cpu.ts";
import { memoryOfThis } from "./memory.ts";
import { quantile } from "./quantile.ts";
import { readDeck } from "./read-deck.ts";

const [document = "", data = ""] = process.argv.slice(2);
const began = performance.now();
const grader = createGrader({
  words: parseWordData(readFileSync(`${data}/words.txt`)),
  forest: parseForest(readFileSync(`${data}/forest.json`, "utf8")),
  whole: parseWholeModel(readFileSync(`${data}/whole.json`, "utf8")),
});
const ready = performance.now() - began;
const megabytes = memoryOfThis();

function sharedWords(a: string, b: string): number {
  const known = new Set(a.toLowerCase().match(/\p{L}+/gu));
  const said = b.toLowerCase().match(/\p{L}+/gu) ?? [];
  return said.filter((word) => known.has(word)).length / Math.max(1, said.length);
}

const grades: number[] = [];
const overlaps: number[] = [];
for (const question of (await readDeck(document)).map(withPoints)) {
  // The first half of the reference, as somebody who knows half of it would say. Preparing the question counts too.
  const answer = question.answer.slice(0, question.answer.length / 2);
  grades.push((await cpu(() => grader.assess(question, answer))).ms);
  overlaps.push((await cpu(() => question.points.map(({ text }) => sharedWords(answer, text)))).ms);
}
const [p50, p95] = [quantile(grades, 0.5), quantile(grades, 0.95)];
const [overlap50, overlap95] = [quantile(overlaps, 0.5), quantile(overlaps, 0.95)];
console.log(JSON.stringify({ ready, megabytes, p50, p95, overlap50, overlap95 }));
