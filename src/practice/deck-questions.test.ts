import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { memoryPlace, question } from "../../test/api.ts";
import type { DeckName } from "../base/index.ts";
import { questionsOfDeck } from "./deck-questions.ts";
import { LOCAL_OWNER } from "./workplace.ts";

const named = (n: number) => question(`docker-${String(n).padStart(3, "0")}`);
const all = Array.from({ length: 30 }, (_, n) => named(n));
const info = {
  name: "docker" as DeckName,
  title: "Docker",
  licence: "",
  language: "",
  sections: [],
  terms: [],
  text: "",
};

test("deck questions: whatever is added and removed between two pages, what stays is told once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 7 }),
      fc.array(fc.subarray(all, { minLength: 1 }), { minLength: 1, maxLength: 6 }),
      async (limit, versions) => {
        const [first = []] = versions;
        const { workplace, time } = await memoryPlace(first);
        const seen: string[] = [];
        let after: { at: number; id: string } | null = null;
        for (let page = 0; page < 100; page++) {
          const version = versions[Math.min(page, versions.length - 1)] ?? [];
          await workplace.decks.save({ info: info, questions: version }, "replace");
          time.now += 1001;
          const list = { deck: "docker", words: "", section: null, limit, after };
          const { items, last } = await questionsOfDeck(workplace, LOCAL_OWNER, list);
          assert.ok(items.length <= limit);
          seen.push(...items.map(({ question: { id } }) => id));
          after = last;
          if (last === null) break;
          // A question that is gone leaves no place to go on from but its number; those are not promised anything.
          const next = versions[Math.min(page + 1, versions.length - 1)] ?? [];
          fc.pre(next.some(({ id }) => id === last.id));
        }
        assert.equal(new Set(seen).size, seen.length);
        const always = all.filter((each) => versions.every((version) => version.includes(each)));
        for (const { id } of always) assert.ok(seen.includes(id), id);
      },
    ),
    { numRuns: 60 },
  );
});

test("deck questions: after the last one of a page is gone, the list goes on at its place", async () => {
  const { workplace, time } = await memoryPlace(all.slice(0, 6));
  const list = { deck: "docker", words: "", section: null, limit: 3 };
  const { last } = await questionsOfDeck(workplace, LOCAL_OWNER, { ...list, after: null });
  assert.deepEqual(last, { at: 2, id: "docker-002" });
  await workplace.decks.save({ info: info, questions: all.slice(0, 6).toSpliced(2, 1) }, "replace");
  time.now += 1001;
  const { items } = await questionsOfDeck(workplace, LOCAL_OWNER, { ...list, after: last });
  assert.deepEqual(
    items.map(({ question: { id } }) => id),
    ["docker-003", "docker-004", "docker-005"],
  );
});
