import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { zstdCompressSync } from "node:zlib";
import { strToU8, type Zippable, zipSync } from "fflate";

// Packages of Anki, made by hand: well-formed ones, and whatever a test breaks about them.

/** A note type by name: its fields, and the front and back of each of its cards. */
export interface TestNoteType {
  readonly fields: readonly string[];
  readonly cards: readonly (readonly [front: string, back: string])[];
  readonly cloze?: boolean;
}

export interface TestCard {
  /** A place in `noteTypes`, from 0. */
  readonly type?: number;
  readonly fields: readonly string[];
  readonly deck?: string;
  readonly tags?: string;
  /** One card of the note each. */
  readonly ords?: readonly number[];
  /** Columns of its cards that differ from a new card's. */
  readonly card?: Readonly<Record<string, number | string>>;
}

export interface TestCollection {
  readonly noteTypes?: readonly TestNoteType[];
  readonly notes: readonly TestCard[];
  /** Run last, to break something. */
  readonly sql?: string;
}

export const BASIC: TestNoteType = {
  fields: ["Front", "Back"],
  cards: [["{{Front}}", "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"]],
};
export const CLOZE: TestNoteType = {
  fields: ["Text", "Extra"],
  cards: [["{{cloze:Text}}", "{{cloze:Text}}<br>\n{{Extra}}"]],
  cloze: true,
};

/** A file of SQLite made by these statements. */
export function sqliteFile(fill: (database: DatabaseSync) => void): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "viva-test-anki-"));
  try {
    const path = join(folder, "a.db");
    const database = new DatabaseSync(path, { defensive: false });
    fill(database);
    database.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const TABLES = `
create table col (id integer primary key, crt integer, mod integer, scm integer, ver integer, dty integer, usn integer,
  ls integer, conf text, models text, decks text, dconf text, tags text);
create table notes (id integer primary key, guid text, mid integer, mod integer, usn integer, tags text, flds text,
  sfld integer, csum integer, flags integer, data text);
create table cards (id integer primary key, nid integer, did integer, ord integer, mod integer, usn integer, type integer,
  queue integer, due integer, ivl integer, factor integer, reps integer, lapses integer, left integer, odue integer,
  odid integer, flags integer, data text);
create table revlog (id integer primary key, cid integer, usn integer, ease integer, ivl integer, lastIvl integer,
  factor integer, time integer, type integer);
create table graves (usn integer, oid integer, type integer);`;

const deckNames = ({ notes }: TestCollection): string[] => [
  ...new Set(["Default", ...notes.map(({ deck = "Default" }) => deck)]),
];

function fillRows(database: DatabaseSync, collection: TestCollection): void {
  const decks = deckNames(collection);
  const note = database.prepare("insert into notes values (?, ?, ?, 0, 0, ?, ?, '', 0, 0, '')");
  const card = database.prepare(
    "insert into cards values (?, ?, ?, ?, 0, 0, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
  );
  database.exec("begin");
  for (const [
    at,
    { type = 0, fields, deck = "Default", tags = "", ords = [0], ...rest },
  ] of collection.notes.entries()) {
    const id = 1000 + at;
    note.run(id, `guid-${id}`, 100 + type, tags, fields.join("\x1f"));
    for (const ord of ords) {
      const cardId = id * 1000 + ord;
      card.run(cardId, id, decks.indexOf(deck) + 1, ord, at + 1);
      for (const [column, value] of Object.entries(rest.card ?? {})) {
        database.prepare(`update cards set ${column} = ? where id = ?`).run(value, cardId);
      }
    }
  }
  database.exec("commit");
}

/** A collection of schema 11. */
export function collection11(collection: TestCollection): Uint8Array {
  return sqliteFile((database) => {
    database.exec(TABLES);
    const models = (collection.noteTypes ?? [BASIC]).map(({ fields, cards, cloze = false }, at) => [
      100 + at,
      {
        id: 100 + at,
        name: `Type ${at}`,
        type: cloze ? 1 : 0,
        flds: fields.map((name, ord) => ({ name, ord })),
        tmpls: cards.map(([qfmt, afmt], ord) => ({ name: `Card ${ord + 1}`, ord, qfmt, afmt })),
      },
    ]);
    const decks = deckNames(collection).map((name, at) => [at + 1, { id: at + 1, name }]);
    database
      .prepare("insert into col values (1, 0, 0, 0, 11, 0, 0, 0, '{}', ?, ?, '{}', '{}')")
      .run(JSON.stringify(Object.fromEntries(models)), JSON.stringify(Object.fromEntries(decks)));
    fillRows(database, collection);
    if (collection.sql !== undefined) database.exec(collection.sql);
  });
}

/** A collection of schema 18, with the names that only Anki can compare. */
export function collection18(collection: TestCollection): Uint8Array {
  return sqliteFile((database) => {
    database.exec(`${TABLES}
      create table notetypes (id integer not null primary key, name text not null, mtime_secs integer, usn integer,
        config blob not null);
      create table fields (ntid integer not null, ord integer not null, name text not null, config blob not null,
        primary key (ntid, ord)) without rowid;
      create table templates (ntid integer not null, ord integer not null, name text not null, mtime_secs integer,
        usn integer, config blob not null, primary key (ntid, ord)) without rowid;
      create table decks (id integer primary key not null, name text not null, mtime_secs integer, usn integer,
        common blob not null, kind blob not null);
      create unique index idx_decks_name on decks (name);
      create unique index idx_fields_name_ntid on fields (name, ntid);
      create unique index idx_notetypes_name on notetypes (name);
      insert into col values (1, 0, 0, 0, 18, 0, 0, 0, '', '', '', '', '');`);
    const empty = new Uint8Array(0);
    for (const [at, { fields, cards, cloze = false }] of (collection.noteTypes ?? [BASIC]).entries()) {
      const id = 100 + at;
      database
        .prepare("insert into notetypes values (?, ?, 0, 0, ?)")
        .run(id, `Type ${at}`, message([1, cloze ? 1 : 0], [3, ".card { color: black }"]));
      for (const [ord, name] of fields.entries()) {
        database.prepare("insert into fields values (?, ?, ?, ?)").run(id, ord, name, empty);
      }
      for (const [ord, [front, back]] of cards.entries()) {
        database
          .prepare("insert into templates values (?, ?, ?, 0, 0, ?)")
          .run(id, ord, `Card ${ord}`, message([1, front], [2, back]));
      }
    }
    for (const [at, name] of deckNames(collection).entries()) {
      database
        .prepare("insert into decks values (?, ?, 0, 0, ?, ?)")
        .run(at + 1, name.replaceAll("::", "\x1f"), empty, message([1, message([1, 1])]));
    }
    fillRows(database, collection);
    database.exec(`pragma writable_schema = on;
      update sqlite_schema set sql = replace(sql, 'name text not null', 'name text not null collate unicase')
        where name in ('notetypes', 'fields', 'templates', 'decks');`);
    if (collection.sql !== undefined) database.exec(collection.sql);
  });
}

/** A message of Protocol Buffers with these fields. */
export function message(...fields: readonly (readonly [number, number | string | Uint8Array])[]): Uint8Array {
  const out: number[] = [];
  const varint = (value: number) => {
    let left = value;
    for (; left > 127; left = Math.floor(left / 128)) out.push((left % 128) + 128);
    out.push(left);
  };
  for (const [number, value] of fields) {
    varint(number * 8 + (typeof value === "number" ? 0 : 2));
    if (typeof value === "number") varint(value);
    else {
      const bytes = typeof value === "string" ? strToU8(value) : value;
      varint(bytes.length);
      out.push(...bytes);
    }
  }
  return Uint8Array.from(out);
}

/** An older package: `media` is JSON, files are as they are. */
export function package11(
  collection: TestCollection,
  media: Readonly<Record<string, Uint8Array>> = {},
  more: Zippable = {},
): Uint8Array {
  const names = Object.keys(media);
  return zipSync({
    "collection.anki2": collection11(collection),
    media: strToU8(JSON.stringify(Object.fromEntries(names.map((name, at) => [at, name])))),
    ...Object.fromEntries(names.map((name, at) => [String(at), media[name] ?? new Uint8Array(0)])),
    ...more,
  });
}

/** A newer package: everything is packed once more, and an older collection tells older programs to update. */
export function package18(
  collection: TestCollection,
  media: Readonly<Record<string, Uint8Array>> = {},
  more: Zippable = {},
): Uint8Array {
  const names = Object.keys(media);
  const list = message(
    ...names.map((name) => [1, message([1, name], [2, media[name]?.length ?? 0])] as const),
  );
  return zipSync({
    meta: Uint8Array.of(8, 3),
    "collection.anki21b": zstdCompressSync(collection18(collection)),
    "collection.anki2": collection11({
      notes: [
        {
          fields: ["Please update to the latest Anki version, then import the .colpkg/.apkg file again.", ""],
        },
      ],
    }),
    media: zstdCompressSync(list),
    ...Object.fromEntries(
      names.map((name, at) => [String(at), zstdCompressSync(media[name] ?? new Uint8Array(0))]),
    ),
    ...more,
  });
}

/** All rows of a file of SQLite that this statement gives. */
export function sqliteRows(bytes: Uint8Array, sql: string): Record<string, unknown>[] {
  const folder = mkdtempSync(join(tmpdir(), "viva-test-anki-"));
  try {
    const path = join(folder, "a.db");
    writeFileSync(path, bytes);
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      return database
        .prepare(sql)
        .all()
        .map((row) => ({ ...row }));
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
