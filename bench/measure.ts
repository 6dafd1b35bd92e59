import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { memoryOfTree } from "./memory.ts";

/** A program to start: the Node it runs on, what follows, and the environment it sees. */
export interface Command {
  readonly node: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What one start cost. */
export interface Start {
  /** From spawn to the first byte on its standard output. */
  readonly ms: number;
  readonly megabytes: number;
}

/** Starts the program, waits for the first byte it writes, after a while looks at its memory, and ends it. */
export async function measureStart({ node, args, env }: Command, settleMs: number): Promise<Start> {
  const began = performance.now();
  const child = spawn(node, args, { env, stdio: ["pipe", "pipe", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const closed = once(child, "close");
  const wrote = await Promise.race([once(child.stdout, "data").then(() => true), closed.then(() => false)]);
  const ms = performance.now() - began;
  if (!wrote || child.pid === undefined)
    throw new Error(`${args.join(" ")} ended without a word. ${complaint}`);
  await delay(settleMs);
  const megabytes = memoryOfTree(child.pid);
  child.kill();
  await closed;
  return { ms, megabytes };
}

/** Runs a program that prints its figures as one JSON object, and gives them. */
export function measureInside({ node, args, env }: Command): Record<string, number> {
  return JSON.parse(execFileSync(node, args, { env, encoding: "utf8" }));
}
