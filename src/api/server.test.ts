import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { afterEach, test } from "node:test";
import { memoryPlace } from "../../test/api.ts";
import { type Server, type ServerParts, startServer } from "./server.ts";

const running: Server[] = [];
afterEach(() => Promise.all(running.splice(0).map((server) => server.stop())));

async function start(parts: Partial<ServerParts> = {}) {
  const { workplace } = await memoryPlace();
  const server = await startServer({
    workplace,
    page: null,
    host: "localhost",
    port: 0,
    log: () => {},
    ...parts,
  });
  const stopped = { ...server, stop: onlyOnce(() => server.stop()) };
  running.push(stopped);
  return { ...stopped, workplace };
}

function onlyOnce(stop: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | null = null;
  return () => {
    stopping ??= stop();
    return stopping;
  };
}

/** Sends text over a connection of its own, and gives all that comes back until the other side hangs up. */
async function exchange(port: number, text: string, host = "127.0.0.1"): Promise<string> {
  const socket = connect(port, host);
  socket.write(text);
  return heard(socket);
}

async function heard(socket: Socket): Promise<string> {
  let said = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  socket.on("error", () => {});
  await once(socket, "close");
  return said;
}

test("server: it answers on both addresses of this machine, and on no other", async () => {
  const { port } = await start();
  for (const [address, name] of [
    ["127.0.0.1", "127.0.0.1"],
    ["::1", "[::1]"],
  ] as const) {
    const said = await exchange(
      port,
      `GET /livez HTTP/1.1\r\nHost: ${name}:${port}\r\nConnection: close\r\n\r\n`,
      address,
    );
    assert.match(said, /^HTTP\/1\.1 200 /, address);
  }
});

for (const host of ["0.0.0.0", "::", "192.168.1.7", "example.org", "", "__proto__"]) {
  test(`server: the address ${JSON.stringify(host)} is refused, saying why`, async () => {
    await assert.rejects(start({ host }), {
      code: "VIVA_ADDRESS_REFUSED",
      message: /other machines.*localhost/,
    });
  });
}

for (const taken of ["127.0.0.1", "::1"]) {
  test(`server: a port that is taken on ${taken} is refused, and the other address is let go`, async () => {
    const other = createServer().listen({ host: taken, port: 0 });
    await once(other, "listening");
    const address = other.address();
    assert.ok(typeof address === "object" && address !== null);
    try {
      await assert.rejects(start({ port: address.port }), { code: "VIVA_PORT_TAKEN" });
    } finally {
      other.close();
    }
    const { port } = await start({ port: address.port });
    assert.equal(port, address.port);
  });
}

for (const [what, text, status] of [
  ["what is no HTTP", "hello\r\n\r\n", 400],
  ["a request without a host", "GET /livez HTTP/1.1\r\n\r\n", 400],
  [
    "two lengths",
    "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    400,
  ],
  [
    "a length beside chunks",
    "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    400,
  ],
  ["headers without end", `GET / HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(20_000)}\r\n\r\n`, 431],
] as const) {
  test(`server: ${what} is answered with a problem and hung up on`, async () => {
    const { port } = await start();
    const said = await exchange(port, text);
    assert.match(said, new RegExp(`^HTTP/1\\.1 ${status} [A-Z]`));
    if (!said.includes("application/problem+json")) return assert.match(said, /^HTTP\/1\.1 400 Bad Request/);
    const body = said.slice(said.indexOf("\r\n\r\n") + 4);
    assert.deepEqual([JSON.parse(body).status, JSON.parse(body).code], [status, "VIVA_BAD_REQUEST"]);
  });
}

test("server: an address with the name of another server in it is not served", async () => {
  const { port } = await start();
  const absolute = `GET http://evil.example/livez HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`;
  assert.match(await exchange(port, absolute), /^HTTP\/1\.1 421 /);
  const foreign = `GET /livez HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`;
  assert.match(await exchange(port, foreign), /^HTTP\/1\.1 421 /);
});

const SHORT = { request: 1200, headers: 600, idle: 300 };

for (const [what, first] of [
  ["headers", "GET /livez HTTP/1.1\r\nHost: localhost\r\n"],
  [
    "a body",
    "POST /v1/sessions HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{",
  ],
] as const) {
  test(`server: who sends ${what} a byte at a time is hung up on`, async () => {
    const { port } = await start({ patience: SHORT });
    const socket = connect(port, "127.0.0.1");
    socket.write(first.replace("PORT", String(port)));
    const dripping = setInterval(() => socket.write("a"), 100);
    const started = performance.now();
    const said = await heard(socket);
    clearInterval(dripping);
    assert.ok(performance.now() - started < 10_000);
    assert.match(said, /^HTTP\/1\.1 408 /);
    assert.equal((await fetch(`http://127.0.0.1:${port}/livez`)).status, 200);
  });
}

test("server: a hundred slow clients do not keep another from being served", async () => {
  const { port } = await start({ patience: SHORT });
  const slow = Array.from({ length: 100 }, () => {
    const socket = connect(port, "127.0.0.1");
    socket.write("GET / HTTP/1.1\r\nHost: ");
    return heard(socket);
  });
  assert.equal((await fetch(`http://127.0.0.1:${port}/livez`)).status, 200);
  await Promise.all(slow);
});

test("server: stopping, it lets a request end that has begun, refuses others, and closes what is kept", async () => {
  const { port, stop, workplace } = await start();
  let release = () => {};
  const waiting = new Promise<void>((resolve) => {
    release = resolve;
  });
  const list = workplace.decks.list.bind(workplace.decks);
  const asked = new Promise<void>((resolve) => {
    workplace.decks.list = async () => {
      resolve();
      await waiting;
      return list();
    };
  });
  // One connection: a request that has begun, and another one behind it.
  const socket = connect(port, "127.0.0.1");
  const all = heard(socket);
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`;
  socket.write(get("/readyz"));
  await asked;
  const stopped = stop();
  await assert.rejects(fetch(`http://127.0.0.1:${port}/livez`));
  socket.write(get("/readyz"));
  release();
  const said = await all;
  assert.match(said, /^HTTP\/1\.1 200 OK/);
  if (said.includes("HTTP/1.1", 10)) assert.match(said, /HTTP\/1\.1 503 [\s\S]*VIVA_STOPPING/);
  await stopped;
});

test("server: a request that never ends is not waited for", async () => {
  const { port, stop, workplace } = await start();
  workplace.decks.list = () => new Promise(() => {});
  const hanging = fetch(`http://localhost:${port}/readyz`).then(
    () => "answered",
    () => "hung up",
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  const started = performance.now();
  await stop();
  assert.ok(performance.now() - started < 4000);
  assert.equal(await hanging, "hung up");
});
