import { bundleCommand } from "./command.ts";
import { licences } from "./licences.ts";
import { bundlePage } from "./page.ts";
import { replaceFolder } from "./replace-folder.ts";

/** How much a build wrote. */
export interface Built {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Bundles the command and the page of the sources in `root` into a folder: `viva.mjs` and, for what is imported lazily,
 * `chunks/`; the page in `web/`; the licences of what was bundled. Null where the bundler is not installed.
 */
export async function buildAll({ root, into }: { root: string; into: string }): Promise<Built | null> {
  const rolldown = await import("rolldown").catch((error) => {
    if (error.code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  });
  if (rolldown === null) return null;
  const command = await bundleCommand(rolldown, root);
  const page = await bundlePage(rolldown, root);
  const files = new Map<string, string | Uint8Array>([
    ...command.map((chunk) => [chunk.fileName, chunk.code] as const),
    ...[...page.files].map(([path, content]) => [`web/${path}`, content] as const),
  ]);
  files.set("licences.txt", await licences([...command, ...page.chunks].flatMap((chunk) => chunk.moduleIds)));
  await replaceFolder(into, files);
  const bytes = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  return { files: files.size, bytes };
}
