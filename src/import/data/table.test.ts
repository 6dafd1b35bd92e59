import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../../base/index.ts";
import type { Draft } from "../reader.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

const read = (text: string, name = "cards.csv"): Promise<Draft> =>
  readDocument(sourceOf(name, new TextEncoder().encode(text)));
const warnings = (draft: Draft, code: string): string[] =>
  draft.warnings.filter((each) => each.code === code).map(({ text }) => text);

/** Section, title, answer. */
type Expected = readonly [string, string, string];

const TABLES: Readonly<Record<string, { text: string; expected: readonly Expected[] }>> = {
  "terms and definitions with the same tag in every row": {
    text: "Heap; memory that lives as long as it is needed; os2\n\nStack; memory of the calls that are open; os2\n\nPage; a piece of memory of one size; os2\n\nFrame; the place in which a page lies; os2\n",
    expected: [
      ["", "Heap", "memory that lives as long as it is needed"],
      ["", "Stack", "memory of the calls that are open"],
      ["", "Page", "a piece of memory of one size"],
      ["", "Frame", "the place in which a page lies"],
    ],
  },
  "commas, quotes and line ends inside quotes": {
    text: 'Question,Answer\r\n"What is ""x"", in short?","One,\r\ntwo"\r\nWhy?,So\r\n',
    expected: [
      ["", 'What is "x", in short?', "One,\ntwo"],
      ["", "Why?", "So"],
    ],
  },
  "semicolons below sep=, with commas in the text": {
    text: "sep=;\nPregunta;Respuesta;Categoría\n¿Qué es, en fin?;Una cosa, dos;Redes\n¿Por qué?;Porque sí;Redes\n¿Cómo?;Así;Discos\n",
    expected: [
      ["Redes", "¿Qué es, en fin?", "Una cosa, dos"],
      ["Redes", "¿Por qué?", "Porque sí"],
      ["Discos", "¿Cómo?", "Así"],
    ],
  },
  "bars, a byte order mark and comments above": {
    text: "\ufeff# my cards\n\n问题|答案|分类\n什么是锁？|一种机制|并发\n为什么？|因为|并发\n什么是页？|一块|内存\n",
    expected: [
      ["并发", "什么是锁？", "一种机制"],
      ["并发", "为什么？", "因为"],
      ["内存", "什么是页？", "一块"],
    ],
  },
  "tabs, with quotes that nobody meant as such": {
    text: 'Frage\tAntwort\n"Big Data" heißt was?\tViel\nWas ist ein "Ding"?\t"Etwas" eben\n',
    expected: [
      ["", '"Big Data" heißt was?', "Viel"],
      ["", 'Was ist ein "Ding"?', '"Etwas" eben'],
    ],
  },
  "names in another order and spelling": {
    text: "No.,TOPIC,The Answer?,Interview Question\n1,Web,A protocol,What is HTTP?\n2,Web,Names,What is DNS?\n3,Disk,A store,What is a file?\n",
    expected: [
      ["Web", "What is HTTP?", "A protocol"],
      ["Web", "What is DNS?", "Names"],
      ["Disk", "What is a file?", "A store"],
    ],
  },
  "no header: the second column is prose": {
    text: "What is a mutex?,A lock with one owner\nWhat is a latch?,A gate that opens once\n",
    expected: [
      ["", "What is a mutex?", "A lock with one owner"],
      ["", "What is a latch?", "A gate that opens once"],
    ],
  },
  "no header: a counter, and an address that is no answer": {
    text: "1\tWhat is a mutex?\thttps://example.org/1\n2\tWhat is a latch?\thttps://example.org/2\n",
    expected: [
      ["", "What is a mutex?", ""],
      ["", "What is a latch?", ""],
    ],
  },
  "no header: commas that nobody quoted": {
    text: "What is a mutex?,A lock, with one owner\nWhat is a monitor?,A lock with conditions\nWhat, in short, is a latch?,A gate\n",
    expected: [
      ["", "What is a mutex?", "A lock, with one owner"],
      ["", "What is a monitor?", "A lock with conditions"],
      ["", "What, in short, is a latch?", "A gate"],
    ],
  },
  "no header: terms and definitions with tabs": {
    text: "HTTP\tA protocol of the web\nDNS\tNames to addresses\nTCP\tReliable streams of bytes\n",
    expected: [
      ["", "HTTP", "A protocol of the web"],
      ["", "DNS", "Names to addresses"],
      ["", "TCP", "Reliable streams of bytes"],
    ],
  },
  "one column": {
    text: "Questions\nWhat is it?\n\nWhy is it so?\n",
    expected: [
      ["", "What is it?", ""],
      ["", "Why is it so?", ""],
    ],
  },
  "columns of options and a letter": {
    text: 'Вопрос,Вариант 1,Вариант 2,Правильный ответ,Объяснение\nСколько будет 1+1?,1,2,2,"Потому, что так."\nЧто это?,Лёд,Дом,1,\n',
    expected: [
      ["", "Сколько будет 1+1?", "2\n\nПотому, что так."],
      ["", "Что это?", "Лёд"],
    ],
  },
};

for (const [what, { text, expected }] of Object.entries(TABLES)) {
  test(`${what}: the questions of the table are found`, async () => {
    const draft = await read(text, "cards.txt");
    assert.equal(draft.reader, "table");
    assert.deepEqual(
      draft.questions.map(({ section, title, answer }) => [section, title, answer]),
      expected,
    );
  });
}

test("options of columns stand in the prompt, with their letters", async () => {
  const draft = await read(
    'Question,A,B,C,Answer\nWhich is a lock?,Pipe,Mutex,Socket,B\nPick two,x,y,z,"A, C"\n',
  );
  assert.deepEqual(
    draft.questions.map(({ body, answer }) => [body, answer]),
    [
      ["- A. Pipe\n- B. Mutex\n- C. Socket", "Mutex"],
      ["- A. x\n- B. y\n- C. z", "- x\n- z"],
    ],
  );
});

test("lines are those of the file, whatever stands in quotes, above or between", async () => {
  const draft = await read('# cards\n\nquestion,answer\n"What\nis it?",a\n\n\nWhy?,"b\nc"\nHow?,d\n');
  assert.deepEqual(
    draft.questions.map(({ title, line }) => [title, line]),
    [
      ["What is it?", 4],
      ["Why?", 8],
      ["How?", 10],
    ],
  );
});

test("a quote that is not closed costs its row and no other, and both ends are named", async () => {
  const draft = await read(
    'question,answer\n"What is a mutex?","A lock."\n"What is a semaphore?,"A counter."\n"What is a monitor?","More."\nWhat is a "barrier"?,"A point."\n"What is a latch?","A gate.\n',
  );
  assert.deepEqual(
    draft.questions.map(({ title, line }) => [title, line]),
    [
      ["What is a mutex?", 2],
      ["What is a monitor?", 4],
      ['What is a "barrier"?', 5],
    ],
  );
  assert.deepEqual(
    draft.warnings.filter(({ code }) => code === "unclosed-quote").map(({ line }) => line),
    [3, 6],
  );
});

test("quotes inside a quoted cell that nobody doubled are read as text, and it is said", async () => {
  const draft = await read('question,answer\n"What is "it"?","A "thing"."\n"Why?","So."\n');
  assert.deepEqual(
    draft.questions.map(({ title, answer }) => [title, answer]),
    [
      ['What is "it"?', 'A "thing".'],
      ["Why?", "So."],
    ],
  );
  assert.match(warnings(draft, "unclosed-quote").join(), /line 2 read as text/);
});

test("a table in which most quotes are at fault is refused with lines", async () => {
  const text = `question,answer\n${Array.from({ length: 40 }, (_, i) => `"What is ${i}?,"A thing`).join("\n")}\n`;
  await assert.rejects(read(text), (error) => {
    assert.ok(error instanceof VivaError);
    assert.equal(error.code, "VIVA_FILE_UNREADABLE");
    assert.match(error.message, /^cards\.csv: quotes open and do not close in most lines \(2, 3, /);
    return true;
  });
});

test("blanks and tabs round quotes are layout beside commas", async () => {
  const draft = await read('question,answer\n\t"What is it?" , "A thing"\n\t"Why?": x, "So\n"Who?","Bob"\n');
  assert.deepEqual(
    draft.questions.map(({ title }) => title),
    ["What is it?", "Who?"],
  );
  assert.equal(warnings(draft, "unclosed-quote").length > 0, true);
});

test("two columns that could be the question: one is chosen, and it is said", async () => {
  const draft = await read(
    "Term,Question,Definition\nLock,What is a lock?,A guard of data\nGate,What is a gate?,It opens once\n",
  );
  assert.deepEqual(
    draft.questions.map(({ title }) => title),
    ["What is a lock?", "What is a gate?"],
  );
  assert.match(
    warnings(draft, "columns").join(),
    /"Question" was taken for the question, "Term" could be it too/,
  );
});

test("columns without a place of their own become tags, sources, notes or nothing, and it is said which", async () => {
  const draft = await read(
    "ID,Question,Answer,Role,Hint,Link,Score\nx1,What is it?,A thing,Backend,Think of things that are,https://e.org,0.31\nx2,Why is it?,So,Frontend,There is a reason for it,https://e.org/2,0.82\nx3,Who is it?,Bob,Backend,,,0.15\n",
  );
  const [first, , third] = draft.questions;
  assert.equal(first?.answer, "A thing\n\n- **Hint:** Think of things that are");
  assert.deepEqual([first?.tags, first?.refs, third?.answer], [["Backend"], ["https://e.org"], "Bob"]);
  const said = warnings(draft, "columns").join();
  for (const part of [
    '"Role" became tags',
    '"Link" became sources',
    '"Hint" went below',
    '"ID", "Score" not kept',
  ]) {
    assert.ok(said.includes(part), said);
  }
});

test("levels are read in several languages, and other words for them are tags", async () => {
  const text =
    "Pergunta;Resposta;Dificuldade\nO que é?;Isto;Fácil\nPor quê?;Sim;Média\nComo?;Assim;Difícil\nQuem?;Eu;Vermelha\n";
  const draft = await read(text);
  assert.deepEqual(
    draft.questions.map(({ level, tags }) => level ?? tags?.join()),
    [1, 2, 3, "Vermelha"],
  );
});

test("cells that hold HTML throughout are translated, a tag that is asked about is not", async () => {
  const html = await read(
    "Question\tAnswer\nWhat is <b>it</b>?\t<p>One</p><ul><li>a</li></ul>\nWhy?\tSo &amp; so\n",
    "a.tsv",
  );
  assert.deepEqual(
    html.questions.map(({ title, answer }) => [title, answer]),
    [
      ["What is it?", "One\n\n- a"],
      ["Why?", "So & so"],
    ],
  );
  const literal = await read(
    "Question,Answer\nWhat does <b> do?,It makes bold\nWhat is List<String>?,A list\n",
  );
  assert.deepEqual(
    literal.questions.map(({ title }) => title),
    ["What does `<b>` do?", "What is `List<String>`?"],
  );
});

test("36,000 rows are read within bounds", async () => {
  const rows = Array.from(
    { length: 36_000 },
    (_, i) => `${i},"What is thing, ${i}?","It ""is"" ${i}.\nAnd more.",easy`,
  );
  const draft = await read(`id,question,answer,difficulty\n${rows.join("\n")}\n`);
  assert.equal(draft.questions.length, 36_000);
  assert.equal(draft.questions.at(-1)?.line, 72_000);
});

test("a table with more columns than two is no pile of cards, whatever its columns are called", async () => {
  const rows = Array.from(
    { length: 12 },
    (_, at) => `${at}\tslug-${at}\tWhat does part ${at} do?\tIts use: more.\tIt turns | it stops`,
  );
  const text = ["n\tslug\ttitle\tscope\tfacts", ...rows].join("\n");
  const draft = await readDocument(sourceOf("parts.tsv", new TextEncoder().encode(text)));
  assert.equal(draft.reader, "table");
  assert.deepEqual(
    draft.questions.map(({ title }) => title),
    rows.map((row) => row.split("\t")[2]),
  );
});
