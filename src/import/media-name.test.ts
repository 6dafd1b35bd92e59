import assert from "node:assert/strict";
import { test } from "node:test";
import { mediaName } from "./media-name.ts";

for (const [name, safe] of [
  ["Bild 1.PNG", "bild-1.png"],
  ["图.jpeg", "file.jpeg"],
  ["a.b.mp3", "a-b.mp3"],
  ["CON.png", "file-con.png"],
  ["lpt1.jpg", "file-lpt1.jpg"],
  ["console.png", "console.png"],
  ["../up.png", null],
  ["C:\\up.png", null],
  ["a\0.png", null],
  [".png", null],
  ["page.svg", null],
  ["run.exe", null],
  ["CON", null],
] as const) {
  test(`mediaName(${JSON.stringify(name)}) is ${JSON.stringify(safe)}`, () => {
    assert.equal(mediaName(name), safe);
  });
}
