/**
 * Writes docs/reference/answers.md: for each shipped question how it is asked, proved and true in the platform.
 *
 *     node scripts/build-answer-map.ts [--check]
 *
 * With `--check` nothing is written: a map that is not what the decks say, and a path that is gone, are told, and the
 * exit code is 1.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseQuestion } from "../src/deck/index.ts";
import { type AnswerMap, answerMap } from "./decks/answer-map.ts";

const DECKS = ["api", "docker", "python"];
const MAP = "docs/reference/answers.md";

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

function mapOfDecks(): AnswerMap {
  const decks = DECKS.map((name) => ({
    name,
    files: readdirSync(at(`decks/${name}`))
      .filter((file) => /^\d.*\.md$/.test(file))
      .sort()
      .map((file) => {
        const path = `decks/${name}/${file}`;
        const parsed = parseQuestion(path, readFileSync(at(path), "utf8"));
        if (!parsed.ok) throw new Error(`${path} cannot be read: npm run dev -- lint decks/${name}`);
        return { path, question: parsed.question };
      }),
  }));
  return answerMap(decks, (path) => existsSync(at(path)));
}

const { text, problems } = mapOfDecks();
const found = [...problems];
if (!process.argv.includes("--check")) writeFileSync(at(MAP), text);
else if (!existsSync(at(MAP)) || readFileSync(at(MAP), "utf8") !== text)
  found.push(`${MAP} is not what the decks say: node bin/node24.mjs scripts/build-answer-map.ts`);
for (const problem of found) console.error(problem);
if (found.length > 0) process.exitCode = 1;
