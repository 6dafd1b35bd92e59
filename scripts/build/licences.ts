import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The licences of the packages that these modules come from: most ask that their text goes where their code goes. */
export async function licences(modules: readonly string[]): Promise<string> {
  const homes = new Set(
    modules.flatMap((id) => id.match(/^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/)?.[0] ?? []),
  );
  const texts = [...homes].sort().map(async (home) => {
    const { name, version, license } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
    const file = readdirSync(home).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? "" : await readFile(join(home, file), "utf8");
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${"-".repeat(80)}\n\n`);
}
