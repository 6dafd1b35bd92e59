import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findCycles, type Graph, reachable } from "../../scripts/house/cycles.ts";

/** Any way in which up to eight files import one another. */
const graphs: fc.Arbitrary<Graph> = fc
  .array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), { maxLength: 14 })
  .map((pairs) => {
    const imports = (file: number) => pairs.filter(([from]) => from === file).map(([, to]) => String(to));
    return new Map(Array.from({ length: 8 }, (_, file) => [String(file), imports(file)]));
  });

const importsItself = (graph: Graph, file: string) => reachable(graph, graph.get(file) ?? []).has(file);

test("every ring that is named is one: each file imports the next, and the last is the first", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      for (const ring of findCycles(graph)) {
        assert.equal(ring[0], ring.at(-1));
        for (const [at, file] of ring.slice(0, -1).entries()) {
          assert.ok(graph.get(file)?.includes(ring[at + 1] ?? ""), ring.join(" → "));
        }
      }
    }),
  );
});

test("a file that imports itself in the end is in a knot of which one ring is named", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const rings = findCycles(graph);
      for (const file of [...graph.keys()].filter((each) => importsItself(graph, each))) {
        const known = rings.some(
          ([first = ""]) => reachable(graph, [file]).has(first) && reachable(graph, [first]).has(file),
        );
        assert.ok(known, `${file} is in no knot`);
      }
    }),
  );
});
