import { existsSync } from "node:fs";

/**
 * The folder that holds `package.json`, `decks/` and `data/`, ending in a slash. Found by walking up, because this
 * module runs from `src/cli/` in a checkout and from `dist/` or `dist/chunks/` once it is bundled.
 *
 * @example new URL("decks/", packageRoot())
 */
export function packageRoot(from = import.meta.url): URL {
  let folder = new URL(".", from);
  while (!existsSync(new URL("package.json", folder))) {
    const above = new URL("..", folder);
    if (above.href === folder.href) throw new TypeError(`no package.json above ${from}`);
    folder = above;
  }
  return folder;
}
