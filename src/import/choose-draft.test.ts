import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../base/index.ts";
import { chooseDraft, draftQuality } from "./choose-draft.ts";
import { decodeText } from "./decode.ts";
import { markdownReaders } from "./markdown/readers.ts";
import type { Draft } from "./reader.ts";
import { readDocument, readers } from "./readers.ts";
import { sourceOf } from "./source.ts";

const documentOf = (text: string, name = "notes.md") => sourceOf(name, new TextEncoder().encode(text));
const codes = (draft: Draft) => draft.warnings.map((warning) => warning.code);

const PARAGRAPH = "It is a long text that says what the thing does and why one would want it.\n\n".repeat(4);

/** Documents that hold no questions to be asked, though some of them ask or number something. */
const REFUSED = {
  prose: "Shall I compare thee to a summer's day?\nThou art more lovely and more temperate.\n",
  licence: `MIT License\n\nPermission is hereby granted:\n\n1. Redistributions must retain the notice.\n2. Neither the name nor the marks may be used.\n\n${PARAGRAPH}`,
  readme: `# Foo\n\n${PARAGRAPH}## What is it?\n\nA thing.\n\n## Install\n\n    npm i foo\n\n## Usage\n\nRun it.\n\n## How to contribute\n\nFork.\n\n## Licence\n\nMIT\n`,
  tutorial: `# How to deploy\n\n## Step 1: Create the cluster\n\n${PARAGRAPH}## Step 2: Build the image\n\n${PARAGRAPH}## Troubleshooting\n\n### Why does it fail?\n\nBecause.\n`,
  specification: `# Protocol\n\n## 1. Introduction\n\nText.\n\n## 2. Terms\n\nText.\n\n## 3. Requests\n\nText.\n`,
  changelog: "# Changelog\n\n## 1.2.0\n\n- Write tests\n- Add foo\n\n## 1.1.0\n\n- Make it faster\n",
  recipe: "# Bread\n\n1. Create a bowl\n2. Make a dough\n3. Write down the time\n",
  "lettered list": `${PARAGRAPH}${PARAGRAPH}\n    e) Declining to grant rights; or\n\n    f) Requiring them of others.\n\n${PARAGRAPH}`,
  "readme with signatures": `# Foo\n\n${PARAGRAPH}## API\n\n### read(path, cache?)\n\nReads.\n\n### write(path, options?)\n\nWrites.\n\n### scan(root?)\n\nScans.\n`,
  "readme that asks once in bold": `# Foo\n\n${PARAGRAPH.repeat(4)}**Why use it?**\n\n${PARAGRAPH.repeat(12)}`,
  "long text with one pair of labels": `${PARAGRAPH.repeat(60)}Q: Why?\nA: So.\n\n${PARAGRAPH.repeat(60)}`,
  code: "// What is this?\nexport function q(a) {\n  return a ? 1 : 2;\n}\n",
  log: "2024-01-01 10:00:00 INFO Question: none\n2024-01-01 10:00:01 INFO Answer: 42\n",
  "table of data": "name,age,city\nBob,12,Paris\nAnn,13,Rome\nJoe,15,Oslo\n",
  "table of goods":
    "id,name,description\n1,Foo,A thing that one may well want\n2,Bar,Another thing that one may want\n",
  "module of code":
    'import { question, answer } from "./a.ts";\nimport { b, c } from "./b.ts";\nimport { d, e } from "./d.ts";\n\nexport const f = [question, answer, b, c, d, e];\n',
  "package file with folders": '{"name": "foo", "files": ["build/", "create/"], "main": "build/index.js"}\n',
  "log with tabs":
    "2024-01-01\tINFO\tWhat has happened here is fine\n2024-01-02\tWARN\tNobody knows why it did\n",
  "package file": '{"name": "foo", "description": "What a thing", "scripts": {"test": "node --test"}}\n',
  "list of people":
    '[{"id": 1, "name": "Bob", "bio": "Likes to walk"}, {"id": 2, "name": "Ann", "bio": "Reads"}]\n',
  "list of messages":
    '{"login.title": "Please log in here now", "login.help": "What do you need help with?"}\n',
  configuration: "version: 3\nservices:\n  web:\n    image: nginx\n    command: echo what is it\n",
  html: `<!doctype html>\n<html><body><h1>Foo</h1>\n${`<p>${PARAGRAPH}</p>\n`.repeat(9)}<h2>Why use it?</h2><p>So.</p>\n<h2>Install</h2>\n<p>${PARAGRAPH}</p></body></html>\n`,
  links: "# Links\n\n- [What is it?](https://example.org/1)\n- [Why is it?](https://example.org/2)\n",
};

for (const [what, text] of Object.entries(REFUSED)) {
  test(`a ${what} is refused in one line that names the file and the shapes`, async () => {
    await assert.rejects(readDocument(documentOf(text)), (error) => {
      assert.ok(error instanceof VivaError);
      assert.equal(error.code, "VIVA_NO_QUESTIONS");
      assert.match(
        error.message,
        /^notes\.md: no questions found in \d+ lines? of text.*"Question:".*Markdown.*web page.*table.*JSON or YAML.*import\.md/,
      );
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
  });
}

test("questions that are a small part of a document come with a warning", async () => {
  const faq = `# Foo\n\n${PARAGRAPH}## Usage\n\n${PARAGRAPH.repeat(3)}## FAQ\n\n### Why is it slow?\n\nIt is not.\n\n### Can I stop it?\n\nYes.\n`;
  const draft = await readDocument(documentOf(faq));
  assert.equal(draft.questions.length, 2);
  assert.deepEqual(codes(draft).slice(0, 1), ["unsure"]);
});

test("a file of another encoding is read and the guess is said", async () => {
  const bytes = Uint8Array.from("Question: O que é isto? Sim?\nAnswer: É o que é, e nada mais.\n", (c) =>
    c.charCodeAt(0),
  );
  const draft = await readDocument(sourceOf("a.txt", bytes));
  assert.equal(draft.questions[0]?.title, "O que é isto? Sim?");
  assert.deepEqual(codes(draft), ["encoding-guessed"]);
});

test("labels in one place do not hide the questions of the rest", async () => {
  const text =
    "**What is it?**\n\nA thing.\n\n**Why is it?**\n\nSo it is.\n\n**Q: Who is it?**\n**A:** Nobody.\n";
  const draft = await readDocument(documentOf(text));
  assert.equal(draft.reader, "markdown-bold");
  assert.deepEqual(
    draft.questions.map(({ title, answer }) => [title, answer]),
    [
      ["What is it?", "A thing."],
      ["Why is it?", "So it is."],
      ["Who is it?", "Nobody."],
    ],
  );
});

test("a reader that is named reads what would be refused", async () => {
  const draft = await readDocument(documentOf(REFUSED.specification), {
    reader: "markdown-numbered-headings",
  });
  assert.deepEqual(
    draft.questions.map((question) => question.title),
    ["Introduction", "Terms", "Requests"],
  );
});

test("a reader that does not exist is refused with the names of those that do", async () => {
  await assert.rejects(readDocument(documentOf("Question: a?\nAnswer: b"), { reader: "fax" }), (error) => {
    assert.ok(error instanceof VivaError);
    assert.equal(error.code, "VIVA_USAGE");
    const fitting = readers.filter(({ takes }) => takes === "text");
    for (const { name } of fitting) assert.ok(error.message.includes(name), name);
    return true;
  });
});

test("the only reader there is has to be sure of what it reads, unless it was named", async () => {
  const source = documentOf("It was a fine day.\n");
  const question = { section: "", title: "Fine", body: "", answer: "", number: null, line: 1 };
  const draft = { reader: "a", questions: [question], warnings: [], evidence: 0.1, accounted: 0.1 };
  const only = [{ name: "a", sniff: () => 0.3, read: async () => draft }];
  await assert.rejects(chooseDraft(source, only), /no questions found/);
  assert.equal((await chooseDraft(source, only, true)).questions.length, 1);
});

test("a text with labels is read without a second opinion", async () => {
  const asked: string[] = [];
  const source = decodeText(
    "notes.md",
    new TextEncoder().encode("1. Question: a?\n   Answer: b.\n2. Question: c?\n   Answer: d.\n"),
  );
  const spies = markdownReaders.map((reader) => ({
    name: reader.name,
    sniff: () => reader.sniff(source),
    read: async () => {
      asked.push(reader.name);
      return reader.read(source);
    },
  }));
  await chooseDraft({ kind: "text", ...source }, spies);
  assert.deepEqual(asked, ["labelled-text"]);
});

test("quality grows with evidence, with the share of the document used and with answers", () => {
  const draft = (evidence: number, accounted: number, answer: string): Draft => ({
    reader: "a",
    questions: [{ section: "", title: "a?", body: "", answer, number: null, line: 1 }],
    warnings: [],
    evidence,
    accounted,
  });
  const base = draftQuality(draft(0.5, 0.5, ""));
  assert.ok(draftQuality(draft(0.6, 0.5, "")) > base);
  assert.ok(draftQuality(draft(0.5, 0.6, "")) > base);
  assert.ok(draftQuality(draft(0.5, 0.5, "b")) > base);
  assert.equal(draftQuality({ ...draft(1, 1, "b"), questions: [] }), 0);
});
