import { saidText } from "../practice/index.ts";

/** What a person does when asked. */
export type Reply =
  /** `firstKeyMs`: from the prompt's appearance to the first key; null when that could not be seen. */
  | { readonly kind: "answer"; readonly text: string; readonly firstKeyMs: number | null }
  /** "I don't know". */
  | { readonly kind: "unknown" }
  | { readonly kind: "skip" }
  | { readonly kind: "undo" }
  /** What was judged last is to be judged by its own document alone, not by borrowed points. */
  | { readonly kind: "own" }
  | Correction
  /** Ctrl-C, or the end of the input. */
  | { readonly kind: "quit" };

/** "I did say that" (`covered`) or "that was wrong" (`missing`), of what was judged last. */
export interface Correction {
  readonly kind: "correct";
  readonly verdict: "covered" | "missing";
  /** The point by its number or its id; null for the heaviest one that it may be said of. */
  readonly point: string | null;
  /** What had been typed of the answer that was interrupted. */
  readonly draft: string;
}

/** Signals that end an interview with its summary. */
export const ENDING = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;

/** Where replies come from: a terminal or a pipe. */
export interface Replies {
  /** How to answer, in words for the first question. */
  readonly help: string;
  /** How to disagree with the judge, in words for the first judgement. */
  readonly correctionHelp: string;
  /** How to refuse borrowed points, in words for each judgement by them. */
  readonly refusalHelp: string;
  /**
   * Waits for the next reply. A draft is what the person had said before taking it back; it may be edited.
   * @param again the same is asked as before: only a correction came between
   */
  next(draft: string, again: boolean): Promise<Reply>;
  close(): void;
}

/** Lines that stand for a key: they work on a pipe, and on a terminal that keeps the keys for itself. */
const COMMANDS: ReadonlyMap<string, Reply> = new Map([
  [":skip", { kind: "skip" }],
  [":idk", { kind: "unknown" }],
  [":undo", { kind: "undo" }],
  [":own", { kind: "own" }],
  [":quit", { kind: "quit" }],
]);
const CORRECTION = /^:(said|wrong)(?:\s+(\S+))?$/i;

function command(line: string): Reply | null {
  const text = line.trim();
  const [, word, point = null] = CORRECTION.exec(text) ?? [];
  if (word === undefined) return COMMANDS.get(text.toLowerCase()) ?? null;
  return {
    kind: "correct",
    verdict: word.toLowerCase() === "said" ? "covered" : "missing",
    point,
    draft: "",
  };
}

/** A line alone on which this stands ends the answer. */
const END = ".";

/** Gathers lines into replies: blank lines belong to the answer, a line of `.` ends it. */
export class AnswerLines {
  #lines: string[] = [];

  /** What has been said so far. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Takes a typed line; a reply when it was the last of one. A pasted line is never an end or a command. */
  take(line: string, { pasted = false } = {}): Reply | null {
    if (!pasted) {
      if (line.trimEnd() === END) return this.finish();
      const meant = this.#lines.length === 0 ? command(line) : null;
      if (meant !== null) return meant;
    }
    this.#lines.push(line);
    return null;
  }

  /** Takes the last line back, to go on editing it. */
  pop(): string | undefined {
    return this.#lines.pop();
  }

  restore(draft: string): void {
    this.#lines = draft === "" ? [] : draft.split("\n");
  }

  /** Ends the answer here; saying nothing at all is "I don't know". */
  finish(): Reply {
    const text = saidText(this.#lines.join("\n"));
    this.#lines = [];
    return text === "" ? { kind: "unknown" } : { kind: "answer", text, firstKeyMs: null };
  }
}

/** Replies in the order they were made, whether somebody waits for them yet or not. */
export class ReplyQueue {
  readonly #ready: Reply[] = [];
  #waiting: ((reply: Reply) => void) | null = null;

  push(reply: Reply): void {
    if (this.#waiting === null) {
      this.#ready.push(reply);
      return;
    }
    const resolve = this.#waiting;
    this.#waiting = null;
    resolve(reply);
  }

  /** Ends everything now: what was typed ahead is not asked for any more. */
  interrupt(): void {
    this.#ready.length = 0;
    this.push({ kind: "quit" });
  }

  async next(): Promise<Reply> {
    // A turn of the event loop, so that a signal is heard between two replies of a long pipe.
    await new Promise((resolve) => setImmediate(resolve));
    const reply = this.#ready.shift();
    if (reply !== undefined) return reply;
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }
}
