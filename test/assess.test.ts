import assert from "node:assert/strict";
import { test } from "node:test";
import { opinions, raterStub, send } from "./fixtures/rater-stub.ts";
import { viva } from "./viva.ts";

const AD_HOC = { prompt: "What is a lock file for?", reference: "It pins exact versions. It is committed." };

test("assess --json: results come in input order, bad lines are told with their number, the others are judged", async () => {
  const input = [
    JSON.stringify({ id: "a", question: "docker-002", answer: "They all share the kernel of the host." }),
    "{not json",
    JSON.stringify({ id: 2, question: "docker-999", answer: "?" }),
    "",
    JSON.stringify({ id: { any: "value" }, question: AD_HOC, answer: "It pins the exact versions." }),
    JSON.stringify({ question: AD_HOC, answer: "no id" }),
    JSON.stringify({
      id: 3,
      question: { ...AD_HOC, points: [{ id: "Any Id!", text: "It pins exact versions." }] },
      answer: "It pins exact versions.",
      earlier: ["hm"],
    }),
    JSON.stringify({ id: 4, question: { ...AD_HOC, points: [{ id: "x" }] }, answer: "x" }),
    JSON.stringify({ id: 5, question: { prompt: "Why?" }, answer: "x" }),
    JSON.stringify({ id: 6, question: AD_HOC, answer: "x", earlier: "y" }),
  ].join("\n");
  const { code, out, err } = await viva(["assess", "--json"], { input });
  assert.equal(code, 1);
  const results = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    results.map(({ id }) => id),
    ["a", { any: "value" }, 3],
  );
  assert.deepEqual(Object.keys(results[0]).sort(), ["doubt", "followUp", "id", "label", "score", "verdicts"]);
  assert.equal(results[2].verdicts[0].point, "Any Id!");
  assert.equal(results[2].score, 1);
  const errors = err
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    errors.map(({ line, code: name }) => [line, name]),
    [
      [2, "VIVA_BAD_LINE"],
      [3, "VIVA_QUESTION_NOT_FOUND"],
      [6, "VIVA_BAD_LINE"],
      [8, "VIVA_BAD_LINE"],
      [9, "VIVA_BAD_LINE"],
      [10, "VIVA_BAD_LINE"],
    ],
  );
  assert.match(errors[3].detail, /question\.points\[0\]\.text" is missing, wanted a text/);
});

test("assess --json: an empty input is no error", async () => {
  assert.deepEqual(await viva(["assess", "--json"]), { code: 0, out: "", err: "" });
});

test("assess --json: line separators inside a text, and an id that cannot be given back, cost no other line", async () => {
  const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
  const input = [
    `{"id":${deep},"question":"docker-002","answer":"x"}`,
    `{"id":1,"question":"docker-002","answer":"They share\u2028the kernel of the host."}`,
  ].join("\n");
  const { code, out, err } = await viva(["assess", "--json"], { input });
  assert.equal(code, 1);
  assert.match(err, /^\{"line":1,"code":"VIVA_BAD_LINE"/);
  assert.equal(JSON.parse(out).id, 1);
});

/** Of this answer the judge is in doubt: it has one of two words. */
const DOUBTED = {
  prompt: "What is a lock file for?",
  reference: "",
  points: [{ id: "pins", text: "It pins exact versions of packages." }],
};

test("assess --json: a second rater is asked of points in doubt, and stands beside the verdict it moved", async () => {
  const stub = await raterStub();
  const quote = "It keeps the same versions of packages";
  stub.answer = send(opinions({ point: "pins", verdict: "covered", quote }));
  const lines = [
    { id: 1, question: DOUBTED, answer: `${quote} for all.` },
    { id: 2, question: DOUBTED, answer: "It pins exact versions of packages." },
  ];
  const input = lines.map((line) => JSON.stringify(line)).join("\n");
  const alone = await viva(["assess", "--json"], { input });
  const env = { VIVA_LLM_URL: stub.url, VIVA_LLM_MODEL: "stub", VIVA_LLM_KEY: "s3cret" };
  const both = await viva(["assess", "--json"], { input, env });
  assert.deepEqual([both.code, both.err, stub.asked.length], [0, "", 1]);
  const [[before, sure], [after, stillSure]] = [alone, both].map(({ out }) =>
    out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ) as [[Judged, Judged], [Judged, Judged]];
  assert.deepEqual(stillSure, sure);
  assert.deepEqual([before.verdicts[0]?.verdict, before.score], ["partly", 0.5]);
  assert.deepEqual([after.verdicts[0]?.verdict, after.score, after.label], ["covered", 1, "covered"]);
  assert.deepEqual(after.verdicts[0]?.second, { verdict: "covered", quote, decided: true });
  assert.ok(!alone.out.includes("second"));

  stub.answer = send("", { status: 500 });
  assert.equal((await viva(["assess", "--json"], { input, env })).out, alone.out);
});

interface Judged {
  readonly score: number;
  readonly label: string;
  readonly verdicts: readonly { readonly verdict: string; readonly second?: object }[];
}

test("assess --json: half a configuration of the second rater is told before anything is judged; others do not mind", async () => {
  const env = { VIVA_LLM_URL: "http://127.0.0.1:1/v1" };
  const { code, out, err } = await viva(["assess", "--json"], { input: "{}", env });
  assert.deepEqual([code, out], [2, ""]);
  assert.match(err, /^viva: VIVA_LLM_URL is set and VIVA_LLM_MODEL is not/);
  assert.equal((await viva(["decks"], { env })).code, 0);
});
