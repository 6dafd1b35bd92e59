import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { NINE, said, testDeck } from "../../test/fixtures/practice.ts";
import { seededRandom } from "../base/index.ts";
import { backUp } from "./back-up.ts";
import { erasePerson } from "./erase-person.ts";
import { exportPerson } from "./export-person.ts";
import { readBackup } from "./read-backup.ts";
import { recordReview } from "./record-review.ts";
import { restore } from "./restore.ts";
import { LOCAL_OWNER, openWorkplace, type Workplace } from "./workplace.ts";

const made: string[] = [];
const opened: Workplace[] = [];
after(async () => {
  for (const workplace of opened) await workplace.close();
  for (const path of made) await rm(path, { recursive: true, force: true });
});

async function temporary(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "viva-restore-"));
  made.push(path);
  return path;
}

function workplaceIn(home: string): Workplace {
  let now = NINE;
  const workplace = openWorkplace({
    root: new URL("../../", import.meta.url),
    home,
    clock: () => now++,
    random: seededRandom(home),
  });
  opened.push(workplace);
  return workplace;
}

/** A home with a deck and a review, and its backup. */
async function backedUp() {
  const folder = await temporary();
  const home = join(folder, "home");
  const workplace = workplaceIn(home);
  const deck = testDeck("mine", 2);
  await workplace.decks.save({ info: deck, questions: deck.questions }, "new");
  await recordReview(workplace, LOCAL_OWNER, await said(workplace, "mine-001", ["one of the first day"]));
  const backup = join(folder, "backup");
  const result = await backUp(workplace, backup);
  return { folder, home, workplace, backup, result };
}

/** Everything that a home says: the log, the decks. */
async function stateOf(workplace: Workplace) {
  const lines: string[] = [];
  for await (const line of exportPerson(workplace, LOCAL_OWNER)) lines.push(line);
  const own = (await workplace.decks.list()).filter(({ writable }) => writable);
  const decks = await Promise.all(own.map(({ name }) => workplace.decks.load(name)));
  return { events: lines.slice(1), decks };
}

async function goOn(workplace: Workplace) {
  const deck = testDeck("later", 1);
  await workplace.decks.save({ info: deck, questions: deck.questions }, "new");
  const changed = testDeck("mine", 1);
  await workplace.decks.save({ info: changed, questions: changed.questions }, "replace");
  await recordReview(workplace, LOCAL_OWNER, await said(workplace, "later-001", ["two of the second day"]));
}

test("back up: store, own decks and a manifest, for the owner's eyes only", async () => {
  const { backup, result } = await backedUp();
  assert.deepEqual((await readdir(backup)).sort(), ["backup.json", "decks", "vivarium.db"]);
  assert.deepEqual(result.manifest.counts, { events: 1, answers: 1, decks: 1 });
  assert.deepEqual(await readBackup(backup), result.manifest);
  if (process.platform !== "win32") {
    assert.equal((await stat(backup)).mode & 0o777, 0o700);
    for (const { path } of result.manifest.files) {
      assert.equal((await stat(join(backup, path))).mode & 0o777, 0o600, path);
    }
  }
});

test("back up: a folder that holds something is refused untouched, an empty one is filled", async () => {
  const { workplace, folder, backup } = await backedUp();
  const before = await readFile(join(backup, "backup.json"), "utf8");
  await assert.rejects(backUp(workplace, backup), { code: "VIVA_USAGE", message: /holds something/ });
  assert.equal(await readFile(join(backup, "backup.json"), "utf8"), before);
  await mkdir(join(folder, "empty"));
  await backUp(workplace, join(folder, "empty"));
  await readBackup(join(folder, "empty"));
});

test("back up: a file, a folder among the decks and one whose parent is missing are refused, and nothing is left", async () => {
  const { workplace, folder, home } = await backedUp();
  await writeFile(join(folder, "file"), "");
  for (const [path, code] of [
    [join(folder, "file"), "VIVA_USAGE"],
    [join(home, "decks", "copy"), "VIVA_USAGE"],
    [join(folder, "no", "such"), "VIVA_STORE_UNWRITABLE"],
  ] as const) {
    await assert.rejects(backUp(workplace, path), { code });
  }
  assert.deepEqual((await readdir(folder)).sort(), ["backup", "file", "home"]);
});

test("restore: answers, recall and own decks are as they were, and what was there before is kept beside", async () => {
  const { workplace, backup, home } = await backedUp();
  const wanted = await stateOf(workplace);
  await goOn(workplace);
  const between = await stateOf(workplace);
  const { before } = await restore(workplace, backup);
  const fresh = workplaceIn(home);
  assert.deepEqual(await stateOf(fresh), wanted);
  await restore(fresh, before);
  assert.deepEqual(await stateOf(workplaceIn(home)), between);
});

test("restore: into a new home on a new machine", async () => {
  const { workplace, backup, folder } = await backedUp();
  const other = workplaceIn(join(folder, "other"));
  await restore(other, backup);
  assert.deepEqual(await stateOf(other), await stateOf(workplace));
});

test("restore: a backup lets nobody in, and whoever is signed in stays so", async () => {
  const { workplace, folder } = await backedUp();
  const session = { hash: "h", person: LOCAL_OWNER, createdAt: NINE, expiresAt: NINE + 1e12 };
  await (await workplace.store()).sessions.addSession(session);
  await backUp(workplace, join(folder, "with"));
  const other = workplaceIn(join(folder, "other"));
  await restore(other, join(folder, "with"));
  assert.equal(await (await other.store()).sessions.session("h", NINE), null);
  await restore(workplace, join(folder, "with"));
  assert.notEqual(await (await workplace.store()).sessions.session("h", NINE), null);
});

test("restore: a damaged store makes room and is kept beside, as the decks are", async () => {
  const { workplace, backup, home } = await backedUp();
  const wanted = await stateOf(workplace);
  await workplace.close();
  for (const end of ["-wal", "-shm"]) await rm(join(home, `vivarium.db${end}`), { force: true });
  await writeFile(join(home, "vivarium.db"), "this is not a database, it was overwritten by something else");
  const { before, damaged } = await restore(workplaceIn(home), backup);
  assert.deepEqual(await stateOf(workplaceIn(home)), wanted);
  assert.match(await readFile(damaged ?? "", "utf8"), /overwritten by something else/);
  assert.deepEqual(await readdir(join(before, "decks")), ["mine"]);
});

const digest = "0".repeat(64);
type Hurt = (backup: string) => Promise<unknown>;
const manifestWith =
  (change: (manifest: Record<string, unknown>) => unknown): Hurt =>
  async (backup) => {
    const file = join(backup, "backup.json");
    const manifest: Record<string, unknown> = JSON.parse(await readFile(file, "utf8"));
    await writeFile(file, JSON.stringify(change(manifest)));
  };
const withFile = (path: string): Hurt =>
  manifestWith((manifest) => ({
    ...manifest,
    files: [...(manifest.files as unknown[]), { path, bytes: 0, sha256: digest }],
  }));
const firstDeckFile = async (backup: string) => {
  const [name] = (await readdir(join(backup, "decks", "mine"))).filter((each) => each !== "deck.md");
  return join(backup, "decks", "mine", name ?? "");
};

for (const [what, hurt, message] of [
  ["without a manifest", (backup) => rm(join(backup, "backup.json")), /backup\.json: is missing/],
  ["with a cut manifest", (backup) => writeFile(join(backup, "backup.json"), '{"format"'), /not JSON/],
  [
    "with a manifest of something else",
    (backup) => writeFile(join(backup, "backup.json"), "[]"),
    /not describe/,
  ],
  ["of a newer program", manifestWith((manifest) => ({ ...manifest, v: 2 })), /newer Vivarium/],
  ["without files in its manifest", manifestWith(({ files: _, ...rest }) => rest), /"files"/],
  [
    "whose manifest names no store",
    manifestWith((manifest) => ({ ...manifest, files: [] })),
    /does not name vivarium\.db/,
  ],
  ["without its store", (backup) => rm(join(backup, "vivarium.db")), /vivarium\.db: is missing/],
  [
    "with a store that was cut",
    async (backup) => {
      const file = join(backup, "vivarium.db");
      const bytes = await readFile(file);
      await writeFile(file, bytes.subarray(0, bytes.length / 2));
    },
    /vivarium\.db: has \d+ bytes/,
  ],
  [
    "with one byte of its store changed",
    async (backup) => {
      const file = join(backup, "vivarium.db");
      const bytes = await readFile(file);
      bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
      await writeFile(file, bytes);
    },
    /vivarium\.db: was changed/,
  ],
  [
    "with a question missing",
    async (backup) => rm(await firstDeckFile(backup)),
    /decks.mine.*\.md: is missing/,
  ],
  [
    "with a question put in later",
    (backup) => writeFile(join(backup, "decks", "mine", "foreign.md"), "# x\n"),
    /foreign\.md: is not in backup\.json/,
  ],
  [
    "with a file beside its own",
    (backup) => writeFile(join(backup, "vivarium.db-wal"), "x"),
    /vivarium\.db-wal: is not in backup\.json/,
  ],
  [
    "with a link in place of a file",
    async (backup) => {
      const file = await firstDeckFile(backup);
      await rename(file, `${backup}-elsewhere`);
      await symlink(`${backup}-elsewhere`, file);
    },
    /is a link/,
  ],
  [
    "with a link in place of a folder",
    async (backup) => {
      await rename(join(backup, "decks"), `${backup}-decks`);
      await symlink(`${backup}-decks`, join(backup, "decks"));
    },
    /decks: is a link/,
  ],
  ["that names a path above", withFile("../../.profile"), /a path that no backup has/],
  [
    "that names a path above from within",
    withFile("decks/mine/../../../.profile"),
    /a path that no backup has/,
  ],
  ["that names an absolute path", withFile("/etc/passwd"), /a path that no backup has/],
  ["that names a drive", withFile("decks/mine/C:x.md"), /a path that no backup has/],
  ["that names a path with a backslash", withFile("decks/mine/..\\x.md"), /a path that no backup has/],
  ["that names a path with a NUL", withFile("decks/mine/a\0.md"), /a path that no backup has/],
  ["that names a file of the program", withFile("vivarium.db-wal"), /a path that no backup has/],
  ["that names a deck set aside", withFile("decks/.old-mine/x.md"), /a path that no backup has/],
  ["that names a file twice", withFile("vivarium.db"), /names a file twice/],
  ["that is not there", (backup) => rm(backup, { recursive: true }), /no such folder/],
] satisfies [string, Hurt, RegExp][]) {
  test(`restore: a backup ${what} is refused, and everything stays as it was`, async () => {
    const { workplace, backup, home } = await backedUp();
    await goOn(workplace);
    const before = await stateOf(workplace);
    const files = (await readdir(home)).sort();
    await hurt(backup);
    await assert.rejects(restore(workplace, backup), { code: "VIVA_BACKUP_UNREADABLE", message });
    await assert.rejects(readBackup(backup), { code: "VIVA_BACKUP_UNREADABLE", message });
    assert.deepEqual((await readdir(home)).sort(), files);
    assert.deepEqual(await stateOf(workplaceIn(home)), before);
  });
}

test("restore: a store that is none, in a backup that is right about it, changes nothing", async () => {
  const { workplace, backup, home } = await backedUp();
  await goOn(workplace);
  const before = await stateOf(workplace);
  const files = (await readdir(home)).sort();
  const bytes = Buffer.from("no database at all");
  await writeFile(join(backup, "vivarium.db"), bytes);
  await manifestWith((manifest) => ({
    ...manifest,
    files: (manifest.files as { path: string }[]).map((file) =>
      file.path === "vivarium.db"
        ? { ...file, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") }
        : file,
    ),
  }))(backup);
  await assert.rejects(restore(workplace, backup), (error: Error & { code?: string }) => {
    assert.equal(error.code, "VIVA_BACKUP_UNREADABLE");
    assert.ok(error.message.startsWith(join(backup, "vivarium.db")), "it names the backup, not a copy of it");
    return true;
  });
  assert.deepEqual((await readdir(home)).sort(), files);
  assert.deepEqual(await stateOf(workplaceIn(home)), before);
});

test("restore: when one deck cannot be put in place, all are as they were, and so is the store", async () => {
  const { workplace, backup, home } = await backedUp();
  await goOn(workplace);
  await rm(join(home, "decks", "mine"), { recursive: true });
  // No folder can be put in place of a file.
  await writeFile(join(home, "decks", "mine"), "not a folder");
  const before = await stateOf(workplaceIn(home));
  const files = (await readdir(home, { recursive: true })).sort();
  await assert.rejects(restore(workplaceIn(home), backup), { code: "VIVA_STORE_UNWRITABLE" });
  assert.deepEqual(await stateOf(workplaceIn(home)), before);
  const left = (await readdir(home, { recursive: true })).sort();
  assert.deepEqual(left.filter(notOfSqlite), files.filter(notOfSqlite));
});

/** SQLite makes and removes files beside the store as it is opened and closed. */
const notOfSqlite = (file: string) => !/-(wal|shm)$/.test(file);

test("erase: the copies made before a restore go too: the words are nowhere below the home", async () => {
  const { workplace, backup, home } = await backedUp();
  await restore(workplace, backup);
  const { copies } = await erasePerson(workplace, LOCAL_OWNER);
  assert.equal(copies, 1);
  await workplace.close();
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    assert.ok(!bytes.includes("one of the first day"), entry.name);
  }
  await readBackup(backup);
});
