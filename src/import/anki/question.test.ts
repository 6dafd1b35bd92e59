import assert from "node:assert/strict";
import { test } from "node:test";
import { splitFront } from "./question.ts";

for (const [front, title, body] of [
  ["What is it?", "What is it?", ""],
  ["## What is it?\n\nSay more.", "What is it?", "Say more."],
  ["Was ist das?  \nNenne zwei.", "Was ist das?", "Nenne zwei."],
  ["**One  \ntwo**", "**One**", "**two**"],
  ["```js\nlet a\n```\n\nWhat does it print?", "What does it print?", "```js\nlet a\n```"],
  ["![](media/a.png)\n\n这是什么？", "这是什么？", "![](media/a.png)"],
  ["![](media/a.png)", "![](media/a.png)", ""],
  ["```\nlet a\nlet b\n```", "`let a`", "```\nlet a\nlet b\n```"],
  ["| a | b |\n| --- | --- |\n| 1 | 2 |", "a   b", "| a | b |\n| --- | --- |\n| 1 | 2 |"],
  ["- first\n- second", "first", "- second"],
  ["> Who said it?", "Who said it?", ""],
  ["[a.mp3](media/a.mp3)\n\nWho speaks?", "Who speaks?", "[a.mp3](media/a.mp3)"],
] as const) {
  test(`${JSON.stringify(front)} asks ${JSON.stringify(title)}`, () => {
    assert.deepEqual(splitFront(front), { title, body });
  });
}
