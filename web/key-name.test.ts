import assert from "node:assert/strict";
import { test } from "node:test";
import { keyName } from "./key-name.ts";

const press = { key: "", code: "", altKey: false, ctrlKey: false, metaKey: false };

for (const [name, given] of [
  ["y", { key: "y", code: "KeyY" }],
  ["y", { key: "Y", code: "KeyY" }],
  ["?", { key: "?", code: "Slash" }],
  ["Enter", { key: "Enter", code: "Enter" }],
  ["Mod+Enter", { key: "Enter", code: "Enter", ctrlKey: true }],
  ["Mod+Enter", { key: "Enter", code: "Enter", metaKey: true }],
  ["Alt+n", { key: "˜", code: "KeyN", altKey: true }],
  ["Alt+1", { key: "¡", code: "Digit1", altKey: true }],
  ["", { key: "@", code: "KeyQ", altKey: true, ctrlKey: true }],
] as const) {
  test(`a press of ${JSON.stringify(given)} is named ${JSON.stringify(name)}`, () => {
    assert.equal(keyName({ ...press, ...given }), name);
  });
}
