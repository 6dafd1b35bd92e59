// Long because it is a table of shapes, each with what is in it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../../base/index.ts";
import type { Draft } from "../reader.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

const read = (text: string, name = "data.json"): Promise<Draft> =>
  readDocument(sourceOf(name, new TextEncoder().encode(text)));
const readData = (data: unknown): Promise<Draft> => read(JSON.stringify(data, null, 1));
const warning = (draft: Draft, code: string): string =>
  draft.warnings.find((each) => each.code === code)?.text ?? "";

/** Section, title, body, answer. */
type Expected = readonly [string, string, string, string];

/** The habits of programs, sites and people; each has the questions that a careful reader finds. */
const SHAPES: Readonly<Record<string, { data: unknown; expected: readonly Expected[] }>> = {
  "a list of objects": {
    data: [
      { question: "What is TCP?", answer: "A protocol." },
      { question: "What is UDP?", answer: null },
    ],
    expected: [
      ["", "What is TCP?", "", "A protocol."],
      ["", "What is UDP?", "", ""],
    ],
  },
  "other names in one list": {
    data: {
      cards: [
        { front: "HTTP", back: "A protocol" },
        { q: "What is DNS?", a: "Names" },
      ],
    },
    expected: [
      ["", "HTTP", "", "A protocol"],
      ["", "What is DNS?", "", "Names"],
    ],
  },
  "an object of lists": {
    data: {
      Базы: [{ Вопрос: "Что такое индекс?", Ответ: "Структура." }],
      Сети: [{ Вопрос: "Что такое TCP?", Ответ: "Протокол." }],
    },
    expected: [
      ["Базы", "Что такое индекс?", "", "Структура."],
      ["Сети", "Что такое TCP?", "", "Протокол."],
    ],
  },
  "keys that ask": {
    data: { "What is a closure?": "A function.", "How is it used?": ["As a callback", "As a factory"] },
    expected: [
      ["", "What is a closure?", "", "A function."],
      ["", "How is it used?", "", "- As a callback\n- As a factory"],
    ],
  },
  "a tree with titles": {
    data: {
      title: "Entrevista",
      secciones: [
        { titulo: "Redes", preguntas: [{ pregunta: "¿Qué es TCP?", respuesta: "Un protocolo." }] },
        { titulo: "Sistemas", preguntas: ["¿Qué es un hilo?"] },
      ],
    },
    expected: [
      ["Redes", "¿Qué es TCP?", "", "Un protocolo."],
      ["Sistemas", "¿Qué es un hilo?", "", ""],
    ],
  },
  "one title below two others": {
    data: {
      Junior: { SQL: ["What is a join?"] },
      Senior: { SQL: ["What is a lock?"], Go: ["What is a channel?"] },
    },
    expected: [
      ["Junior / SQL", "What is a join?", "", ""],
      ["Senior / SQL", "What is a lock?", "", ""],
      ["Go", "What is a channel?", "", ""],
    ],
  },
  "topics joined by an id": {
    data: {
      topics: [
        { id: "js", name: "JavaScript" },
        { id: "css", name: "CSS" },
      ],
      questions: [
        { id: 1, topicId: "js", question: "What is a closure?", answer: "A function." },
        { id: 2, topicId: "css", question: "What is a box?", answer: "A rectangle." },
      ],
    },
    expected: [
      ["JavaScript", "What is a closure?", "", "A function."],
      ["CSS", "What is a box?", "", "A rectangle."],
    ],
  },
  "options with the right one by its place": {
    data: [
      { question: "First?", options: ["a", "b"], answer: 0, explanation: "It comes first." },
      { question: "Second?", options: ["a", "b"], answer: 1 },
    ],
    expected: [
      ["", "First?", "- a\n- b", "a\n\nIt comes first."],
      ["", "Second?", "- a\n- b", "b"],
    ],
  },
  "options that are counted from one": {
    data: [
      { question: "First?", choices: ["a", "b", "c"], correct: 1 },
      { question: "Last?", choices: ["a", "b", "c"], correct: 3 },
    ],
    expected: [
      ["", "First?", "- a\n- b\n- c", "a"],
      ["", "Last?", "- a\n- b\n- c", "c"],
    ],
  },
  "options by letter": {
    data: [
      { frage: "Was?", optionen: { A: "dies", B: "das" }, antwort: "B" },
      { frage: "Wer?", optionen: { A: "ich", B: "du" }, antwort: "A, B" },
    ],
    expected: [
      ["", "Was?", "- A. dies\n- B. das", "das"],
      ["", "Wer?", "- A. ich\n- B. du", "- ich\n- du"],
    ],
  },
  "options that say themselves whether they are right": {
    data: [
      {
        text: "Which is a lock?",
        answers: [
          { text: "Mutex", correct: true },
          { text: "Pipe", correct: false },
        ],
      },
      {
        text: "Which is a queue?",
        answers: [
          { text: "FIFO", correct: true },
          { text: "LRU", correct: false },
        ],
      },
    ],
    expected: [
      ["", "Which is a lock?", "- Mutex\n- Pipe", "Mutex"],
      ["", "Which is a queue?", "- FIFO\n- LRU", "FIFO"],
    ],
  },
  "keys of options with yes or no elsewhere": {
    data: [
      {
        question: "How is a folder removed?",
        answers: { answer_a: "ls", answer_b: "rmdir", answer_c: null },
        correct_answers: { answer_a_correct: "false", answer_b_correct: "true" },
      },
    ],
    expected: [["", "How is a folder removed?", "- ls\n- rmdir", "rmdir"]],
  },
  "right and wrong answers, encoded for a page": {
    data: {
      response_code: 0,
      results: [
        {
          category: "Net",
          question: "What does &quot;S&quot; mean?",
          correct_answer: "Safe &amp; sound",
          incorrect_answers: ["Slow"],
        },
        {
          category: "Art",
          question: "It&#039;s true?",
          correct_answer: "True",
          incorrect_answers: ["False"],
        },
      ],
    },
    expected: [
      ["Net", 'What does "S" mean?', "- Safe & sound\n- Slow", "Safe & sound"],
      ["Art", "It's true?", "- False\n- True", "True"],
    ],
  },
  "questions about a passage": {
    data: {
      data: [
        {
          title: "Docker",
          paragraphs: [
            {
              context: "Docker is a tool.",
              qas: [
                { id: "5a", question: "What is Docker?", answers: [{ text: "a tool" }, { text: "a tool" }] },
              ],
            },
          ],
        },
        {
          title: "Git",
          paragraphs: [
            {
              context: "Git tracks.",
              qas: [{ id: "5b", question: "What does Git do?", answers: [{ text: "tracks" }] }],
            },
          ],
        },
      ],
    },
    expected: [
      ["Docker", "What is Docker?", "Docker is a tool.", "a tool"],
      ["Git", "What does Git do?", "Git tracks.", "tracks"],
    ],
  },
  "code in fields of its own": {
    data: [
      { question: "What is printed?", code: "print(1)", language: "python", answer: "1" },
      { question: "And here?", code: "print(2)", language: "python", answer: "2" },
    ],
    expected: [
      ["", "What is printed?", "```python\nprint(1)\n```", "1"],
      ["", "And here?", "```python\nprint(2)\n```", "2"],
    ],
  },
  "texts in several languages": {
    data: {
      faqs: [
        { question: { de: "Was ist das?", en: "What is it?" }, answer: { de: "Ein Ding", en: "A thing" } },
      ],
    },
    expected: [["", "What is it?", "", "A thing"]],
  },
  "pairs in lists": {
    data: [
      ["Question", "Answer"],
      ["What is it?", "A thing"],
      ["Why is it?", "So"],
    ],
    expected: [
      ["", "What is it?", "", "A thing"],
      ["", "Why is it?", "", "So"],
    ],
  },
  "one right answer and wrong ones in fields of their own": {
    data: [
      { Вопрос: "Что это?", Ответ: "да", wrong1: "нет", wrong2: "кто" },
      { Вопрос: "Где это?", Ответ: "тут", wrong1: "там", wrong2: "" },
    ],
    expected: [
      ["", "Что это?", "- да\n- кто\n- нет", "да"],
      ["", "Где это?", "- там\n- тут", "тут"],
    ],
  },
  "options with an id, and tags that are asked about": {
    data: {
      question_bank_version: "v1.0",
      html: [
        {
          id: 1,
          text: "Which tag makes a link?",
          options: [
            { id: 1, text: "<link>", isCorrect: false },
            { id: 2, text: "<a>", isCorrect: true },
          ],
        },
      ],
    },
    expected: [["", "Which tag makes a link?", "- `<link>`\n- `<a>`", "`<a>`"]],
  },
  "numbers that count questions, and one that does not": {
    data: { quiz: { maths: { q1: { question: "12 - 8 = ?", options: ["3", "4"], answer: "4" } } } },
    expected: [["", "12 - 8 = ?", "- 3\n- 4", "4"]],
  },
};

for (const [what, { data, expected }] of Object.entries(SHAPES)) {
  test(`${what}: the questions are found as JSON`, async () => {
    const draft = await readData(data);
    assert.equal(draft.reader, "json");
    assert.deepEqual(
      draft.questions.map(({ section, title, body, answer }) => [section, title, body, answer]),
      expected,
    );
  });
}

test("fields without a place of their own are kept, and it is said where", async () => {
  const draft = await readData([
    {
      uuid: "f0e1",
      question: "What is a mutex?",
      answer: "A lock.",
      goodToHear: ["one owner", "no sharing"],
      role: "Backend",
      links: ["https://e.org/1"],
      difficulty: "easy",
    },
    {
      uuid: "f0e2",
      question: "What is a latch?",
      answer: "A gate.",
      goodToHear: ["one shot"],
      role: "Platform",
      links: [],
      difficulty: "hard",
    },
    {
      uuid: "f0e3",
      question: "What is a spin?",
      answer: "A loop.",
      goodToHear: [],
      role: "Backend",
      links: [],
      difficulty: "?",
    },
  ]);
  const [first] = draft.questions;
  assert.equal(first?.answer, "A lock.\n\n- **Good to hear:**\n  - one owner\n  - no sharing");
  assert.deepEqual([first?.level, draft.questions[1]?.level, draft.questions[2]?.level], [1, 3, undefined]);
  assert.deepEqual(first?.refs, ["https://e.org/1"]);
  assert.deepEqual([first?.place, first?.line], ["[0]", 2]);
  assert.equal(draft.questions[2]?.tags?.includes("Backend"), true);
  const said = warning(draft, "columns");
  for (const part of ['"goodToHear" went below the answers', '"links" became sources', '"uuid" not kept']) {
    assert.ok(said.includes(part), said);
  }
});

test("what is no question is named by its path, and the rest is read", async () => {
  const draft = await readData({
    meta: { v: 1 },
    questions: { a: "no list" },
    items: [
      { foo: 1 },
      { question: 42, answer: { x: [] } },
      { question: "What is it?", answer: "It." },
      null,
      ["q", "a"],
    ],
  });
  assert.deepEqual(
    draft.questions.map(({ title }) => title),
    ["What is it?"],
  );
  const said = warning(draft, "rejected");
  for (const path of ["items[0]", "items[1]", "items[3]", "items[4]", "questions"])
    assert.ok(said.includes(path), said);
  assert.match(warning(draft, "left-out"), /meta/);
});

test("JSON Lines are read one by one, with their lines", async () => {
  const draft = await read(
    '{"prompt": "What is it?", "completion": "A thing"}\n{"prompt": "Why is it?", "completion": "So"}\n',
    "a.jsonl",
  );
  assert.deepEqual(
    draft.questions.map(({ title, answer, line }) => [title, answer, line]),
    [
      ["What is it?", "A thing", 1],
      ["Why is it?", "So", 2],
    ],
  );
});

test("keys such as __proto__ are text like others", async () => {
  const draft = await read(
    '[{"__proto__": {"question": "x"}, "question": "What is it?", "answer": "A trap."}]',
  );
  assert.deepEqual(
    draft.questions.map(({ title }) => title),
    ["What is it?"],
  );
  assert.equal(Object.hasOwn(Object.prototype, "question"), false);
});

test("HTML in values becomes Markdown without what can run; a tag that is meant literally stays one", async () => {
  const html = await readData([
    { question: "<p>What is <b>it</b>?</p>", answer: "<ul><li>a</li></ul><script>alert(1)</script>" },
    { question: "<p>Why?</p>", answer: "<p>So</p>" },
  ]);
  assert.deepEqual(
    html.questions.map(({ title, answer }) => [title, answer]),
    [
      ["What is it?", "- a"],
      ["Why?", "So"],
    ],
  );
  assert.match(warning(html, "active-content"), /^1 /);
  const literal = await readData([{ question: "What does <div> do?", answer: "It opens a <div> box." }]);
  assert.deepEqual(
    literal.questions.map(({ title, answer }) => [title, answer]),
    [["What does `<div>` do?", "It opens a `<div>` box."]],
  );
});

for (const [name, text, problem] of [
  [
    "a.json",
    '[{"question": "a?", "answer": "b"},]',
    /^a\.json is not JSON from line 1, column 36: a comma before `]`/,
  ],
  ["a.json", `${"[".repeat(5000)}`, /^a\.json is not JSON from line 1, column 102: more than 100/],
  ["a.yaml", "- question: a?\n  answer: [b\n- c", /^a\.yaml is not YAML from line \d: /],
  [
    "bomb.yml",
    `a: &a ["x?","x?","x?"]\n${"bcdefghijklm"
      .split("")
      .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${"abcdefghijkl"[i]}`).join(",")}]`)
      .join("\n")}\n`,
    /^bomb\.yml is not YAML from line \d+: aliases that repeat too much/,
  ],
  ["cycle.yml", "a: &a\n  b: *a\nquestions: []\n", /^cycle\.yml is not YAML from line \d: more than 100/],
] as const) {
  test(`${name} that cannot be read is refused in one line with its place: ${problem.source.slice(-30)}`, async () => {
    await assert.rejects(read(text, name), (error) => {
      assert.ok(error instanceof VivaError);
      assert.equal(error.code, "VIVA_FILE_UNREADABLE");
      assert.match(error.message, problem);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
  });
}

test("YAML has the shapes of JSON, with block texts, merged maps, several documents and the parser's lines", async () => {
  const text = `# Interview
defaults: &senior
  level: senior
topics:
  Docker:
    - <<: *senior
      question: What is an image?
      answer: |
        A template:

        \`\`\`sh
        docker build .
        \`\`\`
    - question: "What is a layer?"
      answer: !custom A diff.
  Git:
    - q: How is a commit undone?
      a: >
        With a
        reset.
`;
  const draft = await read(text, "a.yaml");
  assert.equal(draft.reader, "yaml");
  assert.deepEqual(
    draft.questions.map(({ section, title, answer, line, level }) => [section, title, answer, line, level]),
    [
      ["Docker", "What is an image?", "A template:\n\n```sh\ndocker build .\n```", 6, 3],
      ["Docker", "What is a layer?", "A diff.", 14, undefined],
      ["Git", "How is a commit undone?", "With a reset.", 17, undefined],
    ],
  );
  assert.match(warning(draft, "not-kept"), /!custom/);
  const several = await read(
    "question: What is it?\nanswer: A thing\n---\nquestion: Why?\nanswer: So\n",
    "b.yml",
  );
  assert.deepEqual(
    several.questions.map(({ title }) => title),
    ["What is it?", "Why?"],
  );
});

test("YAML is known without its name by items that set question above answer", async () => {
  const draft = await read(
    "- question: What is it?\n  answer: A thing\n- question: Why?\n  answer: |\n    So\n",
    "-",
  );
  assert.equal(draft.reader, "yaml");
  assert.deepEqual(
    draft.questions.map(({ answer }) => answer),
    ["A thing", "So"],
  );
});

test("code below a question in a block text stays code", async () => {
  const draft = await read(
    "Ruby questions:\n  - |\n    What do these do?\n      def empty?(s)\n        return s.size == 0\n      end\n  - What is a gem?\n",
    "a.yaml",
  );
  assert.equal(draft.questions[0]?.title, "What do these do?");
  assert.match(draft.questions[0]?.body ?? "", /^```\n {2}def empty/);
});

test("a quiz whose texts tell a case and ask nothing is told by its options and the right one", async () => {
  const item = (n: number) => ({
    subject: n < 3 ? "Fuga" : "Furto",
    text: `O caso ${n}: Ana levou o livro da biblioteca. Assinale a afirmativa certa.`,
    options: ["É crime.", "Não é crime."],
    correct: 1,
  });
  const quiz = JSON.stringify({ Exame1: [1, 2, 3].map(item), Exame2: [] });
  const { questions } = await readDocument(sourceOf("exame.json", new TextEncoder().encode(quiz)));
  assert.deepEqual(
    questions.map(({ section, answer }) => [section, answer]),
    [
      ["Fuga", "Não é crime."],
      ["Fuga", "Não é crime."],
      ["Furto", "Não é crime."],
    ],
  );
});
