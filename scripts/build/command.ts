import type { OutputChunk } from "rolldown";

/** The command, from `src/cli/main.ts`, and the thread that reads documents; what they import lazily (the server, the readers) is in chunks of its own. */
export async function bundleCommand(
  { rolldown }: typeof import("rolldown"),
  root: string,
): Promise<OutputChunk[]> {
  const build = await rolldown({
    cwd: root,
    input: { viva: "src/cli/main.ts", "read-worker": "src/import/read-worker.ts" },
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
