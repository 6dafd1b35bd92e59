import assert from "node:assert/strict";
import { test } from "node:test";
import { showCloze } from "./cloze.ts";

for (const [text, number, front, back] of [
  ["{{c1::Go}} has {{c2::channels}}", 1, "[...] has channels", "<b>Go</b> has channels"],
  ["{{c1::Go}} has {{c2::channels}}", 2, "Go has [...]", "Go has <b>channels</b>"],
  ["{{c1::Go::a language}}", 1, "[a language]", "<b>Go</b>"],
  ["{{c1::Go}} and {{c1::Rust}}", 1, "[...] and [...]", "<b>Go</b> and <b>Rust</b>"],
  ["{{c1::a {{c2::b::in}} c}}", 1, "[...]", "<b>a b c</b>"],
  ["{{c1::a {{c2::b::in}} c}}", 2, "a [in] c", "a <b>b</b> c"],
  ["{{c1,3::both}}", 3, "[...]", "<b>both</b>"],
  ["{{c1::<ul><li>x</li></ul>}}", 1, "[...]", "<ul><li>x</li></ul>"],
  ["{{c1::if (a) { b(); }}}", 1, "[...]}", "<b>if (a) { b(); </b>}"],
  ["a::b }} {{c1::x}}", 1, "a::b }} [...]", "a::b }} <b>x</b>"],
  ["{{c1::never {{c2::closed}}", 2, "{{c1::never [...]", "{{c1::never <b>closed</b>"],
  ["{{c99999999999::x}}", 1, "{{c99999999999::x}}", "{{c99999999999::x}}"],
] as const) {
  test(`${JSON.stringify(text)}, card ${number}`, () => {
    assert.equal(showCloze(text, number, "front").html, front);
    assert.equal(showCloze(text, number, "back").html, back);
  });
}

test("a text without the number that is asked for says so", () => {
  assert.equal(showCloze("{{c2::x}}", 1, "front").found, false);
  assert.deepEqual(showCloze("{{c2::x}} {{c2::y}}", 2, "front").hidden, ["x", "y"]);
});
