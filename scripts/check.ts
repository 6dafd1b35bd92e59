// `npm run check [-- NAME...]`: types, lint, dead code and the rules of the house, side by side; all of them, or those named.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const types = (project: string) => ["node_modules/typescript/bin/tsc", "-p", project];
const tools: Record<string, readonly string[]> = {
  types: types("."),
  // The page knows the DOM and nothing of Node, its tests in a browser know both.
  "page-types": types("web"),
  "page-test-types": types("test/web"),
  lint: [
    "node_modules/@biomejs/biome/bin/biome",
    "check",
    "--error-on-warnings",
    "--max-diagnostics=100",
    ".",
  ],
  "dead-code": ["node_modules/knip/bin/knip.js", "--no-progress"],
  house: ["scripts/check-house.ts"],
  answers: ["scripts/build-answer-map.ts", "--check"],
};

interface Result {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
}

function run(name: string, args: readonly string[]): Promise<Result> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ name, ok: code === 0, seconds: (performance.now() - started) / 1000, output: output.trim() }),
    );
  });
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(tools, name));
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(", ")} (there are ${Object.keys(tools).join(", ")})`);
  process.exit(2);
}
const chosen = Object.entries(tools).filter(([name]) => named.length === 0 || named.includes(name));
const results = await Promise.all(chosen.map(([name, args]) => run(name, args)));
for (const { name, ok, seconds, output } of results) {
  console.log(`${ok ? "ok    " : "FAILED"} ${name.padEnd(15)} ${seconds.toFixed(1)} s`);
  if (!ok) console.log(`${output}\n`);
}
if (results.some((result) => !result.ok)) process.exitCode = 1;
