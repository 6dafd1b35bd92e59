import { parseDeckName, VivaError } from "../base/index.ts";

/** What `backup.json` says of the backup it stands in. */
export interface BackupManifest {
  readonly format: typeof FORMAT;
  readonly v: typeof VERSION;
  /** When it was made: an ISO instant. */
  readonly at: string;
  /** The version of the store's tables. */
  readonly schema: number;
  readonly counts: { readonly events: number; readonly answers: number; readonly decks: number };
  /** All files but `backup.json`, by path. */
  readonly files: readonly BackupFile[];
}

/** A file of a backup. */
export interface BackupFile {
  /** Below the backup's folder, with slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

const FORMAT = "vivarium-backup";
const VERSION = 1;

export const MANIFEST = "backup.json";
export const STORE = "vivarium.db";
export const DECKS = "decks";

/** A name that is one step down on every system: no way up, no other drive, no stream, nothing unseen. */
const STEP = /^(?!\.{1,2}$)[^/\\:\p{Cc}]{1,255}$/u;
/** `decks/`, a deck, and what stands in it. */
const SHORTEST = 3;
const DEEPEST = 32;

/** Whether a backup may hold a file of this path. */
export function isBackupPath(path: string): boolean {
  if (path === STORE) return true;
  const steps = path.split("/");
  return (
    steps[0] === DECKS &&
    parseDeckName(steps[1] ?? "").ok &&
    steps.length >= SHORTEST &&
    steps.length <= DEEPEST &&
    steps.every((step) => STEP.test(step))
  );
}

/** A manifest of a backup made now. */
export function newManifest(made: Omit<BackupManifest, "format" | "v">): BackupManifest {
  return { format: FORMAT, v: VERSION, ...made };
}

/**
 * The only place where the text of a `backup.json` becomes a manifest.
 * @param file its path, for messages
 * @throws VivaError VIVA_BACKUP_UNREADABLE
 */
export function parseManifest(file: string, text: string): BackupManifest {
  const bad = (what: string) => unreadable(file, what);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unreadable(file, "not JSON: the file is damaged or cut", error);
  }
  if (!isObject(value) || value.format !== FORMAT) throw bad("does not describe a backup of Vivarium");
  const { v, at, schema, counts, files } = value;
  if (typeof v === "number" && v > VERSION) {
    throw bad("was made by a newer Vivarium: install that one to restore it");
  }
  if (v !== VERSION) throw bad(`has the version ${JSON.stringify(v)}, wanted ${VERSION}`);
  if (typeof at !== "string" || Number.isNaN(Date.parse(at))) throw bad(`"at" is not an instant`);
  if (!isCount(schema)) throw bad(`"schema" is not a whole number`);
  if (!isObject(counts)) throw bad(`"counts" is not an object`);
  const { events, answers, decks } = counts;
  if (!isCount(events) || !isCount(answers) || !isCount(decks)) throw bad(`"counts" lacks a number`);
  if (!Array.isArray(files)) throw bad(`"files" is not a list`);
  const parsed = files.map((each: unknown, i) => parseFile(each, (what) => bad(`"files[${i}]" ${what}`)));
  const paths = new Set(parsed.map(({ path }) => path));
  if (paths.size < parsed.length) throw bad("names a file twice");
  if (!paths.has(STORE)) throw bad(`does not name ${STORE}`);
  return newManifest({ at, schema, counts: { events, answers, decks }, files: parsed });
}

function parseFile(value: unknown, bad: (what: string) => VivaError): BackupFile {
  if (!isObject(value)) throw bad("is not an object");
  const { path, bytes, sha256 } = value;
  if (typeof path !== "string" || !isBackupPath(path)) {
    throw bad(`has a path that no backup has: ${JSON.stringify(path)}`);
  }
  if (!isCount(bytes)) throw bad(`has no size in "bytes"`);
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) throw bad(`has no "sha256"`);
  return { path, bytes, sha256 };
}

/** @returns the error for a backup that cannot be trusted; nothing has been changed when it is thrown */
export function unreadable(path: string, what: string, cause?: unknown): VivaError {
  return new VivaError("VIVA_BACKUP_UNREADABLE", `${path}: ${what}. Nothing was restored`, { cause });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
