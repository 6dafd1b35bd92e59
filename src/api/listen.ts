import type { Server as HttpServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { VivaError } from "../base/index.ts";

/** The addresses that only this machine reaches; the name stands for both. */
const LOOPBACK: Readonly<Record<string, readonly [string, ...string[]]>> = {
  localhost: ["127.0.0.1", "::1"],
  "127.0.0.1": ["127.0.0.1"],
  "::1": ["::1"],
};

/** Where a server is to listen. */
export interface Place {
  readonly host: string;
  /** 0 leaves the choice to the system. */
  readonly port: number;
}

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Takes no more connections; those there are stay. */
  close(): void;
}

/**
 * Makes an HTTP server listen on loopback. By the name `localhost` on both of its addresses: a browser may choose either,
 * and what another user of this machine put on the other one would be given the sign-in link.
 * @throws VivaError VIVA_ADDRESS_REFUSED, VIVA_PORT_TAKEN
 */
export async function listen(http: HttpServer, { host, port }: Place): Promise<Listening> {
  const addresses = Object.hasOwn(LOOPBACK, host) ? LOOPBACK[host] : undefined;
  if (addresses === undefined) throw addressRefused(host);
  const [first, ...others] = addresses;
  const servers: Server[] = [];
  const add = async (server: Server, place: Place) => {
    await bind(server, place);
    servers.push(server);
  };
  const close = () => {
    for (const server of servers) server.close();
  };
  try {
    await add(http, { host: first, port });
    const bound = portOf(http);
    for (const other of others) {
      // Node's own way to give a connection to an HTTP server that took it elsewhere.
      const door = createServer((socket) => http.emit("connection", socket));
      await add(door, { host: other, port: bound }).catch((error: NodeJS.ErrnoException) => {
        // A machine without IPv6 has no such address, for us or for anybody.
        if (error.code !== "EADDRNOTAVAIL" && error.code !== "EAFNOSUPPORT") throw error;
      });
    }
    return { port: bound, close };
  } catch (error) {
    close();
    throw saidBetter(error, { host, port });
  }
}

function bind(server: Server, { host, port }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  // A server on TCP has an address of that kind.
  return (server.address() as AddressInfo).port;
}

function addressRefused(host: string): VivaError {
  return new VivaError(
    "VIVA_ADDRESS_REFUSED",
    `${JSON.stringify(host)} can be reached from other machines, and there are no accounts yet that would keep others out: choose ${Object.keys(LOOPBACK).join(", ")}, or reach this machine by a tunnel, as in ssh -L 4280:localhost:4280`,
  );
}

function saidBetter(error: unknown, { host, port }: Place): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new VivaError("VIVA_PORT_TAKEN", `something listens on port ${port} already`, { cause: error });
  }
  if (code === "EACCES") {
    return new VivaError("VIVA_PORT_TAKEN", `port ${port} is kept for the system`, { cause: error });
  }
  if (code === "EADDRNOTAVAIL") {
    return new VivaError("VIVA_ADDRESS_REFUSED", `this machine has no address ${host}`, { cause: error });
  }
  return error;
}
