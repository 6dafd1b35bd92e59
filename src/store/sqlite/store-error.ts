import { VivaError, type VivaErrorCode } from "../../base/index.ts";

/** SQLite's primary result codes that are expected: https://sqlite.org/rescode.html */
const SQLITE: Readonly<Record<number, VivaErrorCode>> = {
  3: "VIVA_STORE_UNWRITABLE", // SQLITE_PERM
  5: "VIVA_STORE_BUSY", // SQLITE_BUSY
  6: "VIVA_STORE_BUSY", // SQLITE_LOCKED
  8: "VIVA_STORE_UNWRITABLE", // SQLITE_READONLY
  10: "VIVA_STORE_UNWRITABLE", // SQLITE_IOERR
  11: "VIVA_STORE_DAMAGED", // SQLITE_CORRUPT
  13: "VIVA_STORE_UNWRITABLE", // SQLITE_FULL
  14: "VIVA_STORE_UNWRITABLE", // SQLITE_CANTOPEN
  26: "VIVA_STORE_DAMAGED", // SQLITE_NOTADB
};

/** The code for an error of SQLite or of the file system; null when it is neither, or not an expected one. */
export function storeErrorCode(error: unknown): VivaErrorCode | null {
  if (error instanceof VivaError) return error.code;
  if (!(error instanceof Error)) return null;
  // The low byte is the primary code of an extended one.
  if ("errcode" in error) return SQLITE[Number(error.errcode) & 0xff] ?? null;
  return "syscall" in error ? "VIVA_STORE_UNWRITABLE" : null;
}

/** An error as callers see it: from the catalogue when it was to be expected, else as it was. */
export function storeError(error: unknown, file: string): unknown {
  const code = storeErrorCode(error);
  if (code === null || error instanceof VivaError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new VivaError(code, detail(code, file, reason), { cause: error });
}

/** The error for a store that cannot be used as it is. */
export function damaged(file: string, reason: string): VivaError {
  return new VivaError("VIVA_STORE_DAMAGED", detail("VIVA_STORE_DAMAGED", file, reason), {
    cause: new Error(reason),
  });
}

/** The error for a store whose form this program does not know. */
export function newer(file: string, found: string): VivaError {
  return new VivaError(
    "VIVA_STORE_NEWER",
    `${file} was written by a newer Vivarium (${found}): use that one. Nothing was changed`,
  );
}

function detail(code: VivaErrorCode, file: string, reason: string): string {
  switch (code) {
    case "VIVA_STORE_BUSY":
      return `${file} is being written by another program for too long (${reason}). Try again, or end that one`;
    case "VIVA_STORE_DAMAGED":
      return (
        `${file} is damaged (${reason}). Bring a backup back with \`viva restore\`; ` +
        "without one, move the file away and a new one is begun"
      );
    default:
      return `${file} cannot be written (${reason}). Mend that, or set VIVA_HOME to another folder`;
  }
}
