import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { environment } from "../viva.ts";

/** A running `viva serve`. */
export interface Server {
  /** As in `http://localhost:41234`. */
  readonly origin: string;
  /** Signs in, once. */
  readonly link: string;
  readonly port: number;
  /** Asks it to end, as Ctrl-C would, and gives its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

/** Starts a server and waits for the link that it prints. Port 0 is any that is free. */
export async function startServer({
  viva,
  home,
  port = 0,
  env = {},
}: {
  viva: string;
  home: string;
  port?: number;
  env?: NodeJS.ProcessEnv;
}): Promise<Server> {
  const child = spawn(process.execPath, [viva, "serve", "--port", String(port)], {
    env: { ...environment(home), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const link = await linkOf(child);
  const { origin, port: bound } = new URL(link);
  const ended = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      const closed = once(child, "close");
      child.kill(signal);
      await closed;
    }
    return child.exitCode;
  };
  return {
    origin,
    link,
    port: Number(bound),
    stop: () => ended("SIGTERM"),
    async kill() {
      await ended("SIGKILL");
    },
  };
}

function linkOf(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said += chunk;
      const link = said.match(/http:\/\/\S+#link=[\w-]+(?=\s)/)?.[0];
      if (link !== undefined) resolve(link);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.on("error", reject);
    child.on("close", () => reject(new Error(`the server ended before it printed a link: ${said}`)));
  });
}
