import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { environment, MAIN, temporaryFolder } from "./viva.ts";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  test(`ask: ${signal} ends a piped interview with the summary so far`, async () => {
    const home = await temporaryFolder();
    const child = spawn(process.execPath, [MAIN, "ask", "docker"], { env: environment(home) });
    let out = "";
    child.stdin.write(":skip\n");
    for await (const chunk of child.stdout.setEncoding("utf8")) {
      out += chunk;
      // The second question is there: the first has been skipped.
      if (/Question 2 of/.test(out) && !child.killed) child.kill(signal);
    }
    const code = child.exitCode ?? (await new Promise((resolve) => child.once("close", resolve)));
    assert.match(out, /^1 question: 0 answered, 1 skipped$/m);
    assert.equal(code, 0);
  });
}
