import assert from "node:assert/strict";
import { test } from "node:test";
import { type CardText, parseTemplate, renderTemplate } from "./template.ts";

const card = (over: Partial<CardText> = {}): CardText => ({
  fields: new Map([
    ["Front", "What?"],
    ["Back", "<i>That</i>"],
    ["Empty", "<br> <div></div>"],
    ["Text", "{{c1::a}} {{c2::b}}"],
    ["漢字", "語[ご]"],
    ["Two words", "two"],
  ]),
  tags: [],
  side: "back",
  cloze: null,
  spend: () => {},
  ...over,
});

const shown = (template: string, over: Partial<CardText> = {}) =>
  renderTemplate(parseTemplate(template), card(over)).html;

for (const [template, html] of [
  ["{{Front}} / {{ Back }}", "What? / <i>That</i>"],
  ["{{Two words}} {{漢字}} {{kanji:漢字}} {{furigana:漢字}}", "two 語[ご] 語[ご] 語[ご]"],
  ["{{text:Back}}", " That "],
  ["{{type:Back}}{{hint:Front}}", "<i>That</i>What?"],
  ["{{Tags}}{{Deck}}{{FrontSide}}{{Unknown}}{{tts en_US:Front}}", ""],
  ["a{{#Front}}b{{/Front}}c", "abc"],
  ["a{{^Front}}b{{/Front}}c", "ac"],
  ["a{{#Empty}}b{{/Empty}}{{^Empty}}c{{/Empty}}", "ac"],
  ["a{{#Front}}b{{#Empty}}c{{#Back}}d{{/Back}}{{/Empty}}e{{/Front}}f", "abef"],
  ["a{{#Empty}}b", "a"],
  ["a{{/Front}}b{{#Empty}}c{{/Front}}d{{/Empty}}e", "abe"],
  ["a{{#Tags}}b{{/Tags}}{{^Tags}}c{{/Tags}}", "ac"],
  ["{{!a note}}a{{}}b{{", "a{{}}b{{"],
  ["a<!-- {{Front}} --><SCRIPT src=x>{{Front}}</SCRIPT ><style>{{Front}}</style>b", "ab"],
  ["a<script>never closed {{Front}}", "a<script>never closed What?"],
] as const) {
  test(`the back ${JSON.stringify(template)} shows ${JSON.stringify(html)}`, () => {
    assert.equal(shown(template), html);
  });
}

test("the front shows neither what is to be typed nor what is to be unfolded, and counts the latter", () => {
  const front = renderTemplate(
    parseTemplate("{{Front}}{{type:Back}}{{hint:Back}}{{hint:Empty}}"),
    card({ side: "front" }),
  );
  assert.deepEqual([front.html, front.hints], ["What?", 1]);
});

test("a cloze shows by the number of its card; a condition on the number holds for that card alone", () => {
  const template = "{{cloze:Text}}{{#c2}}!{{/c2}}";
  assert.equal(shown(template, { cloze: 2, side: "front" }), "a [...]!");
  assert.equal(shown(template, { cloze: 1, side: "front" }), "[...] b");
  assert.equal(shown("{{type:cloze:Text}}{{cloze-only:Text}}", { cloze: 1 }), "<b>a</b> ba");
  assert.equal(shown("{{cloze:Text}}", { cloze: 3 }), "");
});

test("what looks like a template in a field is text", () => {
  const fields = new Map([["Front", "{{Front}}{{#Front}}"]]);
  assert.equal(shown("{{Front}}", { fields }), "{{Front}}{{#Front}}");
});

for (const mark of ["<hr id=answer>", '<hr id="answer" />', "<HR class=x id='answer'>"]) {
  test(`${mark} parts what was asked from what is answered`, () => {
    const back = renderTemplate(parseTemplate(`{{Front}}${mark}{{Back}}`), card());
    assert.deepEqual(
      [back.html.slice(back.answerAt), [...back.shownBeforeAnswer]],
      ["<i>That</i>", ["Front"]],
    );
  });
}
