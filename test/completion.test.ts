import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { before, test } from "node:test";
import { needs } from "./require.ts";
import { environment, MAIN, temporaryFolder, viva } from "./viva.ts";

const skip = needs("bash", "apt-get install bash");
let folder = "";
let script = "";

before(async () => {
  folder = await temporaryFolder();
  script = (await viva(["completion", "bash"])).out;
  await writeFile(join(folder, "viva"), `#!/bin/sh\nexec '${process.execPath}' '${MAIN}' "$@"\n`);
  await chmod(join(folder, "viva"), 0o755);
  await writeFile(join(folder, "my notes.md"), "");
});

/** What bash offers after these words; the last one is the one being typed. */
function offered(...words: string[]): string[] {
  const quoted = words.map((word) => `'${word}'`).join(" ");
  const run = `${script}\ncd '${folder}'\nCOMP_WORDS=(viva ${quoted})\nCOMP_CWORD=${words.length}\n_viva\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
  const env = environment(folder);
  return execFileSync("bash", ["--norc", "-c", run], {
    encoding: "utf8",
    env: { ...env, PATH: `${folder}${delimiter}${env.PATH}` },
  })
    .split("\n")
    .filter((line) => line !== "");
}

for (const [words, expected] of [
  [["as"], ["ask", "assess"]],
  [["help", "im"], ["import"]],
  [
    ["ask", "--se"],
    ["--section", "--seed"],
  ],
  [["ask", "do"], ["docker"]],
  [["ask", "my"], ["my notes.md"]],
  [["completion", "f"], ["fish"]],
] as const) {
  test(`completion: bash offers ${expected.join(", ")} after viva ${words.join(" ")}`, { skip }, () => {
    assert.deepEqual(offered(...words).sort(), [...expected].sort());
  });
}

for (const shell of ["zsh", "fish"]) {
  test(`completion: ${shell}'s script names every command`, async () => {
    const { out } = await viva(["completion", shell]);
    for (const name of ["ask", "import", "decks", "assess", "lint", "fmt"])
      assert.match(out, new RegExp(`\\b${name}\\b`));
  });
}
