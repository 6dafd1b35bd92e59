import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { BASIC, CLOZE, collection11, package11, package18, type TestCollection } from "../../../test/anki.ts";
import { VivaError, type VivaErrorCode } from "../../base/index.ts";
import type { Draft } from "../reader.ts";
import { showCloze } from "./cloze.ts";
import { cardMarkdown } from "./html.ts";
import { splitFront } from "./question.ts";
import { readAnkiPackage } from "./read-package.ts";
import { parseTemplate, renderTemplate } from "./template.ts";

// Others read packages meanwhile: what is left behind shows in a folder of this file's own.
const temporary = mkdtempSync(join(tmpdir(), "viva-hostile-"));
process.env.TMPDIR = temporary;
after(() => rmSync(temporary, { recursive: true, force: true }));

const read = (bytes: Uint8Array): Promise<Draft> => readAnkiPackage({ name: "bad.apkg", bytes });

const ONE: TestCollection = { notes: [{ fields: ["What?", "That."] }] };
const holding = (collection: Uint8Array) => zipSync({ "collection.anki2": collection, media: strToU8("{}") });
const damaged = (sql: string, rest: TestCollection = ONE) => holding(collection11({ ...rest, sql }));

/** Sets a field of the central directory's entry for a file: what an archive claims of it. */
function claiming(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf("PK\x01\x02"); at >= 0; at = copy.indexOf("PK\x01\x02", at + 4)) {
    const length = copy.readUInt16LE(at + 28);
    if (copy.toString("latin1", at + 46, at + 46 + length) === name) copy.writeUInt32LE(size, at + 24);
  }
  return copy;
}

/** 64 MB of nothing, 33 times over: more than 2 GiB in some 200 kB. */
function zstdBomb(): Uint8Array {
  const frame = zstdCompressSync(Buffer.alloc(64 * 1024 * 1024));
  return Buffer.concat(Array.from({ length: 33 }, () => frame));
}

/**
 * The first page of the list of tables leads to a page twice. Twelve such pages with 300 ways each, 60 kB in all, keep
 * SQLite busy for longer than anybody has.
 */
function tablesLeadingTo(page: number): Uint8Array {
  const file = Buffer.from(collection11(ONE));
  file[100] = 5;
  file.writeUInt16BE(1, 103);
  file.writeUInt32BE(page, 108);
  file.writeUInt16BE(4000, 112);
  file.writeUInt32BE(page, 4000);
  return file;
}

const CARDS_OF_ONE_NOTE =
  "insert into cards with recursive n(i) as (select 1 union all select i + 1 from n where i < 100001) select i + 5000000, 1000, 1, 0, 0, 0, 0, 0, i, 0, 0, 0, 0, 0, 0, 0, 0, '' from n";

const REFUSED: Readonly<Record<string, readonly [VivaErrorCode, () => Uint8Array, RegExp]>> = {
  "an archive that was cut off": [
    "VIVA_FILE_UNREADABLE",
    () => package11(ONE).slice(0, 900),
    /cannot be unpacked/,
  ],
  "no collection": [
    "VIVA_FILE_UNREADABLE",
    () => zipSync({ media: strToU8("{}") }),
    /no collection of cards/,
  ],
  "an empty collection": ["VIVA_FILE_UNREADABLE", () => holding(new Uint8Array(0)), /as an empty file/],
  "a collection that is text": [
    "VIVA_FILE_UNREADABLE",
    () => holding(strToU8("SELECT 1".repeat(500))),
    /no database/,
  ],
  "a collection that was cut off": [
    "VIVA_FILE_UNREADABLE",
    () => holding(collection11(ONE).slice(0, 4096)),
    /cannot be read/,
  ],
  "a collection that is a link": [
    "VIVA_FILE_UNREADABLE",
    () => zipSync({ "collection.anki2": [strToU8("/etc/passwd"), { attrs: 0o120777 * 65_536, os: 3 }] }),
    /as a link/,
  ],
  "a collection that is larger than it claims": [
    "VIVA_FILE_UNREADABLE",
    () => claiming(package11(ONE), "collection.anki2", 5000),
    /cannot be unpacked/,
  ],
  "a collection that claims to be huge": [
    "VIVA_FILE_TOO_LARGE",
    () => claiming(package11(ONE), "collection.anki2", 3_000_000_000),
    /more than 128 MB/,
  ],
  "a packed collection of 2 GiB": [
    "VIVA_FILE_TOO_LARGE",
    () => zipSync({ "collection.anki21b": [zstdBomb(), { level: 0 }] }),
    /more than 128 MB/,
  ],
  "a newer collection that is no archive, beside an older one": [
    "VIVA_FILE_UNREADABLE",
    () => zipSync({ "collection.anki21b": strToU8("zstd?"), "collection.anki2": collection11(ONE) }),
    /collection\.anki21b, which cannot be unpacked/,
  ],
  "a list of tables that leads to itself": [
    "VIVA_FILE_UNREADABLE",
    () => holding(tablesLeadingTo(1)),
    /list of tables/,
  ],
  "a list of tables with two ways to a page": [
    "VIVA_FILE_UNREADABLE",
    () => holding(tablesLeadingTo(2)),
    /list of tables/,
  ],
  "a view in place of the notes": [
    "VIVA_FILE_UNREADABLE",
    () =>
      damaged(
        "alter table notes rename to n; create view notes as with recursive r(i) as (select 1 union all select i + 1 from r) select i as id, 100 as mid, '' as tags, 'a' as flds from r",
      ),
    /without a plain table "notes"/,
  ],
  "a virtual table in place of the cards": [
    "VIVA_FILE_UNREADABLE",
    () =>
      damaged(
        "drop table cards; create virtual table cards using fts5(id, nid, did, ord, type, due, odid, data)",
      ),
    /without a plain table "cards"/,
  ],
  "a column that is computed": [
    "VIVA_FILE_UNREADABLE",
    () =>
      damaged(
        "alter table notes drop column flds; alter table notes add column flds generated always as (hex(zeroblob(100000000)))",
      ),
    /without a plain table "notes"/,
  ],
  "no note types": [
    "VIVA_FILE_UNREADABLE",
    () => damaged("update col set models = '{'"),
    /note types cannot be read/,
  ],
  "no table of note types": [
    "VIVA_FILE_UNREADABLE",
    () => damaged("drop table col"),
    /without a plain table "col"/,
  ],
  "no cards": ["VIVA_NO_QUESTIONS", () => damaged("delete from cards"), /it holds no cards/],
  "notes of a type that is missing": [
    "VIVA_NO_QUESTIONS",
    () => damaged("update notes set mid = 5"),
    /note type or template is missing: cid:1000000/,
  ],
  "ids that are no whole numbers": [
    "VIVA_FILE_UNREADABLE",
    () => damaged("update notes set mid = 9223372036854775807"),
    /cannot be read/,
  ],
  "a note of 40 MB": [
    "VIVA_NO_QUESTIONS",
    () => damaged("update notes set flds = zeroblob(40000000)"),
    /longer than 1 MB/,
  ],
  "more cards than are read": [
    "VIVA_FILE_TOO_LARGE",
    () => damaged(CARDS_OF_ONE_NOTE),
    /more than 100000 cards/,
  ],
  "a template that shows a field without end": [
    "VIVA_FILE_TOO_LARGE",
    () =>
      package11({
        noteTypes: [{ fields: ["Front"], cards: [["{{Front}}".repeat(50_000), ""]] }],
        notes: [{ fields: ["x".repeat(10_000)] }],
      }),
    /show more than 96 MB/,
  ],
  "a template of conditions on many cards": [
    "VIVA_FILE_TOO_LARGE",
    () =>
      package11({
        noteTypes: [{ fields: ["Front"], cards: [["{{#Front}}{{/Front}}".repeat(40_000), ""]] }],
        notes: Array.from({ length: 5000 }, () => ({ fields: ["a"] })),
      }),
    /show more than 96 MB/,
  ],
};

for (const [what, [code, build, says]] of Object.entries(REFUSED)) {
  test(`${what}: one sentence, and nothing is left behind`, async () => {
    await assert.rejects(read(build()), (error) => {
      assert.ok(error instanceof VivaError, String(error));
      assert.equal(error.code, code);
      assert.match(error.message, says);
      assert.match(error.message, /^bad\.apkg[^\n]+$/);
      return true;
    });
    assert.deepEqual(readdirSync(temporary), []);
  });
}

test("triggers, views and other tables of a collection do not matter", async () => {
  const draft = await read(
    damaged(
      `create trigger t after insert on notes begin insert into notes select * from notes; end;
       create view "cards; drop table notes" as select 1; create table other (x check (x > 1));
       pragma user_version = 7`,
    ),
  );
  assert.deepEqual(
    draft.questions.map(({ title, answer }) => [title, answer]),
    [["What?", "That."]],
  );
});

test("a list of media that lies: nothing but what it may name is kept", async () => {
  const collection = collection11({
    notes: [
      {
        fields: [
          '<img src="db.png"><img src="link.png"><img src="none.png"><img src="ok.png"> What?',
          "That.",
        ],
      },
    ],
  });
  const list = {
    "collection.anki2": "db.png",
    "0": "link.png",
    "8": "none.png",
    "1": "ok.png",
    "2": 7,
    "3": "a/b.png",
  };
  const draft = await read(
    zipSync({
      "collection.anki2": collection,
      media: strToU8(JSON.stringify(list)),
      "0": [strToU8("/etc/passwd"), { attrs: 0o120777 * 65_536, os: 3 }],
      "1": strToU8("ok"),
      "../../up.png": strToU8("up"),
    }),
  );
  assert.deepEqual(
    draft.media?.map(({ name }) => name),
    ["ok.png"],
  );
  assert.equal(draft.questions[0]?.body, "");
  assert.equal(draft.questions[0]?.title, "![](media/ok.png) What?");
  assert.deepEqual(
    draft.warnings.map(({ text }) => text),
    [
      '5 files not kept: a link or a device ("link.png"); with a path for a name ("a/b.png", "../../up.png"); not in the package ("none.png", "db.png")',
    ],
  );
});

for (const [what, media] of [
  ["that is no map", strToU8("[1, 2")],
  ["packed around more than a list has", zstdCompressSync(Buffer.alloc(64 * 1024 * 1024))],
  ["packed around nothing that is a list", zstdCompressSync(Uint8Array.of(10, 200, 1))],
] as const) {
  test(`a list of media ${what}: the cards are read without`, async () => {
    const draft = await read(zipSync({ "collection.anki2": collection11(ONE), media }));
    assert.equal(draft.questions.length, 1);
    assert.match(draft.warnings[0]?.text ?? "", /^the list of media cannot be read/);
  });
}

test("a picture that unpacks without end is left out of its card, and the others stay", async () => {
  const draft = await read(
    package18(
      { notes: [{ fields: ['<img src="a.png" alt="the tree"> or <img src="b.png">?', "b"] }] },
      { "a.png": Buffer.alloc(30 * 1024 * 1024), "b.png": Uint8Array.of(1) },
    ),
  );
  assert.equal(draft.questions[0]?.title, "the tree or ![](media/b.png)?");
  assert.deepEqual(
    draft.media?.map(({ name }) => name),
    ["b.png"],
  );
  assert.match(draft.warnings[0]?.text ?? "", /larger than 20 MB.*"a\.png"/);
});

test("a collection with any bytes changed is read or refused, never anything else", async () => {
  const sound = collection11({
    noteTypes: [BASIC, CLOZE],
    notes: Array.from({ length: 40 }, (_, at) => ({
      type: at % 2,
      fields: [`Why ${at}, {{c1::so}}?`, "x".repeat(at * 20)],
    })),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }),
      async (changes) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        await read(holding(bytes)).catch((error: unknown) => {
          assert.ok(error instanceof VivaError, String(error));
        });
      },
    ),
    { numRuns: 80 },
  );
});

const KEEP = { keep: () => null, keepPicture: () => null };
const fill = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length));
const whole = { fields: new Map([["a", "b"]]), tags: [], side: "back", cloze: 1, spend: () => {} } as const;

/** Inputs for which work could grow faster than they do, at two sizes: the second is eight times the first. */
const GROWING: Readonly<Record<string, (size: number) => unknown>> = {
  "clozes that nobody closes": (size) => showCloze(fill("{{c1::", size), 1, "front"),
  "clozes within clozes": (size) => showCloze(fill("{{c1::", size) + fill("}}", size), 1, "back"),
  "cloze numbers without end": (size) => showCloze(`{{c${fill("9,", size)}::a}}`, 1, "back"),
  "hints of hints": (size) => showCloze(`{{c1::${fill("::", size)}}}`, 1, "front"),
  "conditions that nobody ends": (size) => renderTemplate(parseTemplate(fill("{{#a}}", size)), whole),
  "conditions that end one another": (size) =>
    renderTemplate(parseTemplate(fill("{{#a}}{{#b}}{{/a}}{{/b}}", size)), whole),
  braces: (size) => parseTemplate(fill("{", size)),
  "scripts that nobody closes": (size) => parseTemplate(fill("<script><!--<style>", size)),
  "formulas that nobody closes": (size) =>
    cardMarkdown(fill("\\( [latex] [$] <pre> <anki-mathjax>", size), KEEP),
  "sounds that nobody closes": (size) => cardMarkdown(fill("[sound:", size), KEEP),
  "pictures with one quote": (size) => cardMarkdown(fill("<img src=\"a<img alt='", size), KEEP),
  "pictures without an end": (size) => cardMarkdown(fill("<img ", size), KEEP),
  "many pictures": (size) => splitFront(`${fill("![a](media/b.png) ", size)}x`),
  "a front of blank lines": (size) => splitFront(`What?${fill("\n \n", size)}x`),
};

for (const [what, work] of Object.entries(GROWING)) {
  test(`${what}: the work grows with the input`, () => {
    const cpuOf = (size: number) => {
      const before = process.cpuUsage();
      work(size);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    cpuOf(10_000);
    const small = cpuOf(40_000);
    const large = cpuOf(320_000);
    assert.ok(large < 24 * Math.max(small, 10), `${small.toFixed(0)} ms, then ${large.toFixed(0)} ms`);
  });
}
