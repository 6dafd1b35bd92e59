import { once } from "node:events";
import { open, rename, rm, stat } from "node:fs/promises";
import { VivaError } from "../base/index.ts";

/** Writes pieces on standard output, as fast as they are taken. */
export async function printPieces(pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const { stdout } = process;
  for await (const piece of pieces) if (!stdout.write(piece)) await once(stdout, "drain");
}

/**
 * Writes pieces into a file: beside, then renamed, so that it is complete or not there. Only its owner may read it.
 * @throws VivaError VIVA_USAGE when the file is there and may not be replaced; VIVA_STORE_UNWRITABLE
 */
export async function writePieces(
  pieces: AsyncIterable<string | Uint8Array>,
  to: string,
  replace: boolean,
): Promise<void> {
  await refuseTaken(to, replace);
  const part = `${to}.part`;
  try {
    const file = await open(part, "wx", 0o600);
    try {
      try {
        for await (const piece of pieces) await file.writeFile(piece);
        await file.sync();
      } finally {
        await file.close();
      }
      await refuseTaken(to, replace);
      await rename(part, to);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  } catch (error) {
    if (error instanceof VivaError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const what =
      code === "EEXIST"
        ? `${part} is there, from an export that is running or was ended: remove it and try again`
        : `${to}: cannot be written (${message}). Name another file`;
    throw new VivaError("VIVA_STORE_UNWRITABLE", what, { cause: error });
  }
}

async function refuseTaken(file: string, replace: boolean): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found === null) return;
  // A device that is replaced is missed by the whole machine.
  if (!found.isFile()) throw new VivaError("VIVA_USAGE", `${file} is no regular file: name another one`);
  if (!replace) throw new VivaError("VIVA_USAGE", `${file} exists: name another file, or give --replace`);
}
