// Bundles the command into dist/: `viva.mjs` and, for what is imported lazily, chunks/. Runs as the `prepare` script.
import { readdirSync, rmSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OutputChunk } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

async function bundle(rolldown: typeof import("rolldown")): Promise<OutputChunk[]> {
  const build = await rolldown.rolldown({
    cwd: root,
    input: { viva: "src/cli/main.ts" },
    platform: "node",
    transform: { target: "node24.11" },
  });
  const { output } = await build.generate({
    format: "esm",
    entryFileNames: "[name].mjs",
    chunkFileNames: "chunks/[name].mjs",
    comments: false,
  });
  await build.close();
  return output.filter((each) => each.type === "chunk");
}

/** The licences of the bundled packages: most ask that their text goes where their code goes. */
async function licences(chunks: readonly OutputChunk[]): Promise<string> {
  const homes = new Set(
    chunks
      .flatMap((chunk) => chunk.moduleIds)
      .flatMap((id) => id.match(/^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/)?.[0] ?? []),
  );
  const texts = [...homes].sort().map(async (home) => {
    const { name, version, license } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
    const file = readdirSync(home).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? "" : await readFile(join(home, file), "utf8");
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${"-".repeat(80)}\n\n`);
}

async function write(chunks: readonly OutputChunk[]): Promise<void> {
  await mkdir(join(dist, "chunks"), { recursive: true });
  await Promise.all(chunks.map((chunk) => writeFile(join(dist, chunk.fileName), chunk.code)));
  await writeFile(join(dist, "licences.txt"), await licences(chunks));
  const kept = new Set(chunks.map((chunk) => chunk.fileName));
  for (const name of readdirSync(join(dist, "chunks"))) {
    if (!kept.has(`chunks/${name}`)) rmSync(join(dist, "chunks", name));
  }
}

async function build(): Promise<void> {
  const started = performance.now();
  const rolldown = await import("rolldown").catch((error) => {
    if (error.code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  });
  if (rolldown === null) {
    console.log("dist/ was not built: no development packages here (npm ci && npm run build builds it)");
    return;
  }
  const chunks = await bundle(rolldown);
  await write(chunks);
  const kB = Math.round(chunks.reduce((sum, chunk) => sum + Buffer.byteLength(chunk.code), 0) / 1000);
  const ms = Math.round(performance.now() - started);
  console.log(`dist/ built: ${chunks.length} files, ${kB} kB, in ${ms} ms`);
}

try {
  await build();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
