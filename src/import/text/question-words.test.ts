import assert from "node:assert/strict";
import { test } from "node:test";
import { questionLikeness } from "./question-words.ts";

for (const [title, likeness] of [
  ["Install?", 1],
  ["What is it? (hard)", 1],
  ["What is it? 🍺", 1],
  ["这是什么？", 1],
  ["What is it? Give an example.", 0.8],
  ["Explain hoisting", 0.8],
  ["Qué es un cierre", 0.8],
  ["Explique o conceito", 0.8],
  ["Expliquez le rôle", 0.8],
  ["Erkläre den Unterschied", 0.8],
  ["Чем отличается список", 0.8],
  ["如何实现", 0.8],
  ["How to install", 0.5],
  ["Write a loop", 0.5],
  ["Install", 0],
  ["Whatever", 0],
  ["Licence", 0],
  ["Island hopping", 0],
  ["", 0],
] as const) {
  test(`"${title}" reads like a question: ${likeness}`, () => {
    assert.equal(questionLikeness(title), likeness);
  });
}
