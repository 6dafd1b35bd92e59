import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder, viva } from "./viva.ts";

const README = readFileSync(new URL("../README.md", import.meta.url), "utf8");

function block(language: string): string {
  const found = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(README)?.[1];
  assert.ok(found !== undefined, `README has a block of ${language}`);
  return found;
}

const filled = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

test("README: the walk-through is what the command says", async () => {
  const home = await temporaryFolder();
  await writeFile(join(home, "notes.md"), block("markdown"));
  const [, imported = "", asked = ""] = block("console").split(/^\$ viva (?:import .*|ask .*)\n/m);
  const kept = await viva(["import", "./notes.md", "--into", "tokens"], { home, cwd: home });
  assert.deepEqual(filled(kept.out), filled(imported));

  const typed = filled(asked).filter((line) => line.startsWith("> "));
  const input = `${typed.map((line) => line.slice(2)).join("\n")}\n`;
  const { out } = await viva(["ask", "tokens"], { home, input });
  const shown = filled(asked).filter((line) => !line.startsWith("> "));
  // Only what a pipe is told differs: how to answer and to correct, and the summary at the end.
  const help = /^A line of a single|^their own do what they say|^:said and :wrong|^number or id may follow/;
  const said = filled(out).filter((line) => !help.test(line));
  assert.deepEqual(said.slice(0, shown.length), shown);
});

test("README: every local link leads to a file", () => {
  const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path ?? "");
  assert.ok(links.length > 10);
  for (const path of links) assert.ok(existsSync(new URL(`../${path}`, import.meta.url)), path);
});
