import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./programs.ts";
import type { Row } from "./table.ts";

/** The scripts that the page needs before anything is seen, as they travel. */
export function pageRows(): Row[] {
  const page = join(root, "dist/web");
  const html = readFileSync(join(page, "index.html"), "utf8");
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path = ""]) => path);
  if (scripts.length === 0) throw new Error("dist/web/index.html names no script");
  const bytes = (path: string) => statSync(join(page, path)).size;
  const sum = (ending: string) => scripts.reduce((total, path) => total + bytes(path + ending), 0) / 1000;
  return [
    {
      what: "page: first JavaScript, gzip",
      unit: "kB",
      budget: 40,
      measured: sum(".gz"),
      peer: { name: "not compressed", measured: sum("") },
    },
  ];
}
