import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import type { OutputChunk } from "rolldown";

/** The page as files, by path; `assets/` holds those whose name changes with their content. */
export interface PageBuild {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly chunks: readonly OutputChunk[];
}

/** Files that are served compressed when the browser takes that. */
const TEXT = /\.(js|css|html|svg|json|webmanifest|txt)$/;

/** The pure folders do nothing when they are loaded (`npm run check` holds that): what is not used of them is left out. */
const PURE = /[\\/]src[\\/](base|deck|grade|recall|interview)[\\/]/;

/**
 * The page, from `web/main.tsx`, the styles `web/styles/*.css` in order of name, `web/index.html` and what `web/public/`
 * holds, which is copied as it is. Beside each text stand its `.gz` and `.br`.
 */
export async function bundlePage(rolldown: typeof import("rolldown"), root: string): Promise<PageBuild> {
  const web = join(root, "web");
  const chunks = await bundleScripts(rolldown, root);
  const styles = await joinStyles(join(web, "styles"));
  const styleName = `assets/page-${hash(styles)}.css`;
  const files = new Map<string, string | Uint8Array>([
    ...chunks.map((chunk) => [chunk.fileName, chunk.code] as const),
    [styleName, styles],
    ...(await copied(join(web, "public"))),
  ]);
  files.set(
    "index.html",
    withAssets(await readFile(join(web, "index.html"), "utf8"), [
      `<link rel="stylesheet" href="/${styleName}">`,
      ...firstChunks(chunks).map((name, at) =>
        at === 0
          ? `<script type="module" src="/${name}"></script>`
          : `<link rel="modulepreload" href="/${name}">`,
      ),
    ]),
  );
  return { files: await withCompressed(files), chunks };
}

/** What the browser runs before the first line of the page stands there: the entry, then what it imports at once. */
function firstChunks(chunks: readonly OutputChunk[]): string[] {
  const entry = chunks.find((chunk) => chunk.isEntry);
  if (entry === undefined) throw new Error("the bundler made no entry");
  const names = new Set([entry.fileName]);
  // A set is walked to its end also when it grows meanwhile.
  for (const name of names) {
    for (const next of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) names.add(next);
  }
  return [...names];
}

async function bundleScripts({ rolldown }: typeof import("rolldown"), root: string): Promise<OutputChunk[]> {
  const build = await rolldown({
    cwd: root,
    input: { page: "web/main.tsx" },
    platform: "browser",
    treeshake: { moduleSideEffects: (id) => !PURE.test(id) },
    transform: {
      // The first versions with `light-dark()`, which the styles use.
      target: ["chrome123", "firefox120", "safari17.5"],
      define: { "process.env.NODE_ENV": '"production"' },
    },
  });
  const { output } = await build.generate({
    format: "esm",
    entryFileNames: "assets/[name]-[hash].js",
    chunkFileNames: "assets/[name]-[hash].js",
    // One file for all that is needed at first: many small ones compress worse.
    codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] },
    minify: true,
    comments: false,
  });
  await build.close();
  return output.filter((each) => each.type === "chunk");
}

async function joinStyles(folder: string): Promise<string> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".css"))
    .sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return texts.join("\n");
}

async function copied(folder: string): Promise<[string, Uint8Array][]> {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Promise.all(
    found.map(async (entry): Promise<[string, Uint8Array]> => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1).replaceAll("\\", "/"), await readFile(path)];
    }),
  );
}

function withAssets(html: string, elements: readonly string[]): string {
  const [before, after, ...more] = html.split("</head>");
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error("web/index.html: wanted one </head>, before which the script and the styles are put");
  return `${before.trimEnd()}\n${elements.map((element) => `    ${element}\n`).join("")}  </head>${after}`;
}

async function withCompressed(files: ReadonlyMap<string, string | Uint8Array>) {
  const all = new Map(files);
  const texts = [...files].filter(([path]) => TEXT.test(path));
  await Promise.all(
    texts.map(async ([path, content]) => {
      all.set(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
      all.set(`${path}.br`, await promisify(brotliCompress)(content));
    }),
  );
  return all;
}

const hash = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 8);
