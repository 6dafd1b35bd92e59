import type { Workplace } from "../practice/index.ts";
import type { Log } from "./answer-problem.ts";
import { buildApp, type Patience } from "./app.ts";
import { loopbackHosts } from "./guard.ts";
import { listen, type Place } from "./listen.ts";

/** Milliseconds. Whoever stops a server waits no longer for requests that do not end. */
const GRACE = 1500;

const after = (ms: number, act: () => void): Promise<void> =>
  new Promise((resolve) => {
    // Nobody waits for it when all has ended before.
    setTimeout(() => {
      act();
      resolve();
    }, ms).unref();
  });

/** A server that runs. */
export interface Server {
  readonly port: number;
  /** Takes no more requests, lets those end that have begun (for a moment), and closes what is kept. */
  stop(): Promise<void>;
}

/** What a server is made of. */
export interface ServerParts extends Place {
  readonly workplace: Workplace;
  /** The folder of the built page; null when there is none. */
  readonly page: URL | null;
  readonly log: Log;
  readonly logRequests?: boolean;
  readonly patience?: Patience;
}

/**
 * Starts the server of one workplace, for this machine alone.
 * @throws VivaError VIVA_ADDRESS_REFUSED, VIVA_PORT_TAKEN
 */
export async function startServer({ workplace, host, port, ...parts }: ServerParts): Promise<Server> {
  let isStopping = false;
  let hosts: ReadonlySet<string> = new Set();
  const app = await buildApp({
    ...parts,
    worldOf: () => ({ workplace }),
    hosts: () => hosts,
    isStopping: () => isStopping,
  });
  const listening = await listen(app.server, { host, port });
  hosts = loopbackHosts(listening.port);
  return {
    port: listening.port,
    async stop() {
      isStopping = true;
      const ended = new Promise<void>((resolve) => {
        app.server.once("close", resolve);
      });
      listening.close();
      app.server.closeIdleConnections();
      await Promise.race([ended, after(GRACE, () => app.server.closeAllConnections())]);
      await app.close();
      await workplace.close();
    },
  };
}
