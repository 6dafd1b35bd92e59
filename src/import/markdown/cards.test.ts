import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../../base/index.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

const read = (text: string) => readDocument(sourceOf("cards.md", new TextEncoder().encode(text)));

/** Title, answer, line. */
const HABITS: Readonly<
  Record<string, { text: string; found: readonly (readonly [string, string, number])[] }>
> = {
  "cards of one line, marked by a tag": {
    text: "# Docker #flashcards\n\nWhat is an image?::A template.\nWhat is a layer?::A diff. <!--SR:!2022-01-01,1,230-->\nWhat is a volume?::Storage.\n",
    found: [
      ["What is an image?", "A template.", 3],
      ["What is a layer?", "A diff.", 4],
      ["What is a volume?", "Storage.", 5],
    ],
  },
  "cards of one line and cards with a line between": {
    text: "#flashcards/js\n\n# Scope\n\nClosure::A function with its scope.\nHoisting:::Declarations move up.\n\nWhat is TDZ?\n?\nTemporal dead zone.\nFrom start of block to declaration.\n\nEvent loop\n??\nA queue of tasks.\n<!--SR:!2024-01-01,3,250-->\n\nPlain note here.\n",
    found: [
      ["Closure", "A function with its scope.", 5],
      ["Hoisting", "Declarations move up.", 6],
      ["What is TDZ?", "Temporal dead zone.\nFrom start of block to declaration.", 8],
      ["Event loop", "A queue of tasks.", 13],
    ],
  },
  "bullets marked as cards": {
    text: "- title:: Networking\n- What is DNS? #card\n\t- A directory of names.\n\t- Works over UDP.\n- What is NAT? #card\n\t- A translation.\n- A plain note.\n- TCP handshake? #card\n  card-last-interval:: 4\n\t- Three segments.\n",
    found: [
      ["What is DNS?", "- A directory of names.\n- Works over UDP.", 2],
      ["What is NAT?", "- A translation.", 5],
      ["TCP handshake?", "- Three segments.", 8],
    ],
  },
  "cards between START and END": {
    text: "TARGET DECK: SQL\n\nSTART\nBasic\nFront: What is an index?\nBack: A structure.\nTags: db\nEND\n\nSTART\nBasic\nWhat is a view?\nBack: A stored query.\nEND\n",
    found: [
      ["What is an index?", "A structure.", 5],
      ["What is a view?", "A stored query.", 12],
    ],
  },
  "definition lists": {
    text: "# Flashcards\n\nClosure\n: A function with its scope.\n\nWhat is hoisting?\n: Declarations move up.\n\nCurrying\n: One argument at a time.\n\n    f(a)(b)\n",
    found: [
      ["Closure", "A function with its scope.", 3],
      ["What is hoisting?", "Declarations move up.", 6],
      ["Currying", "One argument at a time.\nf(a)(b)", 9],
    ],
  },
  "quoted questions": {
    text: "# Entrevista de Java\n\n> ¿Qué es la JVM?\n\nUna máquina virtual.\n\n> ¿Qué es el GC?\n\nLibera memoria.\n\n> ¿Qué es un hilo?\n\nUna secuencia de instrucciones.\n",
    found: [
      ["¿Qué es la JVM?", "Una máquina virtual.", 3],
      ["¿Qué es el GC?", "Libera memoria.", 7],
      ["¿Qué es un hilo?", "Una secuencia de instrucciones.", 11],
    ],
  },
};

for (const [habit, { text, found }] of Object.entries(HABITS)) {
  test(`notes with ${habit} give every card`, async () => {
    const draft = await read(text);
    assert.equal(draft.reader, "markdown-cards");
    assert.deepEqual(
      draft.questions.map(({ title, answer, line }) => [title, answer, line]),
      found,
    );
  });
}

test("code with two colons holds no cards", async () => {
  await assert.rejects(
    read("# Rust\n\nstd::mem::swap(a, b);\nlet v = Vec::new();\nstd::fs::read(p);\n"),
    (error) => error instanceof VivaError && error.code === "VIVA_NO_QUESTIONS",
  );
});

const LABELS: readonly (readonly [string, string, string])[] = [
  ["Italian", "Domanda", "Risposta"],
  ["Japanese", "質問", "回答"],
  ["Korean", "질문", "답변"],
  ["Korean, of a test", "문제", "정답"],
  ["Polish", "Pytanie", "Odpowiedź"],
  ["Turkish", "Soru", "Cevap"],
  ["Ukrainian", "Питання", "Відповідь"],
  ["Dutch", "Vraag", "Antwoord"],
  ["traditional Chinese", "問題", "解答"],
  ["Arabic", "سؤال", "جواب"],
  ["Czech", "Otázka", "Odpověď"],
  ["Vietnamese", "Câu hỏi", "Trả lời"],
  ["Indonesian", "Pertanyaan", "Jawaban"],
  ["Hindi", "प्रश्न", "उत्तर"],
  ["Greek", "Ερώτηση", "Απάντηση"],
  ["Swedish", "Fråga", "Svar"],
  ["Romanian", "Întrebare", "Răspuns"],
  ["Hungarian", "Kérdés", "Válasz"],
  ["Persian", "سوال", "پاسخ"],
  ["letters of full width", "Ｑ", "Ａ"],
];
for (const [language, question, answer] of LABELS) {
  for (const bold of ["", "**"]) {
    test(`labels in ${language}${bold === "" ? "" : " and bold"} part questions from answers`, async () => {
      const pair = (word: string) =>
        `${bold}${question}:${bold} Docker ${word}?\n\n${bold}${answer}:${bold} It is ${word}.\n\n`;
      const { questions } = await read(["image", "volume"].map(pair).join(""));
      assert.deepEqual(
        questions.map((each) => [each.title, each.answer]),
        [
          ["Docker image?", "It is image."],
          ["Docker volume?", "It is volume."],
        ],
      );
    });
  }
}

test("numbers of full width are numbers", async () => {
  const { questions } = await read(
    "# 面接\n\n１．イメージとは何ですか？\n\n答え：ひな形。\n\n２、層とは何ですか？\n\n答え：差分。\n",
  );
  assert.deepEqual(
    questions.map(({ number, title, answer }) => [number, title, answer]),
    [
      [1, "イメージとは何ですか？", "ひな形。"],
      [2, "層とは何ですか？", "差分。"],
    ],
  );
});

for (const [title, shown, level] of [
  ["What is a? 🟢", "What is a?", 1],
  ["🟡 What is a?", "What is a?", 2],
  ["What is a? (Hard)", "What is a?", 3],
  ["[Senior] What is a?", "What is a?", 3],
  ["什么是闭包？【简单】", "什么是闭包？", 1],
  ["Что такое GIL? (средний)", "Что такое GIL?", 2],
  ["¿Qué es a? [Difícil]", "¿Qué es a?", 3],
  ["What is a? (in Java)", "What is a? (in Java)", undefined],
  ["What is a? ⭐", "What is a? ⭐", undefined],
] as const) {
  test(`"${title}" is as hard as it says: ${level ?? "nothing"}`, async () => {
    const { questions } = await read(`# Interview\n\n## 1. ${title}\n\nText.\n\n## 2. What is b?\n\nText.\n`);
    assert.deepEqual([questions[0]?.title, questions[0]?.level], [shown, level]);
  });
}

test("a line that says how hard a question is becomes its level", async () => {
  const { questions } = await read(
    "# Interview\n\n## 1. What is a?\n\n**Difficulty:** Medium\n\nText.\n\n## 2. What is b?\n\nСложность: высокая\n\nText.\n\n## 3. What is c?\n\n难度：困难\n\nText.\n",
  );
  assert.deepEqual(
    questions.map(({ answer, level }) => [answer, level]),
    [
      ["Text.", 2],
      ["Сложность: высокая\n\nText.", undefined],
      ["Text.", 3],
    ],
  );
});
