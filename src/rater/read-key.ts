import { open } from "node:fs/promises";
import { VivaError, type VivaErrorCode } from "../base/index.ts";
import type { Environment } from "./environment.ts";

/** Bytes. */
const LONGEST_KEY = 4096;

/**
 * The key from VIVA_LLM_KEY, or from the file that VIVA_LLM_KEY_FILE names, as secrets of containers are given.
 * @returns null when there is none
 * @throws VivaError saying what is wrong with it, and nothing of it
 */
export async function readKey(environment: Environment): Promise<string | null> {
  const said = environment.VIVA_LLM_KEY?.trim() ?? "";
  const file = environment.VIVA_LLM_KEY_FILE?.trim() ?? "";
  if (said !== "" && file !== "") {
    throw new VivaError("VIVA_USAGE", "VIVA_LLM_KEY and VIVA_LLM_KEY_FILE are both set: wanted one of them");
  }
  if (file !== "") return wellFormed(await readKeyFile(file), "VIVA_LLM_KEY_FILE");
  return said === "" ? null : wellFormed(said, "VIVA_LLM_KEY");
}

/** What does not go into a header would be told, key and all, by whoever refuses it. */
function wellFormed(key: string, name: string): string {
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new VivaError(
    "VIVA_USAGE",
    `${name} holds more than a key: wanted one word of ASCII letters, digits and signs`,
  );
}

async function readKeyFile(path: string): Promise<string> {
  const failed = (code: VivaErrorCode, why: string, cause?: unknown) =>
    new VivaError(code, `VIVA_LLM_KEY_FILE: ${path} ${why}`, { cause });
  // What is named may be a device without an end.
  const buffer = Buffer.alloc(LONGEST_KEY + 1);
  let length = 0;
  try {
    await using file = await open(path);
    length = (await file.read(buffer, 0, buffer.length, null)).bytesRead;
  } catch (error) {
    const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw isGone
      ? failed("VIVA_FILE_NOT_FOUND", "is not there", error)
      : failed("VIVA_FILE_UNREADABLE", "cannot be read", error);
  }
  if (length > LONGEST_KEY) throw failed("VIVA_FILE_TOO_LARGE", `has more than ${LONGEST_KEY} bytes`);
  const key = buffer.toString("utf8", 0, length).trim();
  if (key === "") throw failed("VIVA_FILE_EMPTY", "is empty");
  return key;
}
