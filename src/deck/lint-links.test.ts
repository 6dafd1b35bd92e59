import assert from "node:assert/strict";
import { test } from "node:test";
import { deadLinks, linkNames } from "./lint-links.ts";

for (const [line, says] of [
  ["See [the RFC]().", /no target/],
  ["See [the RFC]( ).", /no target/],
  ["See [the RFC](#).", /no target/],
  ["See [the RFC](https://).", /no target/],
  ["An image: ![shape]()", /no target/],
  ["See [the RFC](https://example.org/a", /not closed/],
  ["See [the notes](my notes.md).", /blanks/],
  ["See [the RFC][nowhere].", /no line defines "nowhere"/],
  ["See http//example.org for more.", /damaged/],
  ["See [the RFC](https//example.org).", /damaged/],
  ["See https:/example.org.", /damaged/],
  ["See [both](http://https://example.org).", /damaged/],
] as const) {
  test(`a dead link is found in ${JSON.stringify(line)}`, () => {
    const found = deadLinks(line, new Set());
    assert.equal(found.length, 1, JSON.stringify(found));
    assert.match(found[0] ?? "", says);
    assert.match(found[0] ?? "", /: .*[;]/);
  });
}

for (const line of [
  "See [the RFC](https://example.org/a_(b)).",
  'See [the RFC](https://example.org "its title").',
  "See [the notes](<my notes.md>).",
  "See [the RFC][rfc] and [again][RFC].",
  "rows[0](1) and matrix[i][j] and f[x](",
  "A list [1, 2] (two of them) and [x] done, an [aside] too.",
  "Say `[text]()` and ``[a](b`` in code, or `http//`.",
  "An \\[escaped] bracket, https://example.org/http/x and the http/2 protocol.",
  "Type[] and List[int][0]",
]) {
  test(`nothing is wrong with ${JSON.stringify(line)}`, () => {
    assert.deepEqual(deadLinks(line, linkNames(["[rfc]: https://example.org"])), []);
  });
}

test("a line of 100,000 brackets is read in less than a second", () => {
  const started = performance.now();
  for (const part of ["[", "[a](", "](", "[a][", "`", "http:/", "[a](b "]) {
    deadLinks(part.repeat(100_000 / part.length), new Set());
  }
  assert.ok(performance.now() - started < 1000);
});
