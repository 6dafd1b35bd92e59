import { VivaError } from "../../base/index.ts";
import type { Archive, ZipEntry } from "../unzip.ts";
import { protobufText, readProtobuf } from "./protobuf.ts";
import { unzstd } from "./unzstd.ts";

/** Bytes of the list; one of 20,000 files has about 1 MB. */
const LARGEST_LIST = 8 * 1024 * 1024;
/** What Zstandard packed begins so. */
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];

/** What a package says of its media. */
export interface MediaList {
  /** The file's name in the archive, and the name that cards know it by; nothing of it is checked. */
  readonly files: readonly { readonly at: string; readonly name: string }[];
  /** Whether each file is packed once more. */
  readonly isPacked: boolean;
  /** Why it cannot be read; "" when it can, or when there is none. */
  readonly problem: string;
}

/** Reads the list of media of a package, `media`: JSON, or in newer packages a packed message. */
export async function readMediaList(
  document: string,
  archive: Archive,
  entry: ZipEntry | undefined,
): Promise<MediaList> {
  if (entry === undefined) return nothing("");
  if (entry.special || entry.size > LARGEST_LIST) return nothing("it is no file, or too large");
  try {
    const raw = await archive.unpack(entry);
    if (!ZSTD.every((byte, at) => raw[at] === byte)) return listOfJson(raw);
    return listOfMessage(await unzstd(document, "a list of media", raw, LARGEST_LIST));
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    return nothing("it cannot be unpacked, or is too large");
  }
}

const nothing = (problem: string): MediaList => ({ files: [], isPacked: false, problem });

function listOfJson(raw: Uint8Array): MediaList {
  let parsed: unknown = null;
  try {
    parsed = JSON.parse(new TextDecoder().decode(raw));
  } catch {
    // Said below: it is no map.
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    return nothing("it is no map of names");
  }
  const files = Object.entries(parsed).flatMap(([at, name]: [string, unknown]) =>
    typeof name === "string" ? [{ at, name }] : [],
  );
  return { files, isPacked: false, problem: "" };
}

/** Files stand in the order of their names in the archive: `0`, `1`, and so on. */
function listOfMessage(bytes: Uint8Array): MediaList {
  const message = readProtobuf(bytes);
  if (message === null) return nothing("it is no list of names");
  const names = message.flatMap(({ number, value }) => {
    if (number !== 1) return [];
    const file = value instanceof Uint8Array ? readProtobuf(value) : null;
    return [file === null ? "" : protobufText(file, 1)];
  });
  return { files: names.map((name, at) => ({ at: String(at), name })), isPacked: true, problem: "" };
}
