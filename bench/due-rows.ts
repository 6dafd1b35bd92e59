import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { bundled, folder, inside, root } from "./programs.ts";
import type { Row } from "./table.ts";

/** The due queue of a person who has reviewed a million questions. The store is made once. */
export async function dueRows(): Promise<Row[]> {
  const home = join(folder, "million");
  const { node, args, env } = await bundled("million", home);
  const began = performance.now();
  execFileSync(node, args, { env, stdio: "inherit" });
  const seconds = (performance.now() - began) / 1000;
  const due = await inside("due", home, root);
  const row = (what: string, key: string, peer: Row["peer"]): Row => ({
    what,
    unit: "ms",
    budget: 20,
    measured: due(key),
    peer,
  });
  return [
    row(`due queue over 1,000,000 recalls, p99 (store made in ${seconds.toFixed(0)} s)`, "queue", {
      name: "bare SQL",
      measured: due("queueBare"),
    }),
    row("  counting up to 1,000 of them, p99", "count", { name: "bare SQL", measured: due("countBare") }),
    row("  next 20 questions of the 300 installed, p99", "next", null),
  ];
}
