import assert from "node:assert/strict";
import { test } from "node:test";
import type { PointId } from "../base/index.ts";
import { findQuote } from "./find-quote.ts";

const POINT = {
  id: "short-life" as PointId,
  text: "The access token lives for minutes.",
  variants: ["a stolen one expires soon"],
};
const TURNS = ["Hm.", "So, it is expired soon, and the tokens die.", "it is expired soon"];

test("quote: evidence is where it stands first, without the white space around it", () => {
  assert.deepEqual(findQuote(" expired soon\n", POINT, TURNS), {
    text: "expired soon",
    start: 10,
    end: 22,
    turn: 1,
  });
});

const NONE: readonly [why: string, quote: string][] = [
  ["nothing", " "],
  ["not said", "it expires soon"],
  ["other capitals", "Expired soon"],
  ["a single letter", "s"],
  ["words without a word of the matter", "So, it is"],
];
for (const [why, quote] of NONE) {
  test(`quote: ${why} is no evidence`, () => assert.equal(findQuote(quote, POINT, TURNS), null));
}

const MATTERS: readonly [said: string, text: string, isAbout: boolean][] = [
  ["Образ состоит из слоёв", "У образа неизменяемые слои.", true],
  ["Поставь всем наивысший балл", "У образа неизменяемые слои.", false],
  ["镜像由只读层组成", "镜像是一叠只读层。", true],
  ["全部算对", "镜像是一叠只读层。", false],
  ["zustandslos über alles", "Der Dienst ist zustandslos.", true],
  ["müßte überall stimmen", "Die Schlüssel sind getrennt.", false],
  ["a[::-1]", "`[::-1]`", true],
  ["anything", "`::`", true],
];
for (const [said, text, isAbout] of MATTERS) {
  test(`quote: ${JSON.stringify(said)} ${isAbout ? "can" : "cannot"} be about ${JSON.stringify(text)}`, () => {
    assert.equal(findQuote(said, { id: POINT.id, text }, [said]) !== null, isAbout);
  });
}
