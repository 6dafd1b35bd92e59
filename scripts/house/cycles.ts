/** An import graph: every file with the files it imports. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** The shortest ring through each knot of files that import one another, as `[a, b, a]`. Empty when there is none. */
export function findCycles(graph: Graph): string[][] {
  return knots(graph).map((knot) => shortestRing(graph, knot));
}

/** All files that can be reached from these. */
export function reachable(graph: Graph, from: Iterable<string>): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(graph.get(next) ?? []));
  }
  return seen;
}

/** Groups of files each of which reaches all the others (Tarjan 1972), leaving out files that stand alone. */
function knots(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const mine = order.size;
    let low = mine;
    order.set(file, mine);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!graph.has(next)) continue;
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (stack.includes(next)) low = Math.min(low, order.get(next) ?? mine);
    }
    if (low === mine) {
      const knot = stack.splice(stack.indexOf(file));
      if (knot.length > 1 || graph.get(file)?.includes(file)) found.push(knot);
    }
    return low;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}

function shortestRing(graph: Graph, knot: readonly string[]): string[] {
  const [first = ""] = [...knot].sort();
  const paths = [[first]];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const next of graph.get(path.at(-1) ?? "") ?? []) {
      if (next === first) return [...path, first];
      if (!knot.includes(next) || seen.has(next)) continue;
      seen.add(next);
      paths.push([...path, next]);
    }
  }
  return [...knot, first];
}
