import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../../base/index.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

const read = (text: string, name = "notes.org") =>
  readDocument(sourceOf(name, new TextEncoder().encode(text)));

interface Habit {
  readonly text: string;
  /** Section, title, answer, line, tags. */
  readonly found: readonly (readonly [string, string, string, number, readonly string[]])[];
}

const HABITS: Readonly<Record<string, Habit>> = {
  "a question whose answer has headings of its own, beside others": {
    text: "#+TITLE: Häufige Fragen\n* Wie richte ich das Netz ein?\nDas kommt darauf an.\n** Kabel\nEinstecken.\n** Funk\nKennwort eingeben.\n* Die Kosten\nKeine.\n* Der Drucker druckt grau\nNeue Farbe.\n* Das Licht flackert\nNeue Birne.\n",
    found: [
      [
        "",
        "Wie richte ich das Netz ein?",
        "Das kommt darauf an.\n\n### Kabel\n\nEinstecken.\n\n### Funk\n\nKennwort eingeben.",
        2,
        [],
      ],
      ["", "Die Kosten", "Keine.", 8, []],
      ["", "Der Drucker druckt grau", "Neue Farbe.", 10, []],
      ["", "Das Licht flackert", "Neue Birne.", 12, []],
    ],
  },
  "tasks that are questions to learn, with types in their code that look like labels": {
    text: "* Вопросы к экзамену\n** [2/2] Типы\n*** DONE Укажите тип map\n#+begin_src haskell\nf :: (a -> b) -> [a] -> [b]\n#+end_src\n*** DONE Что такое чистота?\nНет побочных эффектов.\n#+begin_src haskell\na :: Int\n#+end_src\n",
    found: [
      ["[2/2] Типы", "Укажите тип map", "```haskell\nf :: (a -> b) -> [a] -> [b]\n```", 3, []],
      ["[2/2] Типы", "Что такое чистота?", "Нет побочных эффектов.\n```haskell\na :: Int\n```", 7, []],
    ],
  },
  "plain notes, whose headings without others below are the questions": {
    text: "#+TITLE: Interview notes\n* Databases\n** What is an index?                                    :sql:perf:\n   :PROPERTIES:\n   :ID: abc\n   :END:\nA *structure* that speeds =SELECT=; see [[https://x.org/a_(b)][the manual]].\n#+begin_src sql\n,* not a heading\nCREATE INDEX i ON t (a);\n#+end_src\n** TODO [#A] Isolation levels\n- read committed\n- serializable :: strict\n* Linux\n** Signals\nSCHEDULED: <2024-01-01 Mon>\nSIGTERM asks, SIGKILL does not.\n",
    found: [
      [
        "Databases",
        "What is an index?",
        "A **structure** that speeds `SELECT`; see [the manual](https://x.org/a_%28b%29).\n```sql\n* not a heading\nCREATE INDEX i ON t (a);\n```",
        3,
        ["sql", "perf"],
      ],
      ["Databases", "Isolation levels", "- read committed\n- **serializable**: strict", 12, []],
      ["Linux", "Signals", "SIGTERM asks, SIGKILL does not.", 16, []],
    ],
  },
  "cards of org-drill: with an answer, with a gap, with two sides, and a note that is none": {
    text: "* Geography\n** Item                                                 :drill:\n   :PROPERTIES:\n   :DRILL_CARD_TYPE: simple\n   :END:\nWhat is the capital of Estonia?\n*** The Answer\nTallinn.\n** Cloze                                                :drill:baltic:\nThe capital of Latvia is [Riga||city].\n** Note\nNothing to learn.\n** Two sides :drill:\n:PROPERTIES:\n:DRILL_CARD_TYPE: twosided\n:END:\n*** Word\ntere\n*** Meaning\nhello\n",
    found: [
      ["Geography", "What is the capital of Estonia?", "Tallinn.", 2, []],
      ["Geography", "The capital of Latvia is [city].", "The capital of Latvia is Riga.", 9, ["baltic"]],
      ["Geography", "tere", "hello", 13, []],
    ],
  },
  "notes of anki-editor, with fields as children or without": {
    text: "* Docker :docker:\n:PROPERTIES:\n:ANKI_DECK: Ops\n:END:\n** Image\n:PROPERTIES:\n:ANKI_NOTE_TYPE: Basic\n:END:\n*** Front\nWhat is an image?\n*** Back\nA template.\n- layers\n** What is a volume?\n:PROPERTIES:\n:ANKI_NOTE_TYPE: Basic\n:ANKI_TAGS: storage\n:END:\nStorage that outlives a container.\n",
    found: [
      ["Docker", "What is an image?", "A template.\n- layers", 5, []],
      ["Docker", "What is a volume?", "Storage that outlives a container.", 14, ["storage"]],
    ],
  },
  "cards of org-fc": {
    text: "* What is a monad? :fc:\n:PROPERTIES:\n:FC_TYPE: normal\n:END:\nA type with bind.\n* The {{GIL}{lock}@0} guards CPython :fc:\n:PROPERTIES:\n:FC_TYPE: cloze\n:END:\nThe {{GIL}{lock}@0} guards the interpreter.\n",
    found: [
      ["", "What is a monad?", "A type with bind.", 1, []],
      ["", "The [lock] guards the interpreter.", "The GIL guards the interpreter.", 6, []],
    ],
  },
  "lists of terms": {
    text: "#+title: Flashcards\n* Web\n- Cookie :: State that the browser sends.\n- CORS :: Who may read\n  an answer.\n",
    found: [
      ["Web", "Cookie", "State that the browser sends.", 3, []],
      ["Web", "CORS", "Who may read\nan answer.", 4, []],
    ],
  },
  "answers as children": {
    text: "* Networking\n** 1. TCP or UDP?\n*** Answer\nIt depends.\n** 2. Why TLS?\n*** Answer\nNobody reads along.\n",
    found: [
      ["Networking", "TCP or UDP?", "It depends.", 2, []],
      ["Networking", "Why TLS?", "Nobody reads along.", 5, []],
    ],
  },
  "questions in Spanish with labels": {
    text: "#+TITLE: Preguntas\n* Redes\n*Pregunta:* ¿Qué es DNS?\n\n*Respuesta:* Un directorio.\n\n*Pregunta:* ¿Qué es NAT?\n\n*Respuesta:* Una traducción.\n",
    found: [
      ["Redes", "¿Qué es DNS?", "Un directorio.", 3, []],
      ["Redes", "¿Qué es NAT?", "Una traducción.", 7, []],
    ],
  },
};

for (const [habit, { text, found }] of Object.entries(HABITS)) {
  test(`org with ${habit} gives its questions with the lines they stand on`, async () => {
    const draft = await read(text);
    assert.equal(draft.reader, "org");
    assert.deepEqual(
      draft.questions.map((each) => [each.section, each.title, each.answer, each.line, each.tags ?? []]),
      found,
    );
  });
}

test("org is known by its signs, whatever the file is called", async () => {
  const draft = await read(
    "#+TITLE: Interview\n* What is a?\n** Answer\nA.\n* What is b?\n** Answer\nB.\n",
    "notes.txt",
  );
  assert.equal(draft.reader, "org");
});

test("a list of tasks is refused", async () => {
  await assert.rejects(
    read("* TODO Buy milk\n* TODO Call Bob\n* DONE Pay rent\n"),
    (error) => error instanceof VivaError && error.code === "VIVA_NO_QUESTIONS",
  );
});
