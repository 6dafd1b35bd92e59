import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { AnswerLines, ENDING, type Replies, ReplyQueue } from "./replies.ts";

/** Replies from a pipe or a file: lines as on a terminal; the end of the input ends the last answer, then the session. */
export function pipedReplies(input: Readable): Replies {
  const lines = new AnswerLines();
  const queue = new ReplyQueue();
  const reader = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  reader.on("line", (line) => {
    const reply = lines.take(line);
    if (reply !== null) queue.push(reply);
  });
  let over = false;
  reader.on("close", () => {
    if (over) return;
    over = true;
    if (lines.lines.some((line) => line.trim() !== "")) queue.push(lines.finish());
    queue.push({ kind: "quit" });
  });
  const interrupted = () => queue.interrupt();
  for (const signal of ENDING) process.on(signal, interrupted);
  return {
    help: 'A line of a single "." ends an answer; :skip, :idk, :undo and :quit on a line of their own do what they say.',
    correctionHelp:
      ":said and :wrong correct the judge: I did say that, that was wrong. A point's number or id may follow.",
    refusalHelp: ":own judges it by the document alone.",
    next: () => queue.next(),
    close() {
      over = true;
      for (const signal of ENDING) process.off(signal, interrupted);
      reader.close();
      input.destroy();
    },
  };
}
