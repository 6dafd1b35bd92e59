import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../../base/index.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

const read = (text: string) => readDocument(sourceOf("cards.txt", new TextEncoder().encode(text)));

/** Section, title, answer. */
type Expected = readonly [string, string, string];

/** Cards of a text whose author leaves one blank line inside a card and three between two of them. */
const GAPS = [
  ["A [...] holds what was changed.", "commit"],
  ["tar [...] unpacks", "-x"],
  ["Which flag shows hidden files?", "-a"],
  ["The root user has the number", "zero"],
  ["pwd prints [...]", "the folder"],
  ["What ends a process?", "kill"],
  ["grep [...] ignores case", "-i"],
  ["A pipe joins [...]", "two programs"],
] as const;

const CARDS: Readonly<Record<string, { text: string; expected: readonly Expected[] }>> = {
  "one blank line inside a card, more between cards": {
    text: GAPS.map((sides) => sides.join("\n\n")).join("\n\n\n\n"),
    expected: GAPS.map(([front, back]): Expected => ["", front, back]),
  },
  "a double colon": {
    text: "HTTP :: A protocol\nDNS :: Names to addresses\nTCP::  Streams\n",
    expected: [
      ["", "HTTP", "A protocol"],
      ["", "DNS", "Names to addresses"],
      ["", "TCP", "Streams"],
    ],
  },
  "a question mark, then the answer on the line": {
    text: "What is a lock? It guards data.\nQué es un hilo? Una tarea.\nWas ist das? Ein Ding.\n",
    expected: [
      ["", "What is a lock?", "It guards data."],
      ["", "Qué es un hilo?", "Una tarea."],
      ["", "Was ist das?", "Ein Ding."],
    ],
  },
  "terms with a dash, below titles": {
    text: "Locks\nmutex - a lock with one owner\nlatch - a gate that opens once\nmonitor - a lock with its conditions\nspin lock - a loop that waits in place\nbarrier - a point that all must reach\nsemaphore - a counter that can wait\nrwlock - a lock that many may read under\nfutex - a lock that the kernel helps with\nrcu - a way to read without any lock\n",
    expected: [
      ["", "mutex", "a lock with one owner"],
      ["", "latch", "a gate that opens once"],
      ["", "monitor", "a lock with its conditions"],
      ["", "spin lock", "a loop that waits in place"],
      ["", "barrier", "a point that all must reach"],
      ["", "semaphore", "a counter that can wait"],
      ["", "rwlock", "a lock that many may read under"],
      ["", "futex", "a lock that the kernel helps with"],
      ["", "rcu", "a way to read without any lock"],
    ],
  },
  "cards between lines, sides parted by a blank one": {
    text: "What is it?\n\nA thing.\n\nOf two parts.\n---\nWhy is it?\n\nSo.\n---\nWho is it?\n\nBob.\n",
    expected: [
      ["", "What is it?", "A thing.\n\nOf two parts."],
      ["", "Why is it?", "So."],
      ["", "Who is it?", "Bob."],
    ],
  },
  "cards between ===, sides parted by ---": {
    text: "mutex\n---\nA lock.\n===\nlatch\n---\n```\nx\n---\ny\n```\n===\nmonitor\n---\nMore.\n",
    expected: [
      ["", "mutex", "A lock."],
      ["", "latch", "```\nx\n---\ny\n```"],
      ["", "monitor", "More."],
    ],
  },
  "sides in turn": {
    text: "What is it?\n\n---\n\nA thing.\n\n---\n\nWhy is it?\n\n---\n\nSo.\n\n---\n\nWho is it?\n\n---\n\nBob.\n",
    expected: [
      ["", "What is it?", "A thing."],
      ["", "Why is it?", "So."],
      ["", "Who is it?", "Bob."],
    ],
  },
  "lines that ask, with answers below": {
    text: "What is a lock?\nIt guards data.\n\nWarum gibt es das?\n\nDarum.\n\nUnd so weiter.\n\nЧто такое поток?\nЗадача.\n",
    expected: [
      ["", "What is a lock?", "It guards data."],
      ["", "Warum gibt es das?", "Darum.\n\nUnd so weiter."],
      ["", "Что такое поток?", "Задача."],
    ],
  },
  "an outline with marks, answers in bullets below and blanks": {
    text: "- Locks\n  - mutex :: one owner\n  - What is needed? ;;\n    - a counter\n    - a queue\n- Nets\n  - port >> a number\n  - an address << IP\n  - A {{socket}} is an end.\n",
    expected: [
      ["Locks", "mutex", "one owner"],
      ["Locks", "What is needed?", "- a counter\n- a queue"],
      ["Nets", "port", "a number"],
      ["Nets", "IP", "an address"],
      ["Nets", "A [...] is an end.", "socket"],
    ],
  },
};

for (const [what, { text, expected }] of Object.entries(CARDS)) {
  test(`${what}: the cards are found`, async () => {
    const draft = await read(text);
    assert.equal(draft.reader, "card-text");
    assert.deepEqual(
      draft.questions.map(({ section, title, answer }) => [section, title, answer]),
      expected,
    );
  });
}

for (const [what, text] of Object.entries({
  "settings with equals signs": "PORT = 80\nHOST = 0.0.0.0\nDEBUG = true\nNAME = foo\n",
  "a file of settings with sections":
    "[core]\neditor = vim\npager = less\n[user]\nname = A B\nemail = a@b.c\n",
  "C++ code": "std::vector<int> a;\nstd::sort(a);\nfoo::bar(b);\nint main() { return 0; }\n",
  "a list of links":
    "- [Foo](https://e.org) - a thing that does foo\n- [Bar](https://e.org) - a thing that does bar\n- [Baz](https://e.org) - a thing that does baz\n",
  "a log":
    "10:00:01 main: started the server\n10:00:02 main: listening on a port\n10:00:03 main: who is there? nobody\n",
  "a story":
    '"Who is it?" she said. There was no answer.\n\nHe waited. What else could he do?\n\nThe door opened - slowly, as doors do.\n',
  "a letter": "Dear Bob,\n\nHow are you?\n\nI am fine - the house is fine.\n\nYours\nAnn\n",
  "a mail header": "From: a@b.c\nTo: d@e.f\nSubject: lunch\nDate: Monday\n\nShall we?\n",
  "prose between rules":
    "One thing is this.\n\nMore of it.\n\n---\n\nAnother thing is that.\n\nMore of it.\n\n---\n\nThe last thing.\n\nThe end.\n",
  paths: "/usr/bin - where programs are kept\n/etc - where settings are kept\n",
})) {
  test(`${what}: no cards are read out of it`, async () => {
    await assert.rejects(
      read(text),
      (error) => error instanceof VivaError && error.code === "VIVA_NO_QUESTIONS",
    );
  });
}
