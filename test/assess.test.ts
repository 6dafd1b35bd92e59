import assert from "node:assert/strict";
import { test } from "node:test";
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
