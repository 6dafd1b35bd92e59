import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Command } from "./measure.ts";

/** Before these many requests the compiler is still at work. */
const WARM_UP = 1000;
const MEASURED = 500;

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends a request over one kept connection. */
export type Send = (
  url: string,
  init?: { method?: string; headers?: OutgoingHttpHeaders; body?: string },
) => Promise<Answer>;

/** What is measured: its address and headers, made from the first line that the server prints. */
export type Target = (line: string, send: Send) => Promise<{ url: string; headers: OutgoingHttpHeaders }>;

/**
 * Starts a server, asks it for one thing again and again, and gives the processor time that its process spent on a
 * request (in milliseconds, all threads; NaN where there is no /proc), and the last answer.
 */
export async function requestCost(
  { node, args, env }: Command,
  target: Target,
): Promise<{ ms: number; answer: Answer }> {
  const child = spawn(node, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const closed = once(child, "close");
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send: Send = async (url, { method = "GET", headers = {}, body } = {}) => {
    const sent = request(url, { agent, method, headers });
    const answered = once(sent, "response");
    sent.end(body);
    const [response] = await answered;
    return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
  };
  try {
    const line = await Promise.race([once(child.stdout, "data"), closed.then(() => null)]);
    if (line === null) throw new Error(`${args.join(" ")} ended without a word. ${complaint}`);
    const { url, headers } = await target(String(line[0]), send);
    const ask = () => send(url, { headers });
    for (let i = 0; i < WARM_UP; i++) await ask();
    const before = cpuOf(child.pid);
    for (let i = 0; i < MEASURED; i++) await ask();
    const ms = (cpuOf(child.pid) - before) / MEASURED;
    const answer = await ask();
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${answer.body}`);
    return { ms, answer };
  } finally {
    agent.destroy();
    child.kill();
    await closed;
  }
}

/** Milliseconds of all threads: fields 14 and 15 of /proc/PID/stat (proc(5)), in hundredths of a second. */
function cpuOf(pid: number | undefined): number {
  if (process.platform !== "linux" || pid === undefined) return Number.NaN;
  // The second field is the name in brackets, which may hold anything.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
