import assert from "node:assert/strict";
import { test } from "node:test";
import type { Source } from "../reader.ts";
import { readDocument } from "../readers.ts";

const encoder = new TextEncoder();

function folderOf(name: string, files: Readonly<Record<string, string>>): Source {
  return {
    kind: "folder",
    name,
    files: Object.entries(files).map(([path, text]) => ({ path, bytes: encoder.encode(text) })),
    refused: [],
  };
}

interface Habit {
  readonly reader: string;
  readonly name?: string;
  readonly files: Readonly<Record<string, string>>;
  /** Section, title, body, answer, place, line. */
  readonly found: readonly (readonly [string, string, string, string, string, number])[];
  readonly warned: readonly string[];
}

const HABITS: Readonly<Record<string, Habit>> = {
  "a folder for each question, with a file for each language": {
    reader: "question-files",
    files: {
      "html/closing-tags/en-US.mdx": "---\ntitle: Which tags need no end?\n---\n\nVoid ones.\n",
      "html/closing-tags/pt-BR.mdx": "---\ntitle: Quais tags não fecham?\n---\n\nAs vazias.\n",
      "css/floats/en-US.mdx": "---\ntitle: What is a float?\n---\n\nA box at the side.\n",
      "css/floats/pt-BR.mdx": "---\ntitle: O que é um float?\n---\n\nUma caixa ao lado.\n",
    },
    found: [
      ["html", "Which tags need no end?", "", "Void ones.", "html/closing-tags/en-US.mdx", 4],
      ["css", "What is a float?", "", "A box at the side.", "css/floats/en-US.mdx", 4],
    ],
    warned: ["left-out html/closing-tags/pt-BR.mdx"],
  },
  "front matter that holds the question, whatever the answer looks like": {
    reader: "question-files",
    files: {
      "setup/001_ab12_proxy.md":
        '---\nid: ab12\nquestion: "Docker: no space left"\nsort_order: 1\n---\n\n1. **Look** at the disc.\n2. **Prune** it.\n3. **Why?** Images stay.\n',
      "setup/002_cd34_login.md":
        "---\nid: cd34\nquestion: Login fails\nsort_order: 2\n---\n\nRenew the token.\n",
      "exam/003_ef56_date.md": "---\nid: ef56\nquestion: When is the exam?\n---\n\nIn June.\n",
    },
    found: [
      [
        "setup",
        "Docker: no space left",
        "",
        "1. **Look** at the disc.\n2. **Prune** it.\n3. **Why?** Images stay.",
        "setup/001_ab12_proxy.md",
        6,
      ],
      ["setup", "Login fails", "", "Renew the token.", "setup/002_cd34_login.md", 6],
      ["exam", "When is the exam?", "", "In June.", "exam/003_ef56_date.md", 5],
    ],
    warned: [],
  },
  "files whose names ask, whose headings are topics": {
    reader: "question-files",
    files: {
      "README.md": "# Notes\n\nMine.\n",
      "docker/01-what-is-an-image.md":
        "## Question\n\nWhat is an image, exactly?\n\n## Answer\n\nA template.\n",
      "git/what-is-a-rebase.md":
        "# Rebase\n\nIt replays commits.\n\n![a](img/a%20b.PNG)\n\n```md\n![a](img/a%20b.PNG)\n```\n",
      "git/why-not-force-push.md": "It rewrites history.\n\n## Really?\n\nYes.\n",
      "git/img/a b.PNG": "png",
    },
    found: [
      ["docker", "What is an image, exactly?", "", "A template.", "docker/01-what-is-an-image.md", 3],
      [
        "git",
        "what is a rebase",
        "",
        "It replays commits.\n\n![a](media/a-b.png)\n\n```md\n![a](img/a%20b.PNG)\n```",
        "git/what-is-a-rebase.md",
        1,
      ],
      [
        "git",
        "why not force push",
        "",
        "It rewrites history.\n\n## Really?\n\nYes.",
        "git/why-not-force-push.md",
        1,
      ],
    ],
    warned: ["left-out README.md"],
  },
  "front matter in two languages": {
    reader: "question-files",
    name: "frontend-interview",
    files: {
      "js/01-closure.md":
        "---\ntitle: Closures\ntags: js, core\nlevel: junior\n---\n\nA function with its scope.\n",
      "js/01-closure.zh.md": "---\ntitle: 闭包\n---\n\n函数和作用域。\n",
      "js/02-hoisting.md": "---\ntitle: Hoisting\ntags: [js]\n---\n\nDeclarations move up.\n",
      "js/02-hoisting.zh.md": "---\ntitle: 提升\n---\n\n声明上移。\n",
    },
    found: [
      ["", "Closures", "", "A function with its scope.", "js/01-closure.md", 6],
      ["", "Hoisting", "", "Declarations move up.", "js/02-hoisting.md", 5],
    ],
    warned: ["left-out js/01-closure.zh.md"],
  },
  "a file of questions and a file of answers, their numbers starting again": {
    reader: "answers-apart",
    files: {
      "QUESTIONS.md":
        "# Quiz\n\n## TCP\n\n1. What is a handshake?\n2. What is a window?\n\n## DNS\n\n1. What is a CNAME?\n",
      "ANSWERS.md":
        "# Answers\n\n## TCP\n\n1. Three segments.\n2. Bytes in flight:\n\n   1. sent\n   2. not yet acknowledged\n\n## DNS\n\n1. An alias.\n2. Nothing asks this.\n",
    },
    found: [
      ["TCP", "What is a handshake?", "", "Three segments.", "QUESTIONS.md", 5],
      [
        "TCP",
        "What is a window?",
        "",
        "Bytes in flight:\n\n1. sent\n2. not yet acknowledged",
        "QUESTIONS.md",
        6,
      ],
      ["DNS", "What is a CNAME?", "", "An alias.", "QUESTIONS.md", 10],
    ],
    warned: ["rejected ANSWERS.md"],
  },
  "folders of questions and answers, one of them without": {
    reader: "answers-apart",
    files: {
      "preguntas/01.md": "# ¿Qué es un índice?\n\nEn una base de datos.\n",
      "preguntas/02.md": "# ¿Qué es ACID?\n",
      "respuestas/1.md": "# Respuesta\n\nUna estructura.\n",
    },
    found: [
      ["", "¿Qué es un índice?", "En una base de datos.", "Una estructura.", "preguntas/01.md", 1],
      ["", "¿Qué es ACID?", "", "", "preguntas/02.md", 1],
    ],
    warned: [],
  },
  "names that end in question and answer": {
    reader: "answers-apart",
    files: {
      "gil.question.md": "What does the GIL protect?\n\nIn CPython.\n",
      "gil.answer.md": "The interpreter's state.\n",
      "mro.question.md": "# How is the MRO found?\n",
      "mro.answer.md": "By C3.\n",
    },
    found: [
      ["", "What does the GIL protect?", "In CPython.", "The interpreter's state.", "gil.question.md", 1],
      ["", "How is the MRO found?", "", "By C3.", "mro.question.md", 1],
    ],
    warned: [],
  },
  "answers that repeat the questions in another order": {
    reader: "answers-apart",
    files: {
      "questions.md": "# Questions\n\n### What is a pod?\n\n### What is a node?\n",
      "answers.md":
        "# Answers\n\n### What is a node?\n\nA machine.\n\n### What is a pod?\n\nContainers together.\n",
    },
    found: [
      ["", "What is a pod?", "", "Containers together.", "questions.md", 3],
      ["", "What is a node?", "", "A machine.", "questions.md", 5],
    ],
    warned: [],
  },
  "documents of several shapes": {
    reader: "documents",
    files: {
      LICENSE: "MIT License\n\nPermission is hereby granted\n",
      "java/core.md": "# Core\n\n## 1. What is a class?\n\nA type.\n\n## 2. What is final?\n\nOnce.\n",
      "java/maps.md":
        "# Maps\n\n### Trees\n\n#### What is a TreeMap?\n\nSorted.\n\n#### What is a NavigableMap?\n\n![n](../no.png)\n",
      "sql.txt": "Q: What is a key?\nA: A unique column.\n\nQ: What is a view?\nA: A stored query.\n",
      "minutes.md": "# Meeting\n\nWe met.\n",
      "void.md": "\n",
    },
    found: [
      ["java / core", "What is a class?", "", "A type.", "java/core.md", 3],
      ["java / core", "What is final?", "", "Once.", "java/core.md", 7],
      ["java / maps / Trees", "What is a TreeMap?", "", "Sorted.", "java/maps.md", 5],
      ["java / maps / Trees", "What is a NavigableMap?", "", "![n](../no.png)", "java/maps.md", 9],
      ["sql", "What is a key?", "", "A unique column.", "sql.txt", 1],
      ["sql", "What is a view?", "", "A stored query.", "sql.txt", 4],
    ],
    warned: ["left-out minutes.md", "left-out LICENSE", "left-out void.md", "media-refused ../no.png"],
  },
};

for (const [habit, { reader, name, files, found, warned }] of Object.entries(HABITS)) {
  test(`a folder with ${habit} gives every question with its file and line`, async () => {
    const draft = await readDocument(folderOf(name ?? "notes", files));
    assert.equal(draft.reader, reader);
    assert.deepEqual(
      draft.questions.map((each) => [
        each.section,
        each.title,
        each.body,
        each.answer,
        each.place,
        each.line,
      ]),
      found,
    );
    assert.deepEqual(
      draft.warnings.map(({ code, place }) => `${code} ${place}`),
      warned,
    );
  });
}

test("front matter gives tags and level", async () => {
  const { questions } = await readDocument(
    folderOf("interview", {
      "a.md": "---\ntitle: Closures\ntags: js, core\nlevel: junior\n---\n\nA function.\n",
      "b.md": "---\ntitle: Hoisting\ntags: [js]\ndifficulty: сложный\n---\n\nMoves up.\n",
      "c.md": "+++\ntitle = 'Scope'\ntags = [\"js\"]\n+++\n\nWhere names live.\n",
    }),
  );
  assert.deepEqual(
    questions.map(({ title, tags, level }) => [title, tags, level]),
    [
      ["Closures", ["js", "core"], 1],
      ["Hoisting", ["js"], 3],
      ["Scope", ["js"], undefined],
    ],
  );
});

test("a picture that a question shows comes with it, one that none shows does not", async () => {
  const { media } = await readDocument(
    folderOf("q", {
      "a/what-is-a.md": "Text ![x](x.png)\n",
      "b/what-is-b.md": 'Text <img width="9" src="../b/x.png">\n',
      "a/x.png": "a",
      "b/x.png": "b",
      "c.png": "c",
    }),
  );
  assert.deepEqual(
    media?.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
    [
      ["x.png", "a"],
      ["b-x.png", "b"],
    ],
  );
});

const QUESTION =
  "---\nid: sql-001\nsection: Keys\nlevel: 2\ntags: [db]\n---\n\n# What is a key?\n\n## Answer\n\nA column.\n\n## Points\n\n- **unique** (1): It is unique.\n";

test("a folder of deck files keeps all that they hold, and says what is not in form", async () => {
  const draft = await readDocument(
    folderOf("sql", {
      "deck.md":
        "---\nid: sql\nlicence: MIT\nlanguage: en\nsections: [Keys]\nterms: [key = pk]\n---\n\n# SQL\n\nFor all.\n",
      "001.md": QUESTION,
      "002.md": QUESTION.replace("001", "002").replace("## Answer", "## Remark"),
      "003.md": QUESTION.replace("001", "003"),
    }),
  );
  assert.equal(draft.reader, "deck-folder");
  assert.deepEqual(draft.info, {
    title: "SQL",
    licence: "MIT",
    language: "en",
    sections: ["Keys"],
    terms: [["key", "pk"]],
    text: "For all.",
  });
  assert.deepEqual(
    draft.questions.map(({ whole, place, level, tags }) => [
      whole?.id,
      whole?.points[0]?.text,
      place,
      level,
      tags,
    ]),
    [
      ["sql-001", "It is unique.", "001.md", 2, ["db"]],
      ["sql-003", "It is unique.", "003.md", 2, ["db"]],
    ],
  );
  assert.deepEqual(
    draft.warnings.map(({ code, place, line }) => [code, place, line]),
    [["rejected", "002.md", 10]],
  );
});
