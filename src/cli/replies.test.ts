import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import { pipedReplies } from "./piped-replies.ts";
import type { Reply } from "./replies.ts";

async function repliesOf(text: string): Promise<Reply[]> {
  const replies = pipedReplies(Readable.from([text]));
  const out: Reply[] = [];
  for (;;) {
    const reply = await replies.next("", false);
    out.push(reply);
    if (reply.kind === "quit") break;
  }
  replies.close();
  return out;
}

const say = (text: string): Reply => ({ kind: "answer", text, firstKeyMs: null });
const correct = (verdict: "covered" | "missing", point: string | null): Reply => ({
  kind: "correct",
  verdict,
  point,
  draft: "",
});
const QUIT: Reply = { kind: "quit" };

for (const [what, text, expected] of [
  ["a line of . ends an answer", "one\n.\ntwo\n.\n", [say("one"), say("two"), QUIT]],
  ["the end of the input ends the last answer", "one\n.\ntwo", [say("one"), say("two"), QUIT]],
  [
    "blank lines and indents inside an answer stay",
    "def f():\n\n    pass\n.\n",
    [say("def f():\n\n    pass"), QUIT],
  ],
  ["CRLF lines end like others", "one\r\n.\r\n", [say("one"), QUIT]],
  ["nothing said is I don't know", ".\n\n.\n", [{ kind: "unknown" }, { kind: "unknown" }, QUIT]],
  [
    "words stand for keys",
    ":skip\n:idk\n:UNDO\n:quit\n",
    [{ kind: "skip" }, { kind: "unknown" }, { kind: "undo" }, QUIT],
  ],
  [
    "the judge is corrected by a word, with the point's number or id after it",
    ":said\n:wrong 2\n:SAID deny-list \n",
    [correct("covered", null), correct("missing", "2"), correct("covered", "deny-list"), QUIT],
  ],
  [
    "a sentence that begins with such a word is an answer",
    ":said that it is so\n.\n",
    [say(":said that it is so"), QUIT],
  ],
  [
    "a word for a key inside an answer is part of it",
    "I would type\n:skip\n.\n",
    [say("I would type\n:skip"), QUIT],
  ],
  ["a sentence that ends in a dot ends nothing", "one.\n. two\n.\n", [say("one.\n. two"), QUIT]],
  ["an empty input says nothing", "", [QUIT]],
  ["an input of blank lines says nothing", "\n\n", [QUIT]],
] as const) {
  test(`piped replies: ${what}`, async () => {
    assert.deepEqual(await repliesOf(text), expected);
  });
}
