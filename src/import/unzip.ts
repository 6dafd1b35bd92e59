import type { Readable } from "node:stream";
import { promisify } from "node:util";
import type { Entry, ZipFile } from "yauzl";
import { VivaError } from "../base/index.ts";

/** Bytes that all files of an archive may have once unpacked. */
const LARGEST_UNPACKED = 100 * 1024 * 1024;
/** Files of an archive; a package of flash cards has some thousand pictures. */
const MOST_FILES = 20_000;

/** A file of an archive that was not unpacked yet. */
export interface ZipEntry {
  /** As the archive writes it: not safe as a path. */
  readonly name: string;
  /** Bytes once unpacked, as the archive claims. */
  readonly size: number;
  /** A link, a device, a pipe: by the mode that Unix archives keep. */
  readonly special: boolean;
  readonly folder: boolean;
}

/** An opened archive. Unpacks into memory and never writes. */
export interface Archive {
  readonly entries: readonly ZipEntry[];
  /**
   * Unpacks one file. What all files together have is bounded, counted while it streams: claims are not believed.
   * @throws VivaError VIVA_FILE_TOO_LARGE, VIVA_FILE_UNREADABLE
   */
  unpack(entry: ZipEntry): Promise<Uint8Array>;
}

/**
 * Opens a zip archive in memory.
 * @param document the archive's name, for messages
 * @throws VivaError VIVA_FILE_UNREADABLE for a damaged or encrypted one, VIVA_FILE_TOO_LARGE for one with too many files
 */
export async function openZip(document: string, bytes: Uint8Array): Promise<Archive> {
  const { fromBuffer } = await import("yauzl");
  const damaged = (error: unknown) =>
    new VivaError(
      "VIVA_FILE_UNREADABLE",
      `${document} cannot be unpacked (${error instanceof Error ? error.message : error}): nothing imported; export or pack it again`,
      { cause: error },
    );
  // Names are taken as bytes: the library refuses a whole archive for one name that leads out of it.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const open = promisify((callback: (error: Error | null, zip?: ZipFile) => void) =>
    fromBuffer(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true }, callback),
  );
  const zip = await open().catch((error: unknown) => {
    throw damaged(error);
  });
  if (zip === undefined) throw damaged("no archive");
  const found = await entriesOf(zip).catch((error: unknown) => {
    throw error instanceof VivaError ? error : damaged(error);
  });
  let left = LARGEST_UNPACKED;
  const entries = new Map(found.map((entry) => [describe(entry), entry]));
  return {
    entries: [...entries.keys()],
    async unpack(described) {
      const entry = entries.get(described);
      if (entry === undefined) throw new TypeError("an entry of another archive");
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of await streamOf(zip, entry)) {
          left -= (chunk as Buffer).length;
          if (left < 0) throw tooLarge(document);
          chunks.push(chunk as Buffer);
        }
      } catch (error) {
        throw error instanceof VivaError ? error : damaged(error);
      }
      return Buffer.concat(chunks);
    },
  };

  function entriesOf(archive: ZipFile): Promise<Entry[]> {
    return new Promise((resolve, reject) => {
      const list: Entry[] = [];
      if (archive.entryCount > MOST_FILES) {
        reject(tooMany(document, archive.entryCount));
        return;
      }
      archive.on("entry", (entry) => {
        list.push(entry);
        archive.readEntry();
      });
      archive.on("error", reject);
      archive.on("end", () => resolve(list));
      archive.readEntry();
    });
  }
}

/** The upper half of an entry's attributes is a Unix mode when a Unix made it; 0 when it says nothing. */
function describe(entry: Entry): ZipEntry {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  const name = new TextDecoder().decode(entry.fileName as unknown as Uint8Array);
  return {
    name,
    size: entry.uncompressedSize,
    special: type !== 0 && type !== 0o100000 && type !== 0o040000,
    folder: name.endsWith("/"),
  };
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}

const MB = (bytes: number) => Math.round(bytes / 1048576);

function tooLarge(document: string): VivaError {
  return new VivaError(
    "VIVA_FILE_TOO_LARGE",
    `${document} unpacks to more than ${MB(LARGEST_UNPACKED)} MB: nothing imported; leave out large files`,
  );
}

function tooMany(document: string, count: number): VivaError {
  return new VivaError(
    "VIVA_FILE_TOO_LARGE",
    `${document} holds ${count} files, more than the ${MOST_FILES} that are read: nothing imported; split it`,
  );
}
