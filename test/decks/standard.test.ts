import assert from "node:assert/strict";
import { test } from "node:test";
import { knownTags, SHIPPED, shippedInfo, shippedQuestions } from "../../scripts/decks/shipped.ts";
import { shortcomings } from "./standard.ts";

const decks = SHIPPED.map((deck) => ({ deck, shipped: shippedQuestions(deck) }));
const ids = new Set(decks.flatMap(({ shipped }) => shipped.map(({ question }) => question.id as string)));
const tags = knownTags();

for (const { deck, shipped } of decks) {
  test(`decks/${deck}: every question keeps the standard of shipped decks`, () => {
    const found = shipped.flatMap(({ file, question }) =>
      shortcomings(question, tags.get(deck) ?? new Set(), ids).map((text) => `${file}: ${text}`),
    );
    assert.deepEqual(found, []);
  });

  test(`decks/${deck}: a hundred questions, each file named after its id`, () => {
    assert.equal(shipped.length, 100);
    for (const { file, question } of shipped)
      assert.equal(`${deck}-${/(\d{3})-[a-z0-9-]+\.md$/.exec(file)?.[1]}`, question.id, file);
  });

  test(`decks/${deck}: every tag of docs/reference/tags.md is used`, () => {
    const used = new Set(shipped.flatMap(({ question }) => question.tags));
    assert.deepEqual(
      [...(tags.get(deck) ?? [])].filter((tag) => !used.has(tag)),
      [],
    );
  });

  test(`decks/${deck}/deck.md: path and interviews of 20, 45 and 60 minutes name questions that there are`, () => {
    const { text, sections } = shippedInfo(deck);
    for (const heading of ["## Audience", "## Path", "### 20 minutes", "### 45 minutes", "### 60 minutes"])
      assert.ok(text.includes(`${heading}\n`), heading);
    const named = [...text.matchAll(/^(?:\d+\.|-) ([a-z]+-\d{3})\b/gm)].map(([, id = ""]) => id);
    assert.deepEqual(
      named.filter((id) => !ids.has(id)),
      [],
    );
    assert.deepEqual(
      sections.filter((section) => !shipped.some(({ question }) => question.section === section)),
      [],
    );
  });
}

test("no question stands alone: each is named as related by another", () => {
  const named = new Set(decks.flatMap(({ shipped }) => shipped.flatMap(({ question }) => question.related)));
  const alone = decks.flatMap(({ shipped }) => shipped.filter(({ question }) => !named.has(question.id)));
  assert.deepEqual(
    alone.map(({ file }) => file),
    [],
  );
});
