import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { VivaError } from "../../base/index.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const M = "http://schemas.openxmlformats.org/officeDocument/2006/math";
const A = "http://schemas.openxmlformats.org/drawingml/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const STYLES = `<w:styles xmlns:w="${W}">${[
  ["H1", "heading 1"],
  ["H2", "heading 2"],
  ["SourceCode", "Source Code"],
]
  .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  .join("")}</w:styles>`;
/** Numbering 1 counts, 2 is bullets, 3 counts anew. */
const NUMBERING = `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;

interface Form {
  readonly style?: string;
  readonly num?: number;
  readonly bold?: boolean;
  readonly font?: string;
}

function p(text: string, { style, num, bold, font }: Form = {}, more = ""): string {
  const list = num === undefined ? "" : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${num}"/></w:numPr>`;
  const run = `${font === undefined ? "" : `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`}${bold ? "<w:b/>" : ""}`;
  return `<w:p><w:pPr>${style === undefined ? "" : `<w:pStyle w:val="${style}"/>`}${list}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>${more}</w:p>`;
}

function docx(body: string, extra: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    strToU8(`<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`);
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>`,
    ),
    "_rels/.rels": relations(relation(1, "officeDocument", "word/document.xml")),
    "word/_rels/document.xml.rels": relations(
      relation(2, "styles", "styles.xml") +
        relation(3, "numbering", "numbering.xml") +
        relation(4, "image", "media/image1.png"),
    ),
    "word/styles.xml": strToU8(STYLES),
    "word/numbering.xml": strToU8(NUMBERING),
    "word/document.xml": strToU8(
      `<w:document xmlns:w="${W}" xmlns:m="${M}" xmlns:r="${OFFICE}" xmlns:a="${A}/main" xmlns:pic="${A}/picture" xmlns:wp="${A}/wordprocessingDrawing"><w:body>${body}</w:body></w:document>`,
    ),
    ...extra,
  });
}

const read = (bytes: Uint8Array) => readDocument(sourceOf("notes.docx", bytes));

const m = (name: string, inner: string) => `<m:${name}>${inner}</m:${name}>`;
const t = (text: string) => m("r", m("t", text));

test("docx: numbered paragraphs are questions, and keep the numbers that Word shows", async () => {
  const { reader, questions } = await read(
    docx(
      p("Basics", { style: "H1" }) +
        p("What is a heap?", { num: 1 }) +
        p("A tree:") +
        p("full", { num: 2 }) +
        p("ordered", { num: 2 }) +
        p("Explain a trie", { num: 1 }) +
        p("A tree of letters.") +
        p("Code", { style: "H1" }) +
        p("How do you print?", { num: 3 }) +
        p('print("x")', { style: "SourceCode" }) +
        p("print(2)", { style: "SourceCode" }),
    ),
  );
  assert.equal(reader, "docx");
  assert.deepEqual(
    questions.map(({ section, number, title, answer, place }) => [section, number, title, answer, place]),
    [
      ["Basics", 1, "What is a heap?", "A tree:\n\n- full\n- ordered", "paragraph 2"],
      ["Basics", 2, "Explain a trie", "A tree of letters.", "paragraph 6"],
      ["Code", 1, "How do you print?", '```\nprint("x")\nprint(2)\n```', "paragraph 9"],
    ],
  );
});

for (const [what, body] of [
  [
    "bold",
    p("1. What is TCP?", { bold: true }) +
      p("Streams.") +
      p("2. What is UDP?", { bold: true }) +
      p("Packets."),
  ],
  [
    "labels",
    p("Frage: What is TCP?") + p("Antwort: Streams.") + p("Frage: What is UDP?") + p("Antwort: Packets."),
  ],
  [
    "headings",
    p("Net", { style: "H1" }) +
      p("What is TCP?", { style: "H2" }) +
      p("Streams.") +
      p("What is UDP?", { style: "H2" }) +
      p("Packets."),
  ],
  [
    "a table",
    `<w:tbl>${[
      ["Question", "Answer"],
      ["What is TCP?", "Streams."],
      ["What is UDP?", "Packets."],
    ]
      .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join("")}</w:tr>`)
      .join("")}</w:tbl>`,
  ],
] as const) {
  test(`docx: questions are found by ${what}`, async () => {
    const { questions } = await read(docx(body));
    assert.deepEqual(
      questions.map(({ title, answer }) => [title, answer]),
      [
        ["What is TCP?", "Streams."],
        ["What is UDP?", "Packets."],
      ],
    );
  });
}

test("docx: formulas are text, a font of fixed width is code, a picture is kept", async () => {
  const formula = m(
    "oMathPara",
    m(
      "oMath",
      m("sSup", m("e", t("x")) + m("sup", t("2"))) + t("+") + m("f", m("num", t("a")) + m("den", t("b + c"))),
    ),
  );
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const drawing = `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="a dot"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId4"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const { questions, media } = await read(
    docx(
      p("1. What is a square?") +
        p("This: ", {}, formula) +
        p("x = 1", { font: "Consolas" }) +
        p("  y = 2", { font: "Courier New" }) +
        p("2. What is a dot?") +
        p("Look: ", {}, drawing),
      { "word/media/image1.png": png },
    ),
  );
  assert.equal(questions[0]?.answer, "This: x^2+a/(b + c)\n\n```\nx = 1\n  y = 2\n```");
  assert.equal(questions[1]?.answer, "Look: ![a dot](media/picture-1.png)");
  assert.deepEqual(media, [{ name: "picture-1.png", bytes: png }]);
});

for (const [what, bytes, code, said] of [
  ["cut off", docx(p("What?")).subarray(0, -100), "VIVA_FILE_UNREADABLE", /notes\.docx/],
  [
    "without its text",
    docx(p("What?"), { "word/document.xml": strToU8("<w:p><w:r>") }),
    "VIVA_FILE_UNREADABLE",
    /cannot be read as a Word document/,
  ],
  [
    "nested without end",
    docx("<w:sdt><w:sdtContent>".repeat(20_000)),
    "VIVA_FILE_UNREADABLE",
    /cannot be read/,
  ],
  [
    "with a document type",
    docx(p("What?"), { "word/document.xml": strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:document/>') }),
    "VIVA_FILE_UNREADABLE",
    /document type/,
  ],
  [
    "that unpacks to more than is read",
    docx(p("What?"), { "word/media/a.png": new Uint8Array(40_000_000) }),
    "VIVA_FILE_TOO_LARGE",
    /word\/media\/a\.png of 39 MB/,
  ],
  [
    "without questions",
    docx(p("Dear Sir,") + p("Thank you for your letter.")),
    "VIVA_NO_QUESTIONS",
    /no questions found/,
  ],
] as const) {
  test(`docx: a document ${what} is refused in one sentence`, async () => {
    await assert.rejects(read(bytes), (error) => {
      assert.ok(error instanceof VivaError, String(error));
      assert.equal(error.code, code);
      assert.match(error.message, said);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
  });
}
