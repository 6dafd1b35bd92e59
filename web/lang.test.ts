import assert from "node:assert/strict";
import { test } from "node:test";
import { langOf } from "./lang.ts";

for (const [language, lang] of [
  ["de", "de"],
  ["pt-BR", "pt-BR"],
  ["en", undefined],
  ["en-GB", undefined],
  ["EN", undefined],
  ["", undefined],
  [null, undefined],
] as const) {
  test(`a deck in ${JSON.stringify(language)} has lang ${lang}`, () => {
    assert.equal(langOf({ language }), lang);
  });
}
