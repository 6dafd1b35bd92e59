import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { seededRandom } from "../src/base/index.ts";
import { LOCAL_OWNER, openWorkplace, reviewHistory } from "../src/practice/index.ts";
import { needs } from "./require.ts";
import { environment, keepContainers, MAIN, viva } from "./viva.ts";

const DOCUMENT = fileURLToPath(new URL("./fixtures/two-questions.md", import.meta.url));
const ROOT = new URL("../", import.meta.url);
const skip = needs("tmux", "apt-get install tmux");
const folder = mkdtempSync(join(tmpdir(), "viva-tmux-"));
let sessions = 0;

after(() => {
  if (skip === false) tmux(["kill-server"], { quiet: true });
  // The programs that the terminal ran may still be closing their stores.
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

/** A tmux server of this test's own: a real terminal, to be typed at and looked at. */
function tmux(args: readonly string[], { input = "", quiet = false } = {}): string {
  try {
    return execFileSync("tmux", ["-S", join(folder, "socket"), "-f", "/dev/null", ...args], {
      input,
      encoding: "utf8",
      env: environment(folder),
      stdio: ["pipe", "pipe", quiet ? "ignore" : "inherit"],
    });
  } catch (error) {
    if (quiet) return "";
    throw error;
  }
}

class Terminal {
  readonly #name = `s${++sessions}`;
  /** A home of its own: what is kept decides what is asked. */
  readonly home = join(folder, this.#name);

  constructor(...args: string[]) {
    keepContainers(this.home);
    const command = [process.execPath, MAIN, ...args].map((part) => `'${part}'`).join(" ");
    // The shell's last word shows that the command has ended, and with which code.
    tmux([
      "new-session",
      "-d",
      "-s",
      this.#name,
      "-x",
      "90",
      "-y",
      "60",
      `VIVA_HOME='${this.home}' ${command}; echo ended $?; sleep 60`,
    ]);
  }

  keys(...keys: string[]): void {
    tmux(["send-keys", "-t", this.#name, ...keys]);
  }

  /** As when its window is closed. */
  close(): void {
    tmux(["kill-session", "-t", this.#name]);
  }

  /** The window's title, which escape sequences can set. */
  title(): string {
    return tmux(["display-message", "-p", "-t", this.#name, "#{pane_title}"]).trim();
  }

  /** The reviews that its home keeps, with their words. */
  async reviews() {
    const random = seededRandom("terminal");
    const workplace = openWorkplace({ root: ROOT, home: this.home, clock: Date.now, random });
    try {
      return await reviewHistory(workplace, LOCAL_OWNER, { limit: 10, before: null, question: null });
    } finally {
      await workplace.close();
    }
  }

  /** As a terminal pastes: marked as a paste when the program asked for that. */
  paste(text: string): void {
    tmux(["load-buffer", "-"], { input: text });
    tmux(["paste-buffer", "-p", "-t", this.#name]);
  }

  /** Waits until the screen shows this, and gives the whole of it. */
  async shows(wanted: RegExp): Promise<string> {
    let screen = "";
    for (let tries = 0; tries < 100; tries++) {
      screen = tmux(["capture-pane", "-p", "-t", this.#name]);
      if (wanted.test(screen)) return screen;
      await pause(100);
    }
    assert.match(screen, wanted);
    return screen;
  }
}

test("terminal: an answer of several lines, ended by a dot, is judged; the first question says how to answer", {
  skip,
}, async () => {
  const terminal = new Terminal("ask", DOCUMENT);
  await terminal.shows(
    /A line of a single "\." ends it,\s+and so does Ctrl-D twice[\s\S]*Ctrl-G: I don't know/,
  );
  terminal.keys(
    "A recipe is a list of written steps.",
    "Enter",
    "Enter",
    "A meal is cooked food that follows a recipe.",
    "Enter",
    ".",
    "Enter",
  );
  await terminal.shows(/✓ covered[\s\S]*Reference answer[\s\S]*Question 2 of 2/);
});

test("terminal: pasted code keeps its blank lines, and a pasted dot ends nothing; Ctrl-D twice does", {
  skip,
}, async () => {
  const terminal = new Terminal("ask", DOCUMENT, "--count", "1");
  await terminal.shows(/^>$/m);
  terminal.paste("def f():\n\n    return 1\n.\nlast words");
  await terminal.shows(/> def f\(\):\n>\n> {5}return 1\n> \.\n> last words/);
  terminal.keys("C-d");
  await pause(300);
  assert.doesNotMatch(await terminal.shows(/last words/), /missing|covered/);
  terminal.keys("C-d");
  const screen = await terminal.shows(/· missing/);
  assert.match(screen, /> last words/);
});

test("terminal: undo brings the question back with the words that were said", { skip }, async () => {
  const terminal = new Terminal("ask", DOCUMENT);
  await terminal.shows(/^>$/m);
  terminal.keys("first line", "Enter", "second line", "Enter", ".", "Enter");
  await terminal.shows(/Reference answer/);
  terminal.keys("C-z");
  await terminal.shows(/\(taken back\)[\s\S]*Question 1 of 2[\s\S]*> first line\n> second line/);
});

test("terminal: Backspace at the start of an empty line goes back into the line above", {
  skip,
}, async () => {
  const terminal = new Terminal("ask", DOCUMENT);
  await terminal.shows(/^>$/m);
  terminal.keys("one", "Enter", "two", "Enter", "BSpace", "BSpace", "BSpace", "BSpace");
  const screen = await terminal.shows(/> one\n>$/m);
  assert.doesNotMatch(screen, /> tw?/);
});

test("terminal: one key skips, one key says I don't know, Ctrl-C ends with the summary", {
  skip,
}, async () => {
  const terminal = new Terminal("ask", "docker", "--count", "3");
  await terminal.shows(/Question 1 of 3[\s\S]*^>$/m);
  terminal.keys("C-n");
  await terminal.shows(/\(skipped\)[\s\S]*Question 2 of 3/);
  terminal.keys("C-g");
  await terminal.shows(/Question 3 of 3/);
  terminal.keys("half an answer", "C-c");
  await terminal.shows(/^2 questions: 0 answered, 1 not known, 1 skipped[\s\S]*ended 0/m);
});

test("terminal: Ctrl-Y and Ctrl-X overrule the judge, and what was being typed stays", { skip }, async () => {
  const terminal = new Terminal("ask", "containers", "--count", "2");
  await terminal.shows(/^>$/m);
  terminal.keys("It shares the kernel of the host.", "Enter", ".", "Enter");
  await terminal.shows(/Ctrl-Y: I did say that[\s\S]*→[\s\S]*^>$/m);
  // Ctrl-U puts the line where readline's own Ctrl-Y would take it from.
  terminal.keys("killed", "C-u", "one", "Enter", "tw", "C-x");
  const wrong = await terminal.shows(/that was wrong\s+\d+ % → 0 % {2}missing[\s\S]*^> one\n> tw$/m);
  assert.doesNotMatch(wrong, /> .*killed/);
  // What was just overruled is the heaviest that is not covered; pressed again, it is the next one.
  terminal.keys("C-y");
  await terminal.shows(/0 % → \d+ % [\s\S]*^> one\n> tw$/m);
  terminal.keys("C-y");
  await terminal.shows(/\d\d % → \d+ % /);
  terminal.keys("C-c");
  await terminal.shows(/ended 0/);
  const [review] = await terminal.reviews();
  const corrected = review?.verdicts.filter((each) => each.corrected).map(({ verdict }) => verdict);
  assert.deepEqual(corrected, ["covered"]);
});

test("terminal: the time to the first key is that of the first answer, and ends at its first letter", {
  skip,
}, async () => {
  const terminal = new Terminal("ask", "docker", "--count", "1");
  const shown = Date.now();
  await terminal.shows(/^>$/m);
  await pause(700);
  terminal.keys("I");
  const typed = Date.now();
  await pause(1500);
  terminal.keys("t shares the kernel of the host.", "Enter", ".", "Enter");
  await terminal.shows(/→[\s\S]*^>$/m);
  terminal.keys("A virtual machine boots a guest operating system.", "Enter", ".", "Enter");
  await terminal.shows(/ended 0/);
  const [review] = await terminal.reviews();
  assert.equal(review?.turns.length, 2);
  const { firstKeyMs } = review;
  assert.ok(firstKeyMs !== null && firstKeyMs >= 600, `${firstKeyMs} ms`);
  assert.ok(firstKeyMs < typed - shown + 1000, `${firstKeyMs} ms`);
});

test("terminal: words that came back by undo have no time to the first key", { skip }, async () => {
  const terminal = new Terminal("ask", DOCUMENT);
  await terminal.shows(/^>$/m);
  terminal.keys("An image is read-only.", "Enter", ".", "Enter");
  await terminal.shows(/Reference answer[\s\S]*^>$/m);
  terminal.keys("C-z");
  await terminal.shows(/taken back[\s\S]*> An image is read-only\.$/m);
  terminal.keys(" Yes.", "Enter", ".", "Enter");
  await terminal.shows(/Reference answer[\s\S]*Reference answer[\s\S]*^>$/m);
  terminal.keys("C-c");
  await terminal.shows(/ended 0/);
  const [review, ...others] = await terminal.reviews();
  assert.deepEqual(others, []);
  assert.deepEqual(review?.turns, ["An image is read-only. Yes."]);
  assert.equal(review.firstKeyMs, null);
});

test("terminal: a window that is closed while a follow-up waits loses no answer", { skip }, async () => {
  const terminal = new Terminal("ask", "docker");
  await terminal.shows(/^>$/m);
  terminal.keys("It shares the kernel of the host.", "Enter", ".", "Enter");
  await terminal.shows(/→[\s\S]*^>$/m);
  terminal.close();
  for (let tries = 0; tries < 50 && (await terminal.reviews()).length === 0; tries++) await pause(100);
  const [review] = await terminal.reviews();
  assert.deepEqual(review?.turns, ["It shares the kernel of the host."]);
});

for (const [format, shown] of [
  ["json", "u001b]0;owned"],
  ["markdown", "\ufffd]0;owned"],
  ["csv", "\ufffd]0;owned"],
] as const) {
  test(`terminal: a deck that is exported as ${format} cannot set the title`, { skip }, async () => {
    const home = join(folder, `hostile-${format}`);
    const document = join(folder, `hostile-${format}.txt`);
    writeFileSync(
      document,
      `Question: What is it?\nAnswer: \x1b]0;owned\x07 A \x9b31m thing. ${"It is. ".repeat(90)}\n`,
    );
    await viva(["import", document, "--into", "mine"], { home });
    const terminal = new Terminal("export", "mine", "--format", format, "--home", home);
    assert.ok((await terminal.shows(/ended 0/)).includes(shown));
    assert.notEqual(terminal.title(), "owned");
  });
}
