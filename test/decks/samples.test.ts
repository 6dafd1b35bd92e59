import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { SHIPPED, shippedQuestions } from "../../scripts/decks/shipped.ts";
import { needs } from "../require.ts";
import { faultOf, pythonFault, type Sample, samplesOf } from "./samples.ts";

const samples = SHIPPED.flatMap((deck) => shippedQuestions(deck)).flatMap(samplesOf);
const isPython = ({ language }: Sample): boolean => language === "python" || language === "pycon";
const folder = mkdtempSync(join(tmpdir(), "viva-samples-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("Dockerfiles, Compose files, JSON, YAML and JavaScript in the decks can be read by their parsers", () => {
  const faults = samples.map((sample) => ({ where: sample.where, fault: faultOf(sample) }));
  assert.deepEqual(
    faults.filter(({ fault }) => fault !== ""),
    [],
  );
});

test("Python in the decks runs", { skip: needs("python3", "apt-get install python3") }, async () => {
  const faults: string[] = [];
  // One process for each, so that none sees what another has defined; two at a time.
  const waiting = samples.filter(isPython);
  assert.ok(waiting.length > 0);
  const work = async (): Promise<void> => {
    for (let sample = waiting.shift(); sample !== undefined; sample = waiting.shift()) {
      const fault = await pythonFault(sample, folder);
      if (fault !== "") faults.push(`${sample.where}: ${fault}`);
    }
  };
  await Promise.all([work(), work()]);
  assert.deepEqual(faults, []);
});

const sample = (language: string, code: string, info = ""): Sample => ({
  where: "here",
  language,
  info,
  code,
});

for (const [language, code, fault] of [
  ["dockerfile", 'FROM alpine:3.22\nCMD ["true"]\n', /^$/],
  ["dockerfile", "RUN true\n", /FROM/],
  ["dockerfile", "FROM alpine:3.22\nRUNN true\n", /RUNN/],
  ["yaml", "services:\n  web:\n    image: web\n", /^$/],
  ["yaml", "services:\n  web:\n    imagee: web\n", /services\/web/],
  ["yaml", 'version: "3"\nservices:\n  web:\n    image: web\n', /obsolete/],
  ["yaml", "a: [1\n", /./],
  ["json", '{"a": 1}', /^$/],
  ["json", "{a: 1}", /./],
  ["js", "await fetch('/');\n", /^$/],
  ["js", "const = 1;\n", /./],
] as const) {
  test(`a sample of ${language}: ${JSON.stringify(code)} ${fault.source === "^$" ? "is sound" : "is not"}`, () => {
    assert.match(faultOf(sample(language, code)), fault);
  });
}

for (const [what, given, fault] of [
  ["that runs", sample("python", "print(1)\n"), /^$/],
  ["that fails", sample("python", "print(a)\n"), /NameError/],
  ["that is a sketch", sample("python", "import nowhere\n", "sketch"), /^$/],
  ["that is a sketch and no Python", sample("python", "def f(:\n", "sketch"), /SyntaxError/],
  ["that is a session", sample("pycon", ">>> 1 + 1\n2\n"), /^$/],
  ["that is a session with another result", sample("pycon", ">>> 1 + 1\n3\n"), /Expected/],
] as const) {
  test(`Python ${what} is judged rightly`, {
    skip: needs("python3", "apt-get install python3"),
  }, async () => {
    assert.match(await pythonFault(given, folder), fault);
  });
}
