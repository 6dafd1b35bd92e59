import type { FastifyInstance } from "fastify";

/**
 * Notes the routes of an application as they are added, to tell "nothing is here" from "not by this method".
 * @returns the methods that a path takes; none when nothing is there
 */
export function noteMethods(app: FastifyInstance): (path: string) => string[] {
  const methods = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ url, method }) => {
    // The files of the page: any path might be one.
    if (url.includes("*")) return;
    const known = methods.get(url) ?? new Set();
    for (const each of [method].flat()) known.add(each);
    methods.set(url, known);
  });
  return (path) => {
    const parts = path.split("/");
    const found = [...methods].find(([url]) => matches(url.split("/"), parts));
    return found === undefined ? [] : [...found[1], "OPTIONS"].sort();
  };
}

function matches(pattern: readonly string[], parts: readonly string[]): boolean {
  return (
    pattern.length === parts.length &&
    pattern.every((part, at) => (part.startsWith(":") ? parts[at] !== "" : part === parts[at]))
  );
}
