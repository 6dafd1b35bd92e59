/**
 * Writes docs/reference/answers.md: for each shipped question how it is asked, proved and true in the platform.
 *
 *     node scripts/build-answer-map.ts [--check]
 *
 * With `--check` nothing is written: a map that is not what the decks say, and a path that is gone, are told, and the
 * exit code is 1.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { answerMap } from "./decks/answer-map.ts";
import { SHIPPED, shippedQuestions } from "./decks/shipped.ts";

const MAP = "docs/reference/answers.md";

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const decks = SHIPPED.map((name) => ({ name, files: shippedQuestions(name) }));
const { text, problems } = answerMap(decks, (path) => existsSync(at(path)));
const found = [...problems];
if (!process.argv.includes("--check")) writeFileSync(at(MAP), text);
else if (!existsSync(at(MAP)) || readFileSync(at(MAP), "utf8") !== text)
  found.push(`${MAP} is not what the decks say: node bin/node24.mjs scripts/build-answer-map.ts`);
for (const problem of found) console.error(problem);
if (found.length > 0) process.exitCode = 1;
