import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { saidText } from "./said-text.ts";

for (const [what, text, said] of [
  ["lines from a page of any system end alike", "one\r\ntwo\rthree", "one\ntwo\nthree"],
  ["blank lines at the start go, the indent of the first line stays", " \n\t\n  code()\n", "  code()"],
  ["white space at the end goes", "one  \n\n \t", "one"],
  ["blank lines inside stay", "one\n\n\ntwo", "one\n\n\ntwo"],
  ["an indent in the first line stays", "  one", "  one"],
  ["nothing but white space is nothing", " \r\n\t ", ""],
  ["nothing is nothing", "", ""],
  ["what no store can hold is replaced, unit by unit", "a\0b\ud800c", "a\ufffdb\ufffdc"],
  ["other scripts and emoji stay", "да 👍", "да 👍"],
] as const) {
  test(`saidText: ${what}`, () => {
    assert.equal(saidText(text), said);
  });
}

test("saidText: applied twice it changes nothing, and no word is lost", () => {
  const texts = fc.string({ unit: fc.constantFrom("\n", "\r", " ", "\t", "\0", "\ud800", "a", "é", "👍") });
  fc.assert(
    fc.property(texts, (text) => {
      const said = saidText(text);
      assert.equal(saidText(said), said);
      assert.equal(
        said.replace(/\s/g, ""),
        text.replaceAll("\0", "\ufffd").toWellFormed().replace(/\s/g, ""),
      );
    }),
  );
});

test("saidText: a megabyte of blanks costs no time that anybody notices", () => {
  const started = process.cpuUsage();
  saidText(`a${" ".repeat(1_000_000)}b${"\n".repeat(1_000_000)}`);
  const { user } = process.cpuUsage(started);
  assert.ok(user < 1_000_000, `${user} µs`);
});
