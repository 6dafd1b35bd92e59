import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { impureGlobals } from "./rules.ts";

/** One import, re-export or `import()` as it is written. */
export interface Import {
  readonly line: number;
  /** As written; null for an `import()` of something that is not a plain string. */
  readonly specifier: string | null;
  /** Path from the top of the repository; null for packages and what Node brings. */
  readonly to: string | null;
  /** It begins with `import type` or `export type`, so that nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

/** What the rules need to know of a file. */
export interface SourceFile {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  /** The comment the file opens with, "" when there is none. */
  readonly opening: string;
  readonly imports: readonly Import[];
  /** Every use of a name in `impureGlobals`, and of `Math` other than as `Math.something` (or as `Math.random`). */
  readonly impure: readonly { line: number; name: string }[];
  /** The first thing that the parser could not read. */
  readonly damage: string | null;
}

const TOPS = ["src", "web", "clients/typescript", "bin", "scripts", "bench", "test"];
const NOT_OURS = new Set(["node_modules", "dist", "documents"]);

/** Paths of all files the rules read. A file of another kind among the sources is caught by {@link listByGit}. */
export function listFiles(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !NOT_OURS.has(entry.name)) walk(path);
      else if (/\.tsx?$/.test(path) || /^bin\/.*\.mjs$/.test(path)) found.push(path);
    }
  };
  for (const top of TOPS) if (existsSync(join(root, top))) walk(top);
  return found.sort();
}

/** Paths of all program files that git knows or would add; null where there is no repository or no git to ask. */
export function listByGit(root: string): string[] | null {
  const ask = (...which: string[]) => {
    const args = ["ls-files", "-z", ...which, "--exclude-standard", "--", ...TOPS];
    return execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).split("\0");
  };
  if (!existsSync(join(root, ".git"))) return null;
  try {
    const deleted = new Set(ask("--deleted"));
    return ask("--cached", "--others").filter(
      (path) =>
        /\.[cm]?[jt]sx?$/.test(path) &&
        !deleted.has(path) &&
        !path.split("/").some((part) => NOT_OURS.has(part)),
    );
  } catch {
    return null;
  }
}

/** Reads one file of the repository. */
export function readSource(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const parsed = parseSync(path, text);
  const starts = [0, ...text.matchAll(/\n/g).map((match) => match.index + 1)];
  const lineAt = (offset: number) => starts.findLastIndex((start) => start <= offset) + 1;
  const imports: Import[] = [];
  const note = (start: number, specifier: string | null, typeOnly: boolean) =>
    imports.push({
      line: lineAt(start),
      specifier,
      to: specifier?.startsWith(".") ? posix.join(posix.dirname(path), specifier) : null,
      typeOnly,
    });
  const saysType = (start: number) => /^(?:import|export)\s+type\b/.test(text.slice(start, start + 40));

  for (const { start, moduleRequest } of parsed.module.staticImports) {
    note(start, moduleRequest.value, saysType(start));
  }
  for (const { start, entries } of parsed.module.staticExports) {
    const from = entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
    if (from) note(start, from.value, saysType(start));
  }
  for (const { start, moduleRequest } of parsed.module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    note(start, /^(["'])[^"'\\]*\1$/.test(written) ? written.slice(1, -1) : null, false);
  }

  const names = namesIn(parsed.program);
  for (const { start, specifier } of names.typeImports) note(start, specifier, true);
  return {
    path,
    lines: starts.length - (text.endsWith("\n") ? 1 : 0),
    opening: text.match(/^(?:#!.*\n)?\s*(\/\*[\s\S]*?\*\/|(?:\/\/.*\n?)+)/)?.[1] ?? "",
    imports,
    impure: [...names.impure].map(([start, name]) => ({ line: lineAt(start), name })),
    damage: parsed.errors[0]?.message ?? null,
  };
}

function namesIn(program: Parameters<Visitor["visit"]>[0]) {
  /** By where it starts: the key and the value of `{ process }` are one place. */
  const impure = new Map<number, string>();
  const typeImports: { start: number; specifier: string }[] = [];
  /** Starts of identifiers that are only a property's name, or the `Math` of a harmless `Math.max`. */
  const harmless = new Set<number>();
  const keep = (key: { start: number }, computed: boolean) => {
    if (!computed) harmless.add(key.start);
  };
  new Visitor({
    MemberExpression(node) {
      if (node.computed || node.property.type !== "Identifier") return;
      keep(node.property, false);
      const isMath = node.object.type === "Identifier" && node.object.name === "Math";
      if (isMath && node.property.name !== "random") harmless.add(node.object.start);
    },
    Property: (node) => keep(node.key, node.computed || node.shorthand),
    PropertyDefinition: (node) => keep(node.key, node.computed),
    MethodDefinition: (node) => keep(node.key, node.computed),
    TSPropertySignature: (node) => keep(node.key, node.computed),
    TSMethodSignature: (node) => keep(node.key, node.computed),
    TSImportType(node) {
      typeImports.push({ start: node.start, specifier: node.source.value });
    },
    Identifier(node) {
      if (harmless.has(node.start)) return;
      if (node.name === "Math") impure.set(node.start, "Math.random");
      else if (Object.hasOwn(impureGlobals, node.name)) impure.set(node.start, node.name);
    },
  }).visit(program);
  return { impure, typeImports };
}
