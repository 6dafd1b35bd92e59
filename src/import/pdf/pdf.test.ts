import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../../base/index.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

/** Font (1 text, 2 bold, 3 of fixed width), size, x, y, text. */
type Put = readonly [font: 1 | 2 | 3, size: number, x: number, y: number, text: string];

/** A PDF as small as they come; `trailer` goes into its trailer. */
function pdf(pages: readonly (readonly Put[])[], trailer = ""): Uint8Array {
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", ""];
  const font = (name: string) => {
    objects.push(`<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`);
    return `${objects.length} 0 R`;
  };
  const fonts = `<</F1 ${font("Helvetica")}/F2 ${font("Helvetica-Bold")}/F3 ${font("Courier")}>>`;
  const kids = pages.map((puts) => {
    const stream = puts
      .map(
        ([face, size, x, y, text]) =>
          `BT /F${face} ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, "\\$&")}) Tj ET`,
      )
      .join("\n");
    objects.push(`<</Length ${stream.length}>>stream\n${stream}\nendstream`);
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 600]/Resources<</Font${fonts}>>/Contents ${objects.length} 0 R>>`,
    );
    return `${objects.length} 0 R`;
  });
  objects[1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(" ")}]>>`;
  let text = "%PDF-1.4\n";
  const at = objects.map((object, i) => {
    const start = text.length;
    text += `${i + 1} 0 obj${object}endobj\n`;
    return start;
  });
  const rows = at.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  return Buffer.from(
    `${text}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${text.indexOf("xref\n")}\n%%EOF`,
    "latin1",
  );
}

const read = (bytes: Uint8Array) => readDocument(sourceOf("guide.pdf", bytes));
const edges = (page: number): Put[] => [
  [1, 9, 40, 580, "Backend interview guide"],
  [1, 9, 200, 20, `Page ${page} of 3`],
];

test("pdf: numbered questions under larger titles, over pages with heads, feet and wrapped lines", async () => {
  const { reader, questions, warnings } = await read(
    pdf([
      [
        ...edges(1),
        [2, 18, 40, 540, "Databases"],
        [1, 11, 40, 510, "1. What is a transaction, and why would a service that writes to two"],
        [1, 11, 40, 497, "tables want one?"],
        [1, 11, 40, 475, "A unit of work that happens as a whole or not at all: it is committed or"],
        [1, 11, 40, 462, "rolled back."],
        [1, 11, 40, 440, "2. What is an index?"],
        [1, 11, 40, 418, "\u0095 a sorted copy"],
        [1, 11, 40, 405, "\u0095 of some columns"],
        [3, 10, 40, 385, "CREATE INDEX a"],
        [3, 10, 52, 373, "ON t (x);"],
      ],
      [
        ...edges(2),
        [2, 18, 40, 540, "Networks"],
        [1, 11, 40, 510, "3. What is TCP?"],
        [1, 11, 40, 488, "A protocol with connections, which sends again what was lost on the"],
      ],
      [
        ...edges(3),
        [1, 11, 40, 540, "way."],
        [1, 11, 40, 518, "4. Why use TLS?"],
        [1, 11, 40, 496, "To keep secrets."],
      ],
    ]),
  );
  assert.equal(reader, "pdf");
  assert.deepEqual(
    questions.map(({ section, number, title, place }) => [section, number, title, place]),
    [
      [
        "Databases",
        1,
        "What is a transaction, and why would a service that writes to two tables want one?",
        "page 1",
      ],
      ["Databases", 2, "What is an index?", "page 1"],
      ["Networks", 3, "What is TCP?", "page 2"],
      ["Networks", 4, "Why use TLS?", "page 3"],
    ],
  );
  assert.deepEqual(
    questions.map(({ answer }) => answer),
    [
      "A unit of work that happens as a whole or not at all: it is committed or rolled back.",
      "- a sorted copy\n- of some columns\n\n```\nCREATE INDEX a\n  ON t (x);\n```",
      "A protocol with connections, which sends again what was lost on the way.",
      "To keep secrets.",
    ],
  );
  assert.equal(warnings[0]?.code, "layout-lost");
});

test("pdf: labels part questions and answers", async () => {
  const { questions } = await read(
    pdf([
      [
        [2, 11, 40, 540, "Pregunta 1:"],
        [1, 11, 115, 540, "What is Docker?"],
        [2, 11, 40, 520, "Respuesta:"],
        [1, 11, 110, 520, "Processes in namespaces."],
        [2, 11, 40, 490, "Pregunta 2:"],
        [1, 11, 115, 490, "What is an image?"],
        [2, 11, 40, 470, "Respuesta:"],
        [1, 11, 110, 470, "Layers."],
      ],
    ]),
  );
  assert.deepEqual(
    questions.map(({ number, title, answer }) => [number, title, answer]),
    [
      [1, "What is Docker?", "Processes in namespaces."],
      [2, "What is an image?", "Layers."],
    ],
  );
});

const LOCK = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${"41".repeat(32)}>/U<${"42".repeat(32)}>>>/ID[<00><00>]`;

for (const [what, bytes, code, said] of [
  ["of pictures", pdf([[], []]), "VIVA_NO_QUESTIONS", /no text in its 2 pages/],
  [
    "that is locked",
    pdf([[[1, 11, 40, 540, "1. What?"]]], LOCK),
    "VIVA_FILE_UNREADABLE",
    /locked with a password/,
  ],
  ["that is damaged", Buffer.from("%PDF-1.7\nnothing"), "VIVA_FILE_UNREADABLE", /cannot be read as a PDF/],
  ["with too many pages", pdf(Array.from({ length: 2001 }, () => [])), "VIVA_FILE_TOO_LARGE", /2001 pages/],
  [
    "without questions",
    pdf([[[1, 11, 40, 540, "Dear Sir, thank you."]]]),
    "VIVA_NO_QUESTIONS",
    /no questions found/,
  ],
] as const) {
  test(`pdf: one ${what} is refused in one sentence`, async () => {
    await assert.rejects(read(bytes), (error) => {
      assert.ok(error instanceof VivaError, String(error));
      assert.equal(error.code, code);
      assert.match(error.message, said);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
  });
}
