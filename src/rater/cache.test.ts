import assert from "node:assert/strict";
import { test } from "node:test";
import type { PointId } from "../base/index.ts";
import { cacheKey, memoryCache } from "./cache.ts";
import type { RateRequest } from "./opinion.ts";

const REQUEST: RateRequest = {
  prompt: "Why?",
  reference: "So.",
  points: [{ id: "so" as PointId, text: "So.", variants: ["thus"] }],
  turns: ["so", "so"],
};

test("cache: whatever an opinion depends on is in the key", () => {
  const [point] = REQUEST.points;
  assert.ok(point !== undefined);
  const others: readonly (readonly [model: string, request: RateRequest])[] = [
    ["other", REQUEST],
    ["m", { ...REQUEST, prompt: "Why so?" }],
    ["m", { ...REQUEST, reference: "" }],
    ["m", { ...REQUEST, points: [] }],
    ["m", { ...REQUEST, points: [{ ...point, text: "So!" }] }],
    ["m", { ...REQUEST, points: [{ ...point, variants: [] }] }],
    ["m", { ...REQUEST, turns: ["so so"] }],
    ["m", { ...REQUEST, turns: ["so", "so", ""] }],
    ["m", { ...REQUEST, turns: ["\ud800"] }],
    ["m", { ...REQUEST, turns: ["\ud801"] }],
  ];
  const keys = [cacheKey("m", REQUEST), ...others.map(([model, request]) => cacheKey(model, request))];
  assert.equal(new Set(keys).size, keys.length);
  assert.equal(cacheKey("m", structuredClone(REQUEST)), keys[0]);
  assert.match(keys[0] ?? "", /^[0-9a-f]{64}$/);
});

test("cache in memory: what was asked for longest ago is forgotten first", async () => {
  const cache = memoryCache(2);
  await cache.set("a", []);
  await cache.set("b", []);
  await cache.get("a");
  await cache.set("c", []);
  assert.deepEqual([await cache.get("a"), await cache.get("b"), await cache.get("c")], [[], null, []]);
});
