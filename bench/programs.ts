import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { type Command, measureInside, measureStart, type Start } from "./measure.ts";
import { quantile } from "./quantile.ts";

/** Of so many processes every figure is the median. */
export const ROUNDS = 15;
export const root = fileURLToPath(new URL("..", import.meta.url));
/** Holds what a run makes; gone when it ends. */
export const folder = mkdtempSync(join(tmpdir(), "viva-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const env = { HOME: folder, PATH: process.env.PATH ?? "", NO_COLOR: "1" };
/** A program on this Node (or another), in a home of the run's own. */
export const on = (node: string, ...args: string[]): Command => ({ node, args, env });

/** Writes a small program to compare with, and gives its path. */
export function program(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/**
 * Starts each of the commands in turn, round after round, so that a busy moment of the machine falls on all of them. A
 * first round is thrown away, so that the files are in memory.
 */
export async function starts(
  commands: readonly Command[],
  settleMs = 0,
): Promise<(at: number, key: keyof Start) => number> {
  const seen: Start[][] = commands.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [at, command] of commands.entries()) {
      const start = await measureStart(command, settleMs);
      if (round > 0) seen[at]?.push(start);
    }
  }
  return (at, key) => median((seen[at] ?? []).map((start) => start[key]));
}

/** Bundles a program of this folder as dist/ is bundled, and gives the command that runs it. */
export async function bundled(name: string, ...args: string[]): Promise<Command> {
  const bundle = await rolldown({ input: join(root, `bench/${name}.ts`), platform: "node" });
  const { output } = await bundle.write({
    dir: join(folder, name),
    entryFileNames: "[name].mjs",
    chunkFileNames: "[name].mjs",
  });
  await bundle.close();
  return on(process.execPath, join(folder, name, output[0].fileName), ...args);
}

/** Runs a program that measures itself in process after process. */
export async function inside(name: string, ...args: string[]): Promise<(key: string) => number> {
  const command = await bundled(name, ...args);
  measureInside(command);
  const runs = Array.from({ length: ROUNDS }, () => measureInside(command));
  return (key) => median(runs.map((run) => run[key] ?? Number.NaN));
}

export const median = (figures: readonly number[]) => quantile(figures, 0.5);
