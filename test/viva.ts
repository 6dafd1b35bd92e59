import { spawn } from "node:child_process";
import { cpSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

export const MAIN = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const made: string[] = [];
after(() =>
  Promise.all(
    made.map((path) => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })),
  ),
);

/** A folder of the test's own, gone when the file's tests are over. */
export async function temporaryFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "viva-test-"));
  made.push(path);
  return path;
}

const CONTAINERS = fileURLToPath(new URL("./fixtures/containers", import.meta.url));

/** Puts the deck `containers` into a home: two questions, what a container shares with its host comes first. */
export function keepContainers(home: string): void {
  cpSync(CONTAINERS, join(home, "decks", "containers"), { recursive: true });
}

/** The environment without any VIVA_ variable of the machine, with a home of the test's own. */
export function environment(home: string): NodeJS.ProcessEnv {
  const rest = Object.entries(process.env).filter(([name]) => !/^(VIVA_|FORCE_COLOR|NODE_)/.test(name));
  return { ...Object.fromEntries(rest), VIVA_HOME: home };
}

/** Runs the command from its sources and waits for its end. */
export async function viva(
  args: readonly string[],
  {
    input = "",
    home,
    env = {},
    cwd,
  }: { input?: string; home?: string; env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Promise<Ran> {
  const folder = home ?? (await temporaryFolder());
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...environment(folder), ...env }, cwd });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  // The command may end before it has read everything.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { code, out, err };
}
