// What it costs to read a document, beside parsing the same content from JSON. Run by `run.ts`: import.ts DOCUMENT
import { readFileSync } from "node:fs";
import { documentToDeck } from "../src/practice/index.ts";
import { cpu } from "./cpu.ts";

const [path = ""] = process.argv.slice(2);
const bytes = readFileSync(path);
const read = await cpu(() => documentToDeck({ name: path, bytes }));
const json = JSON.stringify(read.value.deck);
const parsed = await cpu(() => JSON.parse(json));
console.log(
  JSON.stringify({ questions: read.value.deck.questions.length, import: read.ms, json: parsed.ms }),
);
