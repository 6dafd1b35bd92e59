import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

/** What an author does now and then, a document that does it, and what it holds: `section | title | answer`. */
type Habit = readonly [what: string, text: string, questions: readonly string[]];

const three = (make: (word: string) => string) => ["one", "two", "three"].map(make).join("\n");

const HABITS: readonly Habit[] = [
  [
    "titles that begin with code, with emoji and with ticks",
    "# FAQ\n\n## `git stash` hides my work, `git add` does not. Why?\n\nSo.\n\n## \u{1f44d}\u{1f3fd} What is good?\n\nThis.\n\n## ✅ What else?\n\nThat.\n",
    [
      " | `git stash` hides my work, `git add` does not. Why? | So.",
      " | What is good? | This.",
      " | What else? | That.",
    ],
  ],
  [
    "few labels in one section of a list of questions",
    `# Rozmowa\n\n## Ogólne\n\n${Array.from({ length: 16 }, (_, i) => `* Jak działa część ${i}?`).join("\n")}\n\n## Kod\n\n\`\`\`js\n1 + 1\n\`\`\`\nPytanie: Ile to jest?\n**Odpowiedź: 2**\n\n## Inne\n\n${Array.from({ length: 8 }, (_, i) => `* Co to jest rzecz ${i}?`).join("\n")}\n`,
    [
      ...Array.from({ length: 16 }, (_, i) => `Ogólne | Jak działa część ${i}? | `),
      ...Array.from({ length: 8 }, (_, i) => `Inne | Co to jest rzecz ${i}? | `),
    ],
  ],
  [
    "the same minor heading with a question in many answers",
    `# Preguntas\n\n${three((word) => `## ¿Qué es ${word}?\n\nUna cosa.\n\n## ¿Cómo se usa ${word}?\n\nAsí.\n\n#### Uso de ${word}\n\n**¿Por qué importa?**\n\nPorque sí.\n\n#### Más de ${word}\n\n**¿Por qué importa?**\n\nPorque sí.\n`)}`,
    ["one", "two", "three"].flatMap((word) => [
      ` | ¿Qué es ${word}? | Una cosa.`,
      ` | ¿Cómo se usa ${word}? | Así.\n\n#### Uso de ${word}\n\n**¿Por qué importa?**\n\nPorque sí.\n\n#### Más de ${word}\n\n**¿Por qué importa?**\n\nPorque sí.`,
    ]),
  ],
  [
    "a summary that all answers share, in a language that nobody has taught, with a heading below",
    `# Pyetje\n\n${three((word) => `###### ${word}. Cila është vlera e ${word}?\n\n- A: 1\n- B: 2\n\n<details><summary><b>Përgjigja</b></summary>\n\n#### Përgjigja: B\n\nSepse ${word}.\n\n</details>\n`)}`,
    ["one", "two", "three"].map(
      (word) => ` | ${word}. Cila është vlera e ${word}? | #### Përgjigja: B\n\nSepse ${word}.`,
    ),
  ],
  [
    "numbers behind a letter",
    `# Quiz\n\n${[1, 2, 3, 4, 5].map((n) => `#### D${n}. Cosa fa il comando ${n}?\n\n- [ ] niente\n- [x] tutto\n`).join("\n")}`,
    [1, 2, 3, 4, 5].map((n) => ` | Cosa fa il comando ${n}? | - tutto`),
  ],
  [
    "numbers without a blank, before small letters and in bold",
    "# 面试题\n\n## 1.指针和引用有什么区别\n\n甲\n\n## 2.const的作用\n\n乙\n\n## **3.**static的作用\n\n丙\n\n## 4.如何写单例\n\n丁\n\n## 5.sizeof是什么\n\n戊\n",
    [
      " | 指针和引用有什么区别 | 甲",
      " | const的作用 | 乙",
      " | static的作用 | 丙",
      " | 如何写单例 | 丁",
      " | sizeof是什么 | 戊",
    ],
  ],
  [
    "counting on at another level below the last, one number twice",
    "# Interview\n\n## 1) What is a lock?\n\na\n\n## 2) What is a latch?\n\nb\n\n## 3) What is a fence?\n\nc\n\n### 4) What is a ring?\n\nd\n\n### 4) What are queues?\n\ne\n",
    [
      " | What is a lock? | a",
      " | What is a latch? | b",
      " | What is a fence? | c",
      " | What is a ring? | d",
      " | What are queues? | e",
    ],
  ],
  [
    "some in the middle at another level, counted on",
    `## Quiz\n\n${[1, 2, 3, 4, 5, 6].map((n) => `${n === 3 || n === 4 ? "###" : "####"} Q${n}. What does part ${n} do?\n\nThing ${n}.\n`).join("\n")}`,
    [1, 2, 3, 4, 5, 6].map((n) => ` | What does part ${n} do? | Thing ${n}.`),
  ],
  [
    "exercises as headings behind questions in list items",
    `# Interview\n\n1. ### What is a tree?\n\n    A graph.\n\n2. ### What is a heap?\n\n    A tree.\n\n3. ### What is a list?\n\n    A row.\n\n### Exercises\n\n${[1, 2, 3].map((n) => `#### ${n}. What is the output of f(${n})?\n\n\`\`\`js\nf(${n})\n\`\`\`\n\n<details><summary>Answer</summary>\n\nIt is ${n}.\n\n</details>\n`).join("\n")}`,
    [
      " | What is a tree? | A graph.",
      " | What is a heap? | A tree.",
      " | What is a list? | A row.",
      ...[1, 2, 3].map((n) => `Exercises | What is the output of f(${n})? | It is ${n}.`),
    ],
  ],
  [
    "sections that go on as numbered lists in bold",
    `### 1. **O que é um bean?**\n**Resposta:** Um objeto.\n\n### 2. **O que é um perfil?**\n**Resposta:** Um nome.\n\n### Fundamentos\n\n${three((word) => `1. **O que é ${word}?**\n   - **Resposta:** É ${word}.\n`)}`,
    [
      " | O que é um bean? | Um objeto.",
      " | O que é um perfil? | Um nome.",
      ...["one", "two", "three"].map((word) => `Fundamentos | O que é ${word}? | É ${word}.`),
    ],
  ],
  [
    "a contents without links above the questions it lists",
    `# Исключения\n\n## Вопросы\n\n${three((word) => `1. Что такое ${word}?`)}\n\n## Ответы\n\n${["one", "two", "three"].map((word, i) => `### ${i + 1}. Что такое ${word}?\n\nЭто ${word}.\n`).join("\n")}`,
    ["one", "two", "three"].map((word) => `Ответы | Что такое ${word}? | Это ${word}.`),
  ],
  [
    "a label at a deeper level",
    "# Interview\n\n## Q. What is a map?\n\na\n\n## Q. What is a set?\n\nb\n\n### Q. Sorted sets\n\nc\n",
    [" | What is a map? | a", " | What is a set? | b", " | Sorted sets | c"],
  ],
  [
    "links to other pages below a heading at the end",
    "### Co robi znacznik?\n\nWiele.\n\n### Jak działa pamięć?\n\nDobrze.\n\n### Opisz różnicę\n\nJest duża.\n\n### Czym jest węzeł?\n\nMiejscem.\n\n### Inne odpowiedzi\n\n- https://example.org/a\n- [b](https://example.org/b)\n",
    [
      " | Co robi znacznik? | Wiele.",
      " | Jak działa pamięć? | Dobrze.",
      " | Opisz różnicę | Jest duża.",
      " | Czym jest węzeł? | Miejscem.",
    ],
  ],
  [
    "a topic that carries the mark of the questions round it",
    "# Data\n\n## Trees\n\n**What is a leaf? 👶**\n\nAn end.\n\n**Depth and height 🚀**\n\nTwo counts.\n\n**Why balance a tree? 👶**\n\nTo be fast.\n\n**How to rotate one? 🚀**\n\nWith care.\n\n**Note**\n\nRead more.\n",
    [
      "Trees | What is a leaf? 👶 | An end.",
      "Trees | Depth and height 🚀 | Two counts.",
      "Trees | Why balance a tree? 👶 | To be fast.",
      "Trees | How to rotate one? 🚀 | With care.\n\n**Note**\n\nRead more.",
    ],
  ],
  [
    "a document that was copied with the fence round it",
    `\`\`\`markdown\n# Perguntas\n\n${[1, 2, 3].map((n) => `## ${n}. O que é o hook ${n}?\nUma função.\n\n\`\`\`jsx\nh${n}()\n\`\`\`\n`).join("\n")}\`\`\`\n`,
    [1, 2, 3].map((n) => ` | O que é o hook ${n}? | Uma função.\n\n\`\`\`jsx\nh${n}()\n\`\`\``),
  ],
  [
    "a heading of the first level inside one answer",
    "### 1. What is a call?\n\nA jump.\n\n## Key points\n\nFirst one.\n\nSecond one.\n\nThird one.\n\nFourth one.\n\n### 2. What is a return?\n\nA jump back.\n\n### 3. What is a frame?\n\nA place.\n",
    [
      " | What is a call? | A jump.\n\n## Key points\n\nFirst one.\n\nSecond one.\n\nThird one.\n\nFourth one.",
      " | What is a return? | A jump back.",
      " | What is a frame? | A place.",
    ],
  ],
  [
    "items that name what is asked in a list that counts on",
    `# Interview questions\n\n## Basics\n\n${["What is a mean?", "What is a mode?", "Median of a stream", "What is a quantile?", "Sampling without bias"].map((title, i) => `${i + 1}. ${title}`).join("\n")}\n\n## Companies\n\n${["A shop wants to split its visitors", "Two decks, one card", "How would you rank pages?", "Fraud in a week of logins", "Why did sales drop?"].map((title, i) => `${i + 6}. ${title}`).join("\n")}\n`,
    [
      ...[
        "What is a mean?",
        "What is a mode?",
        "Median of a stream",
        "What is a quantile?",
        "Sampling without bias",
      ].map((title) => `Basics | ${title} | `),
      ...[
        "A shop wants to split its visitors",
        "Two decks, one card",
        "How would you rank pages?",
        "Fraud in a week of logins",
        "Why did sales drop?",
      ].map((title) => `Companies | ${title} | `),
    ],
  ],
  [
    "bullets that ask in words nobody has taught, below headings like others",
    `# Klausimai\n\n## Bendri\n\n* Kada pradėjai?\n* Ar testuoji?\n* Kur dirbi?\n\n## HTML\n\n* Kam skirtas tagas?\n* Ar žinai HTML5?\n* Kas yra DOM?\n\n## JS\n\n* Papasakok apie uždarinius\n* Aprašyk paveldėjimą\n* Ar naudoji modulius?\n`,
    [
      "Bendri | Kada pradėjai? | ",
      "Bendri | Ar testuoji? | ",
      "Bendri | Kur dirbi? | ",
      "HTML | Kam skirtas tagas? | ",
      "HTML | Ar žinai HTML5? | ",
      "HTML | Kas yra DOM? | ",
      "JS | Papasakok apie uždarinius | ",
      "JS | Aprašyk paveldėjimą | ",
      "JS | Ar naudoji modulius? | ",
    ],
  ],
  [
    "answers that unfold, below numbers and bullets alike",
    `# Вопросы\n\n- [Сети](net.md)\n- [Базы](db.md)\n\n## Код\n\n${three((word) => `1. Что делает ${word}?\n\n   <details>\n   <summary>Ответ</summary>\n\n   Работает.\n   </details>\n`)}\n## Задачи\n\n${three((word) => `* Есть таблица ${word} с заказами.\n\n  <details>\n  <summary>Ответ</summary>\n\n  Читаем её.\n  </details>\n`)}`,
    [
      ...["one", "two", "three"].map((word) => `Код | Что делает ${word}? | Работает.`),
      ...["one", "two", "three"].map((word) => `Задачи | Есть таблица ${word} с заказами. | Читаем её.`),
    ],
  ],
  [
    "a heading that asks how to use a thing, as other documents tell how to use themselves",
    "### What is a buffer?\n\nBytes.\n\n### How to use a pipe?\n\nWith care.\n\n### Why close a file?\n\nThere are few.\n",
    [
      " | What is a buffer? | Bytes.",
      " | How to use a pipe? | With care.",
      " | Why close a file? | There are few.",
    ],
  ],
  [
    "questions with the mark of Greek",
    "## Γενικά\n\n* Τι έμαθες σήμερα;\n* Ποιο εργαλείο σου αρέσει;\n* Πώς ξεκινάς μια σελίδα;\n",
    [" | Τι έμαθες σήμερα; | ", " | Ποιο εργαλείο σου αρέσει; | ", " | Πώς ξεκινάς μια σελίδα; | "],
  ],
  [
    "one bold question longer than others are",
    `# Probability\n\n**${"A jar holds coins of two kinds, and you take one of them without looking. ".repeat(5)}Is it fair?**\n\nNo.\n`,
    [
      ` | ${"A jar holds coins of two kinds, and you take one of them without looking. ".repeat(5)}Is it fair? | No.`,
    ],
  ],
  [
    "a task with a long listing as summary",
    `<details>\n<summary>Fix the definition below</summary>\n\nDone.\n\n</details>\n\n<details>\n<summary>What is wrong with this?\n\n\`\`\`yaml\n${"key: value\n".repeat(40)}\`\`\`\n</summary>\n\nThe kind.\n\n</details>\n\n<details>\n<summary>Check which nodes are ready</summary>\n\nget nodes\n\n</details>\n\n<details>\n<summary>What is a node?</summary>\n\nA host.\n\n</details>\n`,
    [
      " | Fix the definition below | Done.",
      " | What is wrong with this? | The kind.",
      " | Check which nodes are ready | get nodes",
      " | What is a node? | A host.",
    ],
  ],
];

for (const [what, text, expected] of HABITS) {
  test(`read as its author meant it: ${what}`, async () => {
    const { questions } = await readDocument(sourceOf("notes.md", new TextEncoder().encode(text)));
    assert.deepEqual(
      questions.map(({ section, title, answer }) => `${section} | ${title} | ${answer}`),
      expected,
    );
  });
}
