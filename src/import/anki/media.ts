import { VivaError } from "../../base/index.ts";
import { PagePictures } from "../html/pictures.ts";
import { mediaName } from "../media-name.ts";
import type { DraftQuestion, ImportWarning, Media } from "../reader.ts";
import type { Archive, ZipEntry } from "../unzip.ts";
import type { CardMedia } from "./html.ts";
import { readMediaList } from "./media-list.ts";
import { unzstd } from "./unzstd.ts";

/** Bytes of one picture or sound, and of all that are kept. */
const LARGEST_MEDIUM = 20 * 1024 * 1024;
const LARGEST_MEDIA = 100 * 1024 * 1024;
/** Names that one warning tells, and characters of each. */
const NAMES_SHOWN = 12;
const NAME_SHOWN = 80;

/** Why a file is not kept, as the warning puts it. */
const REASONS = {
  path: "with a path for a name",
  svg: "SVG, which can hold scripts",
  kind: "no picture or sound that is shown here",
  missing: "not in the package",
  special: "a link or a device",
  unlisted: "not in the package's list of media",
  large: `larger than ${LARGEST_MEDIUM / 1048576} MB, or too large together`,
  damaged: "cannot be unpacked",
} as const;
type Reason = keyof typeof REASONS;

/** The pictures and sounds of a package. Which are kept is found out while its cards are read. */
export interface AnkiMedia extends CardMedia {
  /** Unpacks what is kept. `failed` names those that cards already refer to and that could not be had after all. */
  collect(
    questions: readonly DraftQuestion[],
  ): Promise<{ media: Media[]; failed: string[]; warnings: ImportWarning[] }>;
}

/** Looks through the files of a package; nothing but the list of media is unpacked yet. */
export async function openAnkiMedia(document: string, archive: Archive): Promise<AnkiMedia> {
  const refused = new Map<Reason, Set<string>>();
  const told = new Set<string>();
  const refuse = (reason: Reason, name: string): null => {
    const names = refused.get(reason) ?? new Set<string>();
    if (!told.has(name)) refused.set(reason, names.add(name));
    told.add(name);
    return null;
  };
  const entries = new Map<string, ZipEntry>();
  for (const entry of archive.entries) if (!entries.has(entry.name)) entries.set(entry.name, entry);
  const list = await readMediaList(document, archive, entries.get("media"));
  const listed = new Map<string, ZipEntry>();
  for (const { at, name } of list.files) {
    const entry = /^\d{1,9}$/.test(at) ? entries.get(at) : undefined;
    const reason = whyRefused(name) ?? whyNotTaken(entry);
    if (reason !== null || entry === undefined) refuse(reason ?? "missing", name);
    else if (!listed.has(name.normalize("NFC"))) listed.set(name.normalize("NFC"), entry);
  }
  const places = new Set(list.files.map(({ at }) => at));
  for (const { name, special, folder } of archive.entries) {
    if (isOwnFile(name) || places.has(name) || folder) continue;
    refuse(special ? "special" : /[\\/]/.test(name) ? "path" : "unlisted", name);
  }
  const kept = new Map<string, string>();
  const taken = new Set<string>();
  const pictures = new PagePictures();

  return {
    keep(name) {
      const key = name.normalize("NFC");
      const before = kept.get(key);
      if (before !== undefined) return `media/${before}`;
      const safe = mediaName(key);
      if (safe === null) return refuse(whyRefused(key) ?? "kind", name);
      if (!listed.has(key)) return refuse("missing", name);
      // Pictures that stand in cards have these names.
      if (/^picture-\d+\./.test(safe)) taken.add(safe);
      const free = freeName(safe, taken);
      taken.add(free);
      kept.set(key, free);
      return `media/${free}`;
    },
    keepPicture: pictures.keep,
    async collect(questions) {
      const inCards = pictures.usedBy(questions);
      const media: Media[] = [...inCards.media];
      const failed: string[] = [];
      let left = LARGEST_MEDIA;
      for (const [name, safe] of kept) {
        const bytes = await unpack(document, archive, listed.get(name), list.isPacked);
        if (typeof bytes !== "string" && bytes.length <= left) {
          left -= bytes.length;
          media.push({ name: safe, bytes });
          continue;
        }
        failed.push(safe);
        refuse(typeof bytes === "string" ? bytes : "large", name);
      }
      const unused = [...listed.keys()].filter((name) => !kept.has(name));
      const warnings = [...warningsOf(refused, unused, list.problem), ...inCards.warnings];
      return { media, failed, warnings };
    },
  };
}

/** The collection in its forms, what says which is there, and the list of media. */
const isOwnFile = (name: string): boolean => /^(?:collection\.anki2(?:1b?)?|media|meta)$/.test(name);

function whyRefused(name: string): Reason | null {
  if (mediaName(name) !== null) return null;
  if (/[\\/\0]/.test(name)) return "path";
  return /\.svgz?$/i.test(name) ? "svg" : "kind";
}

function whyNotTaken(entry: ZipEntry | undefined): Reason | null {
  if (entry === undefined) return "missing";
  if (entry.special) return "special";
  return entry.size > LARGEST_MEDIUM ? "large" : null;
}

async function unpack(
  document: string,
  archive: Archive,
  entry: ZipEntry | undefined,
  isPacked: boolean,
): Promise<Uint8Array | Reason> {
  if (entry === undefined) return "missing";
  try {
    const raw = await archive.unpack(entry);
    return isPacked ? await unzstd(document, `the file ${entry.name}`, raw, LARGEST_MEDIUM) : raw;
  } catch (error) {
    if (error instanceof VivaError) return error.code === "VIVA_FILE_TOO_LARGE" ? "large" : "damaged";
    throw error;
  }
}

/** `a.png`, then `a-2.png`. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf(".");
  let free = name;
  for (let i = 2; taken.has(free); i++) free = `${name.slice(0, dot)}-${i}${name.slice(dot)}`;
  return free;
}

function warningsOf(
  refused: ReadonlyMap<Reason, ReadonlySet<string>>,
  unused: readonly string[],
  problem: string,
): ImportWarning[] {
  const warnings: ImportWarning[] = [];
  const warn = (code: ImportWarning["code"], text: string) => warnings.push({ code, line: 1, text });
  if (problem !== "")
    warn("media-refused", `the list of media cannot be read (${problem}): no picture or sound kept`);
  const reasons = [...refused].filter(([, names]) => names.size > 0);
  if (reasons.length > 0) {
    const count = reasons.reduce((sum, [, names]) => sum + names.size, 0);
    const parts = reasons.map(([reason, names]) => `${REASONS[reason]} (${shown([...names])})`);
    warn("media-refused", `${filesOf(count)} not kept: ${parts.join("; ")}`);
  }
  if (unused.length > 0) warn("not-kept", `${filesOf(unused.length)} that no card shows: ${shown(unused)}`);
  return warnings;
}

const filesOf = (count: number): string => (count === 1 ? "1 file" : `${count} files`);

function shown(names: readonly string[]): string {
  const some = names.slice(0, NAMES_SHOWN).map((name) => JSON.stringify(name.slice(0, NAME_SHOWN)));
  return names.length > NAMES_SHOWN
    ? `${some.join(", ")} and ${names.length - NAMES_SHOWN} more`
    : some.join(", ");
}
