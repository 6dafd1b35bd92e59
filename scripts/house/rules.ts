/** The folders of the house and what each may import from another, through that folder's door. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  base: [],
  deck: ["base"],
  grade: ["base", "deck"],
  recall: ["base", "deck"],
  interview: ["base", "deck", "grade", "recall"],
  import: ["base", "deck"],
  store: ["base", "deck"],
  lab: ["base", "deck", "store"],
  identity: ["base", "store"],
  rater: ["base", "deck", "grade"],
  practice: ["base", "deck", "grade", "recall", "interview", "import", "store", "lab", "identity", "rater"],
  api: ["base", "practice", "identity"],
  cli: ["base", "practice"],
  web: ["base", "deck", "grade", "recall", "interview", "clients"],
  clients: [],
};

/** Places inside a folder that may import more than the folder: the command loads the server only to serve. */
export const mayAlsoImport: readonly { from: string; folders: readonly string[] }[] = [
  { from: "src/cli/serve", folders: ["api"] },
];

/** Folders whose types everyone may import (`import type`), because they are the words the program is written in. */
export const typesForEveryone: readonly string[] = ["deck", "grade", "recall", "interview"];

/** Folders that know nothing of Node, the time or chance: what they need comes in as an argument. */
export const pureFolders: readonly string[] = ["base", "deck", "grade", "recall", "interview"];

/** What a pure folder may not name, and what to do about it. `Math.random` is looked for by itself. */
export const impureGlobals: Readonly<Record<string, string>> = {
  Buffer: "use Uint8Array and TextEncoder",
  Date: "take a Clock as an argument",
  Temporal: "take a Clock as an argument",
  clearInterval: "take a Clock as an argument",
  clearTimeout: "take a Clock as an argument",
  console: "return what is to be said",
  crypto: "take a Random as an argument",
  fetch: "take the data as an argument",
  global: "name what is needed and take it as an argument",
  globalThis: "name what is needed and take it as an argument",
  performance: "take a Clock as an argument",
  process: "take the value as an argument",
  require: "take the data as an argument",
  setImmediate: "take a Clock as an argument",
  setInterval: "take a Clock as an argument",
  setTimeout: "take a Clock as an argument",
};

/** Where running starts. A file of {@link reached} that nothing reaches from here is dead. */
export const entries: readonly RegExp[] = [
  /^src\/cli\/main\.ts$/,
  /^src\/import\/read-worker\.ts$/,
  /^web\/main\.tsx$/,
  /^clients\/typescript\/index\.ts$/,
  /^scripts\//,
  /^bench\//,
];

/** The folders in which a file that nothing reaches is dead. */
export const reached: readonly string[] = ["src", "web", "clients"];

/** A longer file says why in its opening comment, as in `// Long because it is one table.` */
export const longestFile = 350;

/** The folder of the house a file stands in; null for tests, scripts and the like, which the table leaves free. */
export function folderOf(path: string): string | null {
  const [top, below, deeper] = path.split("/");
  if (top === "web" || top === "clients") return top;
  return top === "src" && below !== undefined && deeper !== undefined ? below : null;
}

/** The one file of a folder that other folders may import. */
export function doorOf(folder: string): string {
  if (folder === "clients") return "clients/typescript/index.ts";
  return folder === "web" ? "web/index.ts" : `src/${folder}/index.ts`;
}

/** Tests, and the contracts that several of them run, may look inside the folders and use what Node has. */
export function isTest(path: string): boolean {
  return path.startsWith("test/") || /(\.test|-contract)\.tsx?$/.test(path);
}
