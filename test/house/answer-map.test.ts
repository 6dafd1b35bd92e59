import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { answerMap } from "../../scripts/decks/answer-map.ts";
import { parseQuestion, type Question } from "../../src/deck/index.ts";

function question(front: string): Question {
  const text = `---\nid: a-001\n${front}---\n\n# Why | how?\n\n## Answer\n\nSo.\n\n## Points\n\n- **p** (1): It is.\n  - yes\n  - no doubt\n- **q** (+): More.\n`;
  const parsed = parseQuestion("a.md", text);
  assert.ok(parsed.ok);
  return parsed.question;
}

const mapped = (front: string) =>
  answerMap([{ name: "a", files: [{ file: "decks/a/001.md", question: question(front) }] }], (path) =>
    path.startsWith("src/here"),
  );

for (const [front, row, problems] of [
  ["", "| 1 + 1, 2 variants | not yet | not yet |", []],
  ["lab: a/try\nshown: [src/here.ts]\n", "| lab a/try | [src/here.ts](../../src/here.ts) |", []],
  ["no-lab: An opinion.\nno-shown: Not ours.\n", "| no: An opinion. | no: Not ours. |", []],
  ["shown: [src/gone.ts]\n", "src/gone.ts", ["decks/a/001.md: shown: there is no src/gone.ts"]],
  ["shown: [src/here.ts]\nno-shown: No.\n", "src/here.ts", ["decks/a/001.md: both shown and no-shown"]],
  ["lab: a\nno-lab: No.\n", "lab a", ["decks/a/001.md: both lab and no-lab"]],
] as const) {
  test(`the answer map of a question that says ${JSON.stringify(front)}`, () => {
    const map = mapped(front);
    const line = map.text.split("\n").find((each) => each.startsWith("| [a-001]")) ?? "";
    assert.ok(line.startsWith("| [a-001](../../decks/a/001.md) Why \\| how? | 1 + 1"), line);
    assert.ok(line.includes(row), line);
    assert.deepEqual(map.problems, problems);
  });
}

test("the answer map counts what is proved, shown and not", () => {
  assert.match(
    mapped("no-lab: No.\nshown: [src/here.ts]\n").text,
    /^\| all \| 1 \| 1 \| 1 \| 2 \| 0 \| 1 \| 0 \| 1 \| 0 \| 0 \|$/m,
  );
});

test("docs/reference/answers.md is what the decks say (else: node bin/node24.mjs scripts/build-answer-map.ts)", () => {
  const script = fileURLToPath(new URL("../../scripts/build-answer-map.ts", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  assert.equal(stderr, "");
  assert.equal(status, 0);
});
