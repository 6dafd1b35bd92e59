import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { environment, MAIN, temporaryFolder, viva } from "./viva.ts";

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Starts `viva serve` and waits for its link. */
async function serve(...args: string[]) {
  const home = await temporaryFolder();
  const child = spawn(process.execPath, [MAIN, "serve", "--port", "0", ...args], { env: environment(home) });
  running.push(child);
  const said = { out: "", err: "" };
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  const ended = once(child, "close").then(([code]) => code);
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said.out += text;
      if (said.out.includes("stops.\n")) resolve();
    });
    ended.then(() => reject(new Error(said.err)), reject);
  });
  const link = new URL(/http:\S+/.exec(said.out)?.[0] ?? "");
  return { home, child, said, ended, link, token: link.hash.replace("#link=", "") };
}

async function openSession({ link, token }: { link: URL; token: string }) {
  const answer = await fetch(new URL("/v1/sessions", link), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ link: token }),
  });
  return { status: answer.status, cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" };
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  test(`serve: it says where it is and how to get in again, and ${signal} ends it well within two seconds`, async () => {
    const { child, said, ended, link, token, home } = await serve();
    assert.match(
      said.out,
      /^Vivarium is at http:\/\/localhost:\d+\/#link=[\w-]{43}\nThe link signs you in once; viva link --port \d+ prints another\. Ctrl-C stops\.\n$/,
    );
    const { status, cookie } = await openSession({ link, token });
    assert.equal(status, 201);
    assert.equal((await openSession({ link, token })).status, 401);
    const decks = await fetch(new URL("/v1/decks", link), { headers: { cookie } });
    assert.equal(decks.status, 200);

    const another = await viva(["link", "--port", link.port], { home });
    assert.equal(another.code, 0, another.err);
    const next = new URL(another.out.trim());
    assert.equal((await openSession({ link: next, token: next.hash.slice(6) })).status, 201);

    // An open connection, and one with a request that will not end, do not hold it up.
    const idle = connect(Number(link.port), "127.0.0.1");
    const slow = connect(Number(link.port), "127.0.0.1");
    slow.write(`POST /v1/sessions HTTP/1.1\r\nHost: ${link.host}\r\nContent-Length: 10\r\n\r\n{`);
    for (const socket of [idle, slow]) socket.on("error", () => {});
    await once(slow, "connect");
    const started = performance.now();
    child.kill(signal);
    assert.equal(await ended, 0);
    assert.ok(performance.now() - started < 3000);
    assert.equal(said.err, "Vivarium has stopped.\n");
    await assert.rejects(fetch(new URL("/livez", link)));
  });
}

test("serve: --verbose says every request, and no secret", async () => {
  const server = await serve("--verbose");
  const { cookie } = await openSession(server);
  await fetch(new URL("/v1/decks/docker/questions?q=private", server.link), { headers: { cookie } });
  server.child.kill("SIGTERM");
  assert.equal(await server.ended, 0);
  assert.match(
    server.said.err,
    /POST \/v1\/sessions 201 \d+ ms\n.*GET \/v1\/decks\/docker\/questions 200 \d+ ms\n/,
  );
  for (const secret of [server.token, cookie.split("=")[1] ?? "?", "private"]) {
    assert.ok(!server.said.err.includes(secret));
  }
});

test("serve: a port that Vivarium has already is told so, and how to get in", async () => {
  const { link } = await serve();
  const second = await viva(["serve", "--port", link.port]);
  assert.deepEqual([second.code, second.out], [1, ""]);
  assert.match(
    second.err,
    /^viva: Vivarium runs on port \d+ already: viva link --port \d+ prints a link to it\n$/,
  );
});

test("serve: a port that something else has is told so, and how to choose another", async () => {
  const other = createServer((socket) => socket.end("HTTP/1.1 200 OK\r\n\r\nhello")).listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  assert.ok(typeof address === "object" && address !== null);
  const { code, err } = await viva(["serve", "--port", String(address.port)]);
  other.close();
  assert.equal(code, 1);
  assert.match(
    err,
    /^viva: something listens on port \d+ already: choose another, as in viva serve --port 4280 or VIVA_PORT=4280\n$/,
  );
});

test("serve: an address that other machines reach is refused, saying why", async () => {
  const { code, out, err } = await viva(["serve", "--port", "0", "--host", "0.0.0.0"]);
  assert.deepEqual([code, out], [2, ""]);
  assert.match(err, /^viva: "0\.0\.0\.0" can be reached from other machines.*no accounts.*\n$/);
});

test("serve: a port that is none is refused", async () => {
  const { code, err } = await viva(["serve"], { env: { VIVA_PORT: "http" } });
  assert.equal(code, 2);
  assert.match(err, /Wanted a whole number from 0 to 65535/);
});

test("serve: what is kept and cannot be opened is told at once", async () => {
  const home = await temporaryFolder();
  await writeFile(join(home, "vivarium.db"), "this is no database, however long it may be ".repeat(50));
  const { code, out, err } = await viva(["serve", "--port", "0"], { home });
  assert.deepEqual([code, out], [1, ""]);
  assert.match(err, /^viva: .*vivarium\.db/);
});
