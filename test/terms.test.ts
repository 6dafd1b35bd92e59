import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder, viva } from "./viva.ts";

const QUESTION = `---
id: floor-001
---

# What happens before a release?

## Answer

The frobnicator signs every zibbet.

## Points

- **signed** (1): The frobnicator signs every zibbet.
`;
const TERMS = 'terms:\n  - "frobnicator = night watch"\n  - "zibbet = work item"\n';
const ANSWER = "The night watch signs every work item.";

async function floor(parent: string, terms: string): Promise<string> {
  const folder = join(parent, "floor");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "deck.md"), `---\nid: floor\n${terms}---\n\n# Floor\n`);
  await writeFile(join(folder, "001.md"), QUESTION);
  return folder;
}

for (const [terms, what, verdict] of [
  [TERMS, "are known", "covered"],
  ["", "are not known without them", "partly"],
] as const) {
  test(`terms: the wordings of a deck ${what} to viva ask of a folder and of a deck, and to viva assess`, async () => {
    const home = await temporaryFolder();
    const folder = await floor(await temporaryFolder(), terms);
    await floor(join(home, "decks"), terms);
    for (const asked of [folder, "floor"]) {
      const { out } = await viva(["ask", asked, "--json", "--forget"], { home, input: `${ANSWER}\n.\n` });
      assert.match(out, new RegExp(`"verdict":"${verdict}"`), asked);
    }
    const line = JSON.stringify({ id: 1, question: "floor-001", answer: ANSWER });
    const { out } = await viva(["assess", "--json"], { home, input: line });
    assert.equal(JSON.parse(out).verdicts[0].verdict, verdict);
  });
}

test("terms: viva lint names the line of an entry without two wordings", async () => {
  const folder = await floor(await temporaryFolder(), `${TERMS}  - "# alone"\n`);
  const { code, out } = await viva(["lint", folder, "--json"]);
  assert.equal(code, 1);
  const found = JSON.parse(out).filter(({ rule }: { rule: string }) => rule === "terms");
  assert.deepEqual(
    found.map(({ line, severity }: { line: number; severity: string }) => [line, severity]),
    [[6, "error"]],
  );
});
