import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft } from "../reader.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

const read = (text: string, name = "deck.txt"): Promise<Draft> =>
  readDocument(sourceOf(name, new TextEncoder().encode(text)));
const cards = (draft: Draft) => draft.questions.map(({ section, title, answer }) => [section, title, answer]);

test("special columns are taken out, the others are question and answer in order", async () => {
  const draft = await read(
    "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n" +
      'aB3\tBasic\tWork::Docker\tWhat is an <b>image</b>?\t"A template.<br>It is<ul><li>read only</li></ul>"\tdocker basics::one\n' +
      "aB4\tBasic\tWork::Git\tWhat is &lt;rebase&gt;?\tMoves commits\t\n",
  );
  assert.equal(draft.reader, "anki-text");
  assert.deepEqual(
    draft.questions.map(({ section, title, line, tags }) => [section, title, line, tags]),
    [
      ["Docker", "What is an image?", 7, ["docker", "basics / one"]],
      ["Git", "What is `<rebase>`?", 8, undefined],
    ],
  );
  assert.match(draft.questions[0]?.answer ?? "", /^A template\..*\nIt is\n\n- read only$/s);
});

test("blanks after colons, quotes, names of columns and comments are understood; tags stay literal without html", async () => {
  const draft = await read(
    '#Separator: Semicolon\n#deck: "Redes"\n#columns:Anverso;Reverso;Etiquetas\n# un comentario\n#tags: uno dos\nQué es <b>?;Una marca;\nPor qué;"Porque; sí";\n',
  );
  assert.deepEqual(cards(draft), [
    ["", "Qué es `<b>`?", "Una marca"],
    ["", "Por qué", "Porque; sí"],
  ]);
  assert.deepEqual([draft.info?.title, draft.questions[0]?.tags], ["Redes", ["uno", "dos"]]);
});

test("a lone line of tags is the old form", async () => {
  const draft = await read("tags: alpha beta\nHTTP\tA protocol of the web\nDNS\tNames to addresses\n");
  assert.equal(draft.reader, "anki-text");
  assert.deepEqual(
    draft.questions.map(({ title, tags }) => [title, tags]),
    [
      ["HTTP", ["alpha", "beta"]],
      ["DNS", ["alpha", "beta"]],
    ],
  );
});

test("a note with clozes becomes a question for each number, with hints and what stands beside it", async () => {
  const draft = await read(
    "#separator:tab\n#html:false\n{{c1::Paris}} is the capital of {{c2::France::country}}.\tSeen in 2019\nA {{c1::mutex}} has {{c1::one}} owner.\t\n",
  );
  assert.deepEqual(cards(draft), [
    ["", "[...] is the capital of France.", "Paris\n\n- **Extra:** Seen in 2019"],
    ["", "Paris is the capital of [country].", "France\n\n- **Extra:** Seen in 2019"],
    ["", "A [...] has [...] owner.", "- mutex\n- one"],
  ]);
});

test("sounds and pictures that the text only names are counted", async () => {
  const draft = await read(
    '#separator:tab\n#html:true\nHund [sound:hund.mp3]\tdog <img src="dog.jpg">\nKatze\tcat\n',
  );
  assert.equal(draft.questions[0]?.title, "Hund");
  assert.match(
    draft.warnings.find(({ code }) => code === "media-refused")?.text ?? "",
    /^2 sounds and pictures/,
  );
});

test("code with number signs inside a quoted field is part of it", async () => {
  const draft = await read(
    '#separator:tab\nWhat is a comment?\t"Like this:\n# a comment\nx = 1"\nWhy?\tSo\n',
  );
  assert.deepEqual(cards(draft), [
    ["", "What is a comment?", "Like this:\n# a comment\nx = 1"],
    ["", "Why?", "So"],
  ]);
});

test("a deck that CrowdAnki wrote is read with the decks inside it", async () => {
  const note = (fields: string[], tags: string[] = []) => ({
    __type__: "Note",
    fields,
    tags,
    guid: "g",
    note_model_uuid: "m",
  });
  const deck = {
    __type__: "Deck",
    name: "Networks",
    children: [
      {
        __type__: "Deck",
        name: "DNS",
        children: [],
        notes: [note(["What is a <b>zone</b>?", "A part"], ["dns"])],
      },
    ],
    note_models: [{ crowdanki_uuid: "m", name: "Basic", flds: [{ name: "Front" }, { name: "Back" }] }],
    notes: [note(["Why?", "<p>So</p>"])],
  };
  const draft = await read(JSON.stringify(deck, null, 1), "deck.json");
  assert.deepEqual(cards(draft), [
    ["Networks", "Why?", "So"],
    ["DNS", "What is a zone?", "A part"],
  ]);
  assert.equal(draft.questions[1]?.place, "children[0].notes[0]");
});
