import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  deckNameFor,
  draftToDeck,
  type ImportReport,
  importReport,
  importTotals,
  readDocument,
  sourceOf,
} from "../src/import/index.ts";
import { LABELLED_300_SECTIONS, labelled300 } from "./fixtures/labelled-300.ts";

const folder = new URL("./fixtures/documents/", import.meta.url);

async function reportOf(name: string, text: string | Uint8Array): Promise<ImportReport> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return importReport(await readDocument(sourceOf(name, bytes)));
}

/** What a careful reader finds: sections with counts, then every question as `line prompt => answer`. */
interface Expected {
  readonly reader: string;
  readonly sections: Readonly<Record<string, number>>;
  readonly questions: readonly (readonly [line: number, prompt: string, answer: string])[];
  readonly warnings: readonly string[];
}

const documents: Readonly<Record<string, Expected>> = {
  "copied-page.txt": {
    reader: "labelled-text",
    sections: { Addresses: 3, Names: 3, "Transport (2 questions)": 2 },
    questions: [
      [
        13,
        "What does a subnet mask do?",
        "It says which bits of an address name the network.\nThe rest name the host:\n\n    10.1.2.3/24  ->  network 10.1.2.0\n\n- a longer mask means a smaller network\n  - /30 leaves two hosts\n- a shorter one means a larger\n\nIn short\n\nmasks cut addresses in two.",
      ],
      [
        27,
        "Why do private ranges exist?",
        "Because public IPv4 addresses ran out; a router translates between them.",
      ],
      [
        30,
        "What does this print on a machine with one interface?\n\n```sh\nip -br address\n```",
        "A line for the loopback and one for the interface.",
      ],
      [41, "What is a CNAME record?", "An alias: the name is looked up again under another name."],
      [43, "Who answers a query first?", ""],
      [44, "What is a CNAME record?", "An alias: the name is looked up again under another name."],
      [49, "Is UDP unreliable?", "It promises nothing, which is not the same."],
      [50, "What opens a TCP connection?", "A handshake of three segments."],
    ],
    warnings: ["left-out", "left-out", "unanswered", "repeated"],
  },
  "numbered-headings.md": {
    reader: "markdown-numbered-headings",
    sections: { Disks: 3, Arrays: 2 },
    questions: [
      [
        17,
        "What is a block device?",
        "A device that is read and written in blocks of one size.\n\n```sh\n# not a heading\n## 2. Nor is this\nlsblk\n```",
      ],
      [
        29,
        "What is journaling?",
        "A log of what is about to change.\n\n#### 1. Why a log\n\nBecause a crash may come between two writes.",
      ],
      [39, "What does `fsync` promise?", "That the data has reached the device."],
      [45, "Explain RAID 5", "Stripes with parity"],
      [51, "When is RAID not a backup?", ""],
    ],
    warnings: ["unanswered"],
  },
  "question-headings.md": {
    reader: "markdown-question-headings",
    sections: { "": 3 },
    questions: [
      [6, "What is wort?", "The sweet liquid before it ferments.\nYeast comes later."],
      [
        13,
        "How long does it ferment? 🍺",
        "Three steps:\n\n1. wait\n2. measure\n   - with a hydrometer\n     1. twice\n3. wait again\n\n~~~text\nWhat is this?\n-------------\n~~~",
      ],
      [29, "Pourquoi l'eau compte-t-elle ?", "Elle fait neuf dixièmes de la bière."],
    ],
    warnings: [],
  },
  "bold.md": {
    reader: "markdown-bold",
    sections: { Projection: 2, Scale: 1 },
    questions: [
      [5, "Name a projection that keeps angles.", "Mercator's."],
      [11, "Areas. Name one that keeps areas instead.", "**Note** Many answers are right."],
      [
        18,
        "What does 1:25 000 mean?",
        "One centimetre stands for 250 metres.\n\n> A quotation belongs to the answer.",
      ],
    ],
    warnings: [],
  },
  "numbered-list.md": {
    reader: "markdown-numbered-list",
    sections: { Massas: 2, Molhos: 2 },
    questions: [
      [5, "O que é glúten?", "Uma rede de proteínas do trigo."],
      [8, "Por que descansar a massa?", "- a rede relaxa\n- a água se espalha\n\n```text\n30 min\n```"],
      [19, "O que é um roux?", "Farinha cozida em gordura.\n\n1. derreter\n2. juntar"],
      [25, "Como salvar uma maionese?", ""],
    ],
    warnings: ["section-dropped", "unanswered"],
  },
  "bullets.md": {
    reader: "markdown-bullets",
    sections: { "": 3, Practice: 2 },
    questions: [
      [3, "Explain how you prune roses.\n\n* What changes in winter?", ""],
      [5, "What is humus?", ""],
      [6, "Name three plants for shade", ""],
      [10, "What is wrong with this plan?\n\n```text\nwater: at noon\n```", ""],
      [14, "How would you start a compost heap?", ""],
    ],
    warnings: ["unanswered"],
  },
  "details.md": {
    reader: "markdown-details",
    sections: { Start: 2, "Skipper / Rules (2)": 2, "Crew / Rules (2)": 2 },
    questions: [
      [5, "Why do you sail?", ""],
      [6, "Which wind do you fear?", ""],
      [
        12,
        "Who gives way on port tack?",
        "The boat on port tack.\n\n<details><summary>More</summary>\nSee rule 10.\n</details>",
      ],
      [23, "What does `reef` mean?", "To be completed."],
      [32, "Where do you sit?", "To windward."],
      [33, "What is a lee shore?", ""],
    ],
    warnings: ["unanswered", "placeholder-answer"],
  },
  "options.md": {
    reader: "markdown-numbered-headings",
    sections: { "": 2 },
    questions: [
      [
        9,
        "What's the best move?\n\n```text\ne4 e5\n```\n\n- A: `Nf3`\n- B: `a3`",
        "A\n\nIt attacks the pawn.",
      ],
      [30, "What's the best move?\n\n```text\nf3 e5 g4\n```\n\n- A: `Qh4`\n- B: `d6`", "A\n\nIt is mate."],
    ],
    warnings: [],
  },
};

for (const [name, expected] of Object.entries(documents)) {
  test(`${name} is read as ${expected.reader}, every question with its section, line and answer`, async () => {
    const report = await reportOf(name, readFileSync(new URL(name, folder)));
    assert.equal(report.reader, expected.reader);
    assert.deepEqual(
      report.questions.map(({ line, prompt, answer }) => [line, prompt, answer]),
      expected.questions,
    );
    assert.deepEqual(
      Object.fromEntries(report.sections.map(({ title, questions }) => [title, questions])),
      expected.sections,
    );
    assert.deepEqual(
      report.warnings.map((warning) => warning.code),
      expected.warnings,
    );
  });
}

test("with CRLF and a byte order mark the same document gives the same questions", async () => {
  const name = "numbered-headings.md";
  const text = readFileSync(new URL(name, folder), "utf8");
  const plain = await reportOf(name, text);
  const windows = await reportOf(name, `\ufeff${text.replaceAll("\n", "\r\n")}`);
  assert.deepEqual(windows, plain);
});

test("a copied page of 300 labelled questions gives its three sections, no furniture, nothing twice", async () => {
  const report = await reportOf("questions.txt", labelled300());
  assert.equal(report.reader, "labelled-text");
  assert.deepEqual(
    report.sections,
    LABELLED_300_SECTIONS.map((title) => ({ title, questions: 100 })),
  );
  assert.deepEqual(importTotals(report), { sections: 3, questions: 300, unanswered: 0, repeated: 0 });
  for (const [i, question] of report.questions.entries()) {
    assert.equal(question.number, i + 1);
    assert.match(question.answer, /^It is about /);
    assert.doesNotMatch(question.answer, /^(?:API|Docker|Python|Share|Related|Leave)/m);
  }
});

test("a deck made of the 300 has 300 questions with their lines as source", async () => {
  const source = sourceOf("My Questions (v2).txt", new TextEncoder().encode(labelled300()));
  const { info, questions, merged } = draftToDeck(
    await readDocument(source),
    deckNameFor(source.name),
    source.name,
  );
  assert.equal(info.name, "my-questions-v2");
  assert.deepEqual(info.sections, [...LABELLED_300_SECTIONS]);
  assert.equal(questions.length, 300);
  assert.equal(merged, 0);
  assert.equal(questions[0]?.id, "my-questions-v2-001");
  assert.equal(questions[299]?.id, "my-questions-v2-300");
  assert.equal(questions[0]?.source, "My Questions (v2).txt:15");
});
