import assert from "node:assert/strict";
import { test } from "node:test";
import { browserStorage, memoryStorage } from "./storage.ts";

/** The browser's storage, as far as the page uses it. */
function local(isFull: () => boolean): globalThis.Storage {
  const texts: Record<string, string> = {};
  return Object.create(texts, {
    getItem: { value: (key: string) => texts[key] ?? null },
    setItem: {
      value(key: string, text: string) {
        if (isFull()) throw new DOMException("full", "QuotaExceededError");
        texts[key] = text;
        this[key] = text;
      },
    },
    removeItem: {
      value(key: string) {
        delete texts[key];
        delete this[key];
      },
    },
  });
}

test("browser storage: when it is full, what is written is still there, and kept as soon as there is room", () => {
  let isFull = true;
  const browser = local(() => isFull);
  const storage = browserStorage(() => browser);
  storage.write("a", "1");
  assert.equal(storage.read("a"), "1");
  assert.equal(browser.getItem("a"), null);
  assert.deepEqual(storage.keys(), ["a"]);
  assert.equal(storage.lasts.state(), false);
  isFull = false;
  storage.write("a", "2");
  assert.equal(browser.getItem("a"), "2");
  assert.equal(storage.lasts.state(), true);
  storage.remove("a");
  assert.equal(storage.read("a"), null);
  assert.deepEqual(storage.keys(), []);
});

test("browser storage: where it is switched off, the page still works", () => {
  const storage = browserStorage(() => {
    throw new DOMException("no", "SecurityError");
  });
  storage.write("a", "1");
  assert.equal(storage.read("a"), "1");
  assert.equal(storage.lasts.state(), false);
  storage.remove("a");
  assert.deepEqual([storage.read("a"), storage.keys()], [null, []]);
});

test("memory storage: what is written is there until it is removed", () => {
  const storage = memoryStorage();
  storage.write("a", "1");
  assert.deepEqual([storage.read("a"), storage.keys()], ["1", ["a"]]);
  storage.remove("a");
  assert.equal(storage.read("a"), null);
});
