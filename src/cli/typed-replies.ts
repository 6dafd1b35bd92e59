import { createInterface } from "node:readline";
import type { Clock } from "../base/index.ts";
import { AnswerLines, type Correction, ENDING, type Replies, type Reply, ReplyQueue } from "./replies.ts";
import { rowsOf } from "./terminal-text.ts";

interface Key {
  name?: string;
  readonly ctrl?: boolean;
}

/** xterm's bracketed paste mode (control sequences, "Bracketed Paste Mode"): the terminal marks what was pasted. */
const PASTE_ON = "\u001b[?2004h";
const PASTE_OFF = "\u001b[?2004l";

const PROMPT = "> ";
const PRINTABLE = /^[^\p{Cc}]/u;

/**
 * Replies typed at a terminal, with readline's editing of each line. Ends: a line of ".", or Ctrl-D twice. Keys:
 * Ctrl-N skips, Ctrl-G is "I don't know", Ctrl-Y "I did say that", Ctrl-X "that was wrong", Ctrl-O refuses borrowed points,
 * Ctrl-Z takes the last step back, Ctrl-C ends; Backspace at the start of an empty line goes back into the line above.
 */
export function typedReplies(input: NodeJS.ReadStream, output: NodeJS.WriteStream, clock: Clock): Replies {
  const lines = new AnswerLines();
  const queue = new ReplyQueue();
  const reader = createInterface({ input, output, terminal: true, prompt: PROMPT, historySize: 0 });
  // readline ends everything at the first Ctrl-D on an empty line; here the second one ends the answer.
  const closeForGood = reader.close.bind(reader);
  reader.close = () => {};
  let pasting = false;
  let endsPressed = 0;
  let waiting = false;
  let lineBefore = "";
  /** When the question appeared; null when a key could not be the first of its answer (a draft, typed ahead). */
  let askedAt: number | null = null;
  let firstKeyMs: number | null = null;
  /** What the line that is being ended will mean; null when it is a line like any other. */
  let ending: ((line: string) => Reply) | null = null;

  const end = (meaning: (line: string) => Reply) => {
    ending = meaning;
    reader.write(null, { name: "return" });
  };
  const reply = (what: Reply) => end(() => what);
  const finish = () =>
    end((line) => {
      if (line !== "") lines.take(line, { pasted: true });
      return lines.finish();
    });
  const correct = (verdict: Correction["verdict"]) =>
    end((line) => ({ kind: "correct", verdict, point: null, draft: [...lines.lines, line].join("\n") }));
  /** A key of the answer, or the first of several pasted ones. */
  const noteFirstKey = () => {
    if (!waiting || askedAt === null || firstKeyMs !== null) return;
    firstKeyMs = Math.max(0, clock() - askedAt);
  };
  const editLineAbove = () => {
    const above = lines.pop();
    if (above === undefined) return;
    const rows = reader.getCursorPos().rows + rowsOf(PROMPT + above, output.columns || 80);
    output.write(`\u001b[${rows}A\r\u001b[J`);
    reader.prompt();
    reader.write(above);
  };

  // Before readline's own listener, so that the line is still as it was when the key was pressed.
  input.prependListener("keypress", (text: string | undefined, key: Key | undefined) => {
    const { name, ctrl } = key ?? {};
    lineBefore = reader.line;
    if (name === "paste-start" || (text !== undefined && PRINTABLE.test(text))) noteFirstKey();
    if (name === "paste-start" || name === "paste-end") {
      pasting = name === "paste-start";
      return;
    }
    if (pasting || !waiting) return;
    endsPressed = ctrl && name === "d" ? endsPressed + 1 : 0;
    if (endsPressed === 2) {
      endsPressed = 0;
      finish();
    } else if (ctrl && name === "n") reply({ kind: "skip" });
    else if (ctrl && name === "g") reply({ kind: "unknown" });
    else if (ctrl && name === "o") reply({ kind: "own" });
    else if (ctrl && key && (name === "y" || name === "x")) {
      // readline has a meaning of its own for Ctrl-Y (yank), and would see the key next.
      key.name = "";
      correct(name === "y" ? "covered" : "missing");
    }
  });
  // After readline's own listener, which would take the last letter of the line that comes back.
  input.on("keypress", (_text: string | undefined, key: Key | undefined) => {
    if (key?.name === "backspace" && lineBefore === "" && waiting && !pasting) editLineAbove();
  });
  reader.on("line", (line) => {
    const done = ending === null ? lines.take(line, { pasted: pasting }) : ending(line);
    ending = null;
    if (done === null) {
      if (waiting) reader.prompt();
      return;
    }
    // What was typed ahead of its question says nothing of the time it took.
    queue.push(done.kind === "answer" && waiting ? { ...done, firstKeyMs } : done);
    waiting = false;
    lines.restore("");
  });
  reader.on("SIGTSTP", () => reply({ kind: "undo" }));
  const quit = () => {
    output.write("\n");
    queue.interrupt();
  };
  reader.on("SIGINT", quit);
  input.on("end", quit);
  for (const signal of ENDING) process.on(signal, quit);
  output.write(PASTE_ON);

  return {
    help: 'Answer in your own words, on as many lines as you like. A line of a single "." ends it, and so does Ctrl-D twice.\nCtrl-G: I don\'t know · Ctrl-N: skip · Ctrl-Z: take back · Ctrl-C: end',
    correctionHelp: "Ctrl-Y: I did say that · Ctrl-X: that was wrong · Ctrl-Z: take back",
    refusalHelp: "Ctrl-O: judge it by the document alone",
    next(draft, again) {
      if (!again) {
        firstKeyMs = null;
        askedAt = draft === "" && reader.line === "" && lines.lines.length === 0 ? clock() : null;
      }
      waiting = true;
      const kept = draft.split("\n");
      const last = kept.pop() ?? "";
      // Without a draft, lines typed ahead of the question stay.
      if (kept.length > 0) lines.restore(kept.join("\n"));
      for (const line of kept) output.write(`${PROMPT}${line}\n`);
      reader.prompt();
      if (last !== "") reader.write(last);
      return queue.next();
    },
    close() {
      for (const signal of ENDING) process.off(signal, quit);
      output.write(PASTE_OFF);
      closeForGood();
    },
  };
}
