import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { keepContainers, temporaryFolder, viva } from "./viva.ts";

const DOCUMENT = fileURLToPath(new URL("./fixtures/two-questions.md", import.meta.url));
const GOOD = "A recipe is a list of written steps and a meal is cooked food that follows it.\n.\n";

const COMMANDS =
  "ask due ready import decks serve link assess new lint fmt diff export backup restore rebuild regrade erase completion".split(
    " ",
  );

interface Line {
  readonly kind: string;
  readonly [field: string]: unknown;
}

function lines(out: string): Line[] {
  return out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

test("ask: a document is asked in its order, judged with evidence, and summed up", async () => {
  const { code, out, err } = await viva(["ask", DOCUMENT], { input: `${GOOD}:skip\n` });
  assert.equal(err, "");
  assert.equal(code, 0);
  assert.match(out, /Question 1 of 2/);
  assert.match(out, /difference between a recipe and a meal\?/);
  assert.match(out, /A line of a single "\." ends an answer/);
  assert.match(
    out,
    /✓ covered +A recipe is a list of written steps[\s\S]*nearly word for word: “A recipe is a list of\s+written\s+steps”/,
  );
  assert.match(out, /Reference answer\n\n[\s\S]*docker run nginx/);
  assert.match(out, /2 questions: 1 answered, 1 skipped/);
  assert.ok(!out.includes("\u001b"), "no colours on a pipe");
});

test("ask --json: every line is an object, the evidence stands where it says", async () => {
  const { code, out } = await viva(["ask", DOCUMENT, "--json"], { input: `${GOOD}:idk\n` });
  assert.equal(code, 0);
  const all = lines(out);
  assert.equal(all[0]?.kind, "question");
  assert.equal(all.at(-1)?.kind, "summary");
  const judged = all.find(({ kind }) => kind === "assessment");
  const turns = judged?.turns as string[];
  const verdicts = judged?.verdicts as {
    evidence: { text: string; start: number; end: number; turn: number } | null;
  }[];
  const spans = verdicts.flatMap(({ evidence }) => (evidence === null ? [] : [evidence]));
  assert.ok(spans.length > 0);
  for (const { text, start, end, turn } of spans) assert.equal(turns[turn]?.slice(start, end), text);
});

test("ask: a follow-up is judged together with the first answer", async () => {
  const input =
    "It shares the kernel of the host.\n.\nA virtual machine boots a whole guest operating system.\n.\n";
  const home = await temporaryFolder();
  keepContainers(home);
  const { out } = await viva(["ask", "containers", "--json", "--count", "1"], { input, home });
  const all = lines(out);
  const [first, second] = all.filter(({ kind }) => kind === "assessment");
  assert.ok(all.some(({ kind }) => kind === "follow-up"));
  assert.equal(first?.final, false);
  assert.ok(second);
  assert.equal((second.turns as string[]).length, 2);
  assert.ok((second.score as number) > (first?.score as number));
});

test("ask: undo asks the question again", async () => {
  const { out } = await viva(["ask", DOCUMENT, "--json"], { input: `${GOOD}:undo\n:idk\n:quit\n` });
  const asked = lines(out).filter(({ kind }) => kind === "question");
  assert.deepEqual(
    asked.map(({ number }) => number),
    [1, 2, 1, 2],
  );
});

test("ask: the same seed draws the same order, and --count limits it", async () => {
  const order = async (seed: string) => {
    const { out } = await viva(["ask", "api", "--json", "--seed", seed, "--count", "5"], {
      input: ":skip\n".repeat(5),
    });
    return lines(out).flatMap(({ kind, id }) => (kind === "question" ? [id] : []));
  };
  const [a, again, b] = await Promise.all([order("a"), order("a"), order("b")]);
  assert.equal(a?.length, 5);
  assert.deepEqual(a, again);
  assert.notDeepEqual(a, b);
});

test("ask: variables of the same names are heard", async () => {
  const { out } = await viva(["ask", "docker"], {
    input: ":skip\n",
    env: { VIVA_COUNT: "1", VIVA_JSON: "true" },
  });
  assert.equal(lines(out).at(-1)?.asked, 1);
});

for (const [what, args, code, says] of [
  ["a file that is not there", ["ask", "./nothing.md"], 1, /^viva: \.\/nothing\.md: no such file.*\n$/],
  ["a folder without deck files", ["ask", "./docs/"], 1, /^viva: \.\/docs\/: no deck files.*\n$/],
  [
    "a deck that is not there",
    ["ask", "nothing"],
    1,
    /^viva: no deck named "nothing": there are api, docker, python.*\n$/,
  ],
  [
    "a section that is not there",
    ["ask", "docker", "--section", "Nothing"],
    2,
    /^viva: no section named.*"Storage"/,
  ],
  ["a count of none", ["ask", "--count", "0"], 2, /whole number from 1/],
  [
    "an option that does not exist",
    ["ask", "--cuont", "1"],
    2,
    /^viva: unknown option '--cuont'\n\(Did you mean --count\?\)/,
  ],
  ["a command that does not exist", ["aks"], 2, /^viva: unknown command 'aks'\n\(Did you mean ask\?\)/],
] as const) {
  test(`ask: ${what} is one clear error, exit code ${code}`, async () => {
    const ran = await viva(args);
    assert.equal(ran.code, code, ran.err);
    assert.match(ran.err, says);
    assert.doesNotMatch(ran.err, /\n\s+at /);
    assert.equal(ran.out, "");
  });
}

test("help: every command's help ends in an example, and the program's names them all", async () => {
  const { out, code } = await viva(["--help"]);
  assert.equal(code, 0);
  const commands = [...out.matchAll(/^ {2}(\w+) .*/gm)]
    .map(([, name]) => name)
    .filter((name) => name !== "help");
  assert.deepEqual(commands, COMMANDS);
  for (const help of await Promise.all(commands.map((name) => viva(["help", name ?? ""])))) {
    assert.equal(help.code, 0);
    assert.match(help.out, /Examples:\n {2}\$ /);
  }
});

test("viva alone prints its help and is no error", async () => {
  const { code, out, err } = await viva([]);
  assert.equal(code, 0);
  assert.match(out, /^Usage: viva/);
  assert.equal(err, "");
});

test("an empty variable is none, and 0 leaves a switch off", async () => {
  const env = { VIVA_SECTION: "", VIVA_COUNT: "", VIVA_JSON: "0" };
  const { code, out } = await viva(["ask", "docker", "--count", "1"], { input: ":skip\n", env });
  assert.equal(code, 0);
  assert.match(out, /^Question 1 of 1/);
});
