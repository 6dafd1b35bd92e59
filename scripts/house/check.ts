import { isBuiltin } from "node:module";
import { findCycles, type Graph, reachable } from "./cycles.ts";
import { type Import, listByGit, listFiles, readSource, type SourceFile } from "./read.ts";
import * as rules from "./rules.ts";

/** One broken rule of the house. */
interface Violation {
  readonly file: string;
  /** From 1; 0 when the file as a whole is meant. */
  readonly line: number;
  readonly rule: "imports" | "door" | "cycle" | "pure" | "reached" | "length" | "read";
  readonly text: string;
}

/** What the check found, and how much it looked at. */
interface HouseReport {
  readonly files: number;
  readonly imports: number;
  readonly askedGit: boolean;
  readonly violations: readonly Violation[];
}

/** Holds the repository in this folder against the rules of the house (see `rules.ts`). */
export function checkHouse(root: string): HouseReport {
  const files = listFiles(root).map((path) => readSource(root, path));
  const known = listByGit(root);
  const graph: Graph = new Map(
    files.map((file) => [file.path, file.imports.flatMap((each) => (each.to === null ? [] : [each.to]))]),
  );
  const free = (file: SourceFile) => rules.isTest(file.path);
  const violations = [
    ...allRead(files, known),
    ...files.filter((file) => !free(file)).flatMap((file) => importsOf(file)),
    ...files.filter((file) => !free(file)).flatMap(purity),
    ...cycles(graph),
    ...dead(files, graph),
    ...files.flatMap(length),
  ];
  return {
    files: files.length,
    imports: files.reduce((sum, file) => sum + file.imports.length, 0),
    askedGit: known !== null,
    violations: violations.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
  };
}

/** A check that reads nothing says that all is well: so it counts what it read against what git knows. */
function allRead(files: readonly SourceFile[], known: readonly string[] | null): Violation[] {
  const read = new Set(files.map((file) => file.path));
  const broken = (file: string, text: string): Violation => ({ file, line: 0, rule: "read", text });
  return [
    ...(files.some((file) => file.path.startsWith("src/")) ? [] : [broken("src", "no file was read")]),
    ...(known ?? [])
      .filter((path) => !read.has(path))
      .map((path) => broken(path, "git knows it, the check did not read it")),
    ...files.flatMap((file) =>
      file.damage === null ? [] : [broken(file.path, `cannot be parsed: ${file.damage}`)],
    ),
  ];
}

function importsOf(file: SourceFile): Violation[] {
  const folder = rules.folderOf(file.path);
  const broken = (line: number, rule: Violation["rule"], text: string): Violation[] => [
    { file: file.path, line, rule, text },
  ];
  if (folder === null)
    return file.path.startsWith("src/") ? broken(0, "imports", "a file of src/ stands in a folder") : [];
  if (!Object.hasOwn(rules.mayImport, folder))
    return broken(0, "imports", `${folder} has no row in the import table`);
  return file.imports.flatMap((each) => {
    if (each.specifier === null)
      return broken(each.line, "imports", "import() of something that is not a plain string");
    if (each.to === null || each.to === "package.json") return [];
    const to = rules.folderOf(each.to);
    if (to === folder) return [];
    if (to === null) return broken(each.line, "imports", `${each.specifier} is outside the house`);
    if (!allowed(file.path, folder, to, each))
      return broken(each.line, "imports", `${folder} may not import ${to}`);
    if (each.to === rules.doorOf(to)) return [];
    return broken(each.line, "door", `${each.specifier} goes past the door ${rules.doorOf(to)}`);
  });
}

function allowed(path: string, folder: string, to: string, each: Import): boolean {
  if (rules.mayImport[folder]?.includes(to)) return true;
  if (each.typeOnly && rules.typesForEveryone.includes(to)) return true;
  return rules.mayAlsoImport.some(
    (more) => (path === `${more.from}.ts` || path.startsWith(`${more.from}/`)) && more.folders.includes(to),
  );
}

function purity(file: SourceFile): Violation[] {
  const folder = rules.folderOf(file.path);
  if (folder === null || !rules.pureFolders.includes(folder)) return [];
  const broken = (line: number, text: string): Violation => ({ file: file.path, line, rule: "pure", text });
  return [
    ...file.imports
      .filter((each) => each.specifier !== null && isBuiltin(each.specifier))
      .map((each) => broken(each.line, `${folder} may import nothing of Node, here ${each.specifier}`)),
    ...file.impure.map(({ line, name }) =>
      broken(
        line,
        `${folder} may not use ${name}: ${rules.impureGlobals[name] ?? "take a Random as an argument"}`,
      ),
    ),
  ];
}

function cycles(graph: Graph): Violation[] {
  return findCycles(graph).map((ring) => ({
    file: ring[0] ?? "",
    line: 0,
    rule: "cycle",
    text: `import cycle: ${ring.join(" → ")}`,
  }));
}

function dead(files: readonly SourceFile[], graph: Graph): Violation[] {
  const starts = files
    .map((file) => file.path)
    .filter((path) => rules.entries.some((entry) => entry.test(path)));
  const reached = reachable(graph, starts);
  return files
    .map((file) => file.path)
    .filter(
      (path) => rules.reached.includes(path.split("/")[0] ?? "") && !rules.isTest(path) && !reached.has(path),
    )
    .map((file) => ({ file, line: 0, rule: "reached", text: "nothing that runs imports it" }));
}

function length(file: SourceFile): Violation[] {
  if (file.lines <= rules.longestFile || /\blong because\b/i.test(file.opening)) return [];
  const text = `${file.lines} lines, more than ${rules.longestFile}: split it, or open it with a comment "Long because ..."`;
  return [{ file: file.path, line: 0, rule: "length", text }];
}
