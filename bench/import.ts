// What it costs to read a document, beside parsing the same content from JSON. Run by `run.ts`: import.ts DOCUMENT
import { readFileSync } from "node:fs";
import { cpu } from "./cpu.ts";
import { readDeck } from "./read-deck.ts";

const [path = ""] = process.argv.slice(2);
const bytes = readFileSync(path);
const read = await cpu(() => readDeck(path, bytes));
const json = JSON.stringify(read.value);
const parsed = await cpu(() => JSON.parse(json));
console.log(JSON.stringify({ questions: read.value.length, import: read.ms, json: parsed.ms }));
