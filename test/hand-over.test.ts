import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findNode, reachesFloor } from "../bin/node24.mjs";
import { noOldNode, oldNode } from "./old-node.ts";
import { needs } from "./require.ts";

const node24 = fileURLToPath(new URL("../bin/node24.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "viva-hand-over-"));
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));

/** A program for the Node that is handed over to. */
function program(name: string, code: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, code);
  return path;
}

const forced = `import { handOver } from ${JSON.stringify(node24)}; handOver(process.execPath, process.argv.slice(2));`;
const callers = [
  {
    who: "an older Node",
    command: [oldNode ?? "node", node24],
    skip: noOldNode,
  },
  { who: "this Node, made to", command: [process.execPath, program("forced", forced)], skip: false as const },
];

for (const [version, reaches] of [
  ["20.20.2", false],
  ["23.11.0", false],
  ["24.0.0", false],
  ["24.10.9", false],
  ["24.11.0", true],
  ["24.21.0", true],
  ["25.0.0", true],
  ["26.10.0", true],
] as const) {
  test(`Node ${version} ${reaches ? "is new enough" : "is handed over"}`, () => {
    assert.equal(reachesFloor(version), reaches);
  });
}

test("a missing platform package is told in one sentence that says what to do", () => {
  const absent = process.platform === "darwin" ? "win32-x64" : "darwin-arm64";
  assert.throws(
    () => findNode("20.20.2", absent),
    /^Error: Vivarium needs Node 24\.11 .*--omit=optional.*Install Node 24/,
  );
  assert.throws(() => findNode("20.20.2", "sunos-x64"), /^Error: .*no Node is packaged for sunos-x64/);
});

test("without the platform package the command prints that sentence, no stack, and fails", {
  skip: callers[0]?.skip ?? false,
}, () => {
  const copy = join(folder, "node24.mjs");
  copyFileSync(node24, copy);
  const ran = spawnSync(oldNode ?? "node", [copy, "-p", "1"], { encoding: "utf8" });
  assert.equal(ran.status, 1);
  assert.match(ran.stderr, /^Vivarium needs Node 24\.11 or newer; this is [^\n]*is not installed[^\n]*\n$/);
});

test("the hand-over works through a link to it, as where /tmp is one", () => {
  const link = join(folder, "link.mjs");
  symlinkSync(node24, link);
  assert.equal(execFileSync(process.execPath, [link, "-p", "1 + 1"], { encoding: "utf8" }), "2\n");
});

async function started(child: ChildProcess): Promise<string> {
  const [first] = await once(child.stdout ?? child, "data");
  return String(first).trim();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const LIVES = "console.log(process.pid); setInterval(() => {}, 1000);";

for (const { who, command, skip } of callers) {
  const [node = "", ...before] = command;
  const run = (...args: string[]) =>
    spawn(node, [...before, ...args], { stdio: ["pipe", "pipe", "inherit"] });

  test(`${who}: the program runs on a Node that reaches the floor`, { skip }, () => {
    const path = program("version", "console.log(process.versions.node)");
    assert.ok(reachesFloor(execFileSync(node, [...before, path], { encoding: "utf8" }).trim()));
  });

  test(`${who}: arguments, input and output pass through unchanged`, { skip }, () => {
    const path = program(
      "echo",
      "process.stdout.write(process.argv[2] + '|'); process.stdin.pipe(process.stdout);",
    );
    const ran = spawnSync(node, [...before, path, "a b\n'\"$"], {
      input: "naïve\n".repeat(20_000),
      encoding: "utf8",
    });
    assert.equal(ran.stdout, `a b\n'"$|${"naïve\n".repeat(20_000)}`);
  });

  for (const code of [0, 77]) {
    test(`${who}: exit code ${code} is passed on`, { skip }, () => {
      assert.equal(
        spawnSync(node, [...before, program("exit", "process.exit(Number(process.argv[2]))"), String(code)])
          .status,
        code,
      );
    });
  }

  for (const signal of ["SIGTERM", "SIGHUP", "SIGINT"] as const) {
    test(`${who}: ${signal} ends the program too and leaves no orphan`, {
      skip,
      timeout: 10_000,
    }, async () => {
      const parent = run(program("lives", LIVES));
      const pid = Number(await started(parent));
      assert.notEqual(pid, parent.pid);
      parent.kill(signal);
      const [, ended] = await once(parent, "exit");
      assert.equal(ended, signal);
      assert.equal(isAlive(pid), false);
    });
  }

  test(`${who}: a program that closes in its own time on SIGTERM is waited for`, {
    skip,
    timeout: 10_000,
  }, async () => {
    const path = program(
      "closes",
      `process.on("SIGTERM", () => setTimeout(() => { console.log("closed"); process.exit(3); }, 100)); ${LIVES}`,
    );
    const parent = run(path);
    await started(parent);
    parent.kill("SIGTERM");
    const closed = started(parent);
    const [code] = await once(parent, "exit");
    assert.equal(await closed, "closed");
    assert.equal(code, 3);
  });

  test(`${who}: a program that is killed is told as killed`, { skip, timeout: 10_000 }, async () => {
    const parent = run(program("lives", LIVES));
    process.kill(Number(await started(parent)), "SIGKILL");
    const [, signal] = await once(parent, "exit");
    assert.equal(signal, "SIGKILL");
  });

  const noScript = needs("script", "apt-get install bsdutils");
  test(`${who}: Ctrl-C at a terminal reaches the program once`, {
    skip: skip || noScript,
    timeout: 10_000,
  }, async () => {
    const counts = program(
      "counts",
      `let n = 0; process.on("SIGINT", () => { if (++n === 1) setTimeout(() => { console.log("pressed " + n); process.exit(0); }, 300); }); ${LIVES}`,
    );
    const line = [node, ...before, counts].map((part) => `'${part}'`).join(" ");
    const terminal = spawn("script", ["-qec", line, "/dev/null"], { stdio: ["pipe", "pipe", "inherit"] });
    let said = "";
    terminal.stdout.on("data", (chunk) => {
      said += chunk;
    });
    await started(terminal);
    // Both processes are at rest by then: two signals that arrive while one waits would be counted as one.
    await setTimeout(200);
    terminal.stdin.write("\x03");
    await once(terminal, "exit");
    assert.match(said, /pressed 1\r?\n/);
  });
}
