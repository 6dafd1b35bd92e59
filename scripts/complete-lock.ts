// `npm run lock`, after every `npm install`: makes package-lock.json serve every platform, and that of tools/openapi.
//
// A registry that lacks some platform's build of an optional package makes npm leave its entry out, and `npm ci` then
// refuses the lock that `npm install` wrote. The missing entries follow from what their parents ask for. An integrity
// hash cannot be derived: `npm run lock -- --hashes` asks the registry in use for those that are missing.
// What only points somewhere else (funding links) is left out.
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { platformOf } from "./house/platform-of.ts";

interface Entry {
  version?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  funding?: unknown;
  optionalDependencies?: Record<string, string>;
}

async function complete(file: URL): Promise<void> {
  const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync(file, "utf8"));
  let added = 0;
  for (const [path, entry] of Object.entries(lock.packages)) {
    delete entry.funding;
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const hoisted = `node_modules/${name}`;
      const platform = platformOf(name);
      if (lock.packages[hoisted] || lock.packages[`${path}/${hoisted}`] || platform === null) continue;
      if (!/^\d/.test(version))
        throw new Error(`${name} is asked for as ${version}: only exact versions can be added`);
      lock.packages[hoisted] = { version, ...platform, ...(entry.dev && { dev: true }), optional: true };
      added++;
    }
  }
  const bare = Object.entries(lock.packages).filter(
    ([path, entry]) => path !== "" && entry.integrity === undefined,
  );
  const found = process.argv.includes("--hashes") ? await addHashes(bare) : 0;
  // The order npm keeps, so that its next change to the file is a small one.
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
  );
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(
    `${added} platform packages added, ${found} hashes found, ${bare.length - found} without a hash`,
  );
}

async function addHashes(bare: readonly (readonly [path: string, entry: Entry])[]): Promise<number> {
  let found = 0;
  for (const [path, entry] of bare) {
    const name = `${path.replace(/^.*node_modules\//, "")}@${entry.version}`;
    const answer = await promisify(execFile)("npm", ["view", name, "dist.integrity"]).catch(() => null);
    if (!answer?.stdout.startsWith("sha")) continue;
    entry.integrity = answer.stdout.trim();
    found++;
  }
  return found;
}

for (const file of ["../package-lock.json", "../tools/openapi/package-lock.json"]) {
  await complete(new URL(file, import.meta.url));
}
