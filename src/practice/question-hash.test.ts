import assert from "node:assert/strict";
import { test } from "node:test";
import { parseQuestion, type Question } from "../deck/index.ts";
import { questionHash } from "./question-hash.ts";
import { withPoints } from "./with-points.ts";

const FILE = `---
id: notes-001
---

# Why do containers start fast?

## Answer

No kernel boots: the process starts on the host's kernel.
`;

function question(text: string): Question {
  const parsed = parseQuestion("q.md", text);
  assert.ok(parsed.ok);
  return parsed.question;
}

test("questionHash: proposing points does not change it", () => {
  const imported = question(FILE);
  const asked = withPoints(imported);
  assert.ok(asked.points.length > 0);
  assert.equal(questionHash(asked), questionHash(imported));
});

test("questionHash: a question read twice has one, of 64 hex digits", () => {
  assert.equal(questionHash(question(FILE)), questionHash(question(FILE)));
  assert.match(questionHash(question(FILE)), /^[0-9a-f]{64}$/);
});

for (const [what, changed] of [
  ["another word in the answer", FILE.replace("boots", "is booted")],
  ["another title", FILE.replace("fast", "quickly")],
  ["points of an author", `${FILE}\n## Points\n\n- **no-boot**: No kernel boots.\n`],
] as const) {
  test(`questionHash: ${what} changes it`, () => {
    assert.notEqual(questionHash(question(changed)), questionHash(question(FILE)));
  });
}
