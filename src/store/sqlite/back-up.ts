import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { VivaError } from "../../base/index.ts";
import { copyFile } from "./copy-file.ts";
import { fileVersion } from "./file-version.ts";
import { migrations } from "./migrations.ts";
import { openFile, using } from "./open-file.ts";
import { patiently } from "./patiently.ts";
import { storeError } from "./store-error.ts";

/** See `backUpStore`, the door to this. */
export async function backUp(path: string, to: string): Promise<void> {
  const file = resolve(path);
  if (!existsSync(file)) {
    throw new VivaError("VIVA_FILE_NOT_FOUND", `${file}: there is no store yet, so nothing to back up`);
  }
  const newest = migrations.at(-1)?.version ?? 0;
  try {
    await patiently(() =>
      using(openFile(file, { readOnly: true }), (sqlite) => fileVersion(sqlite, file, newest)),
    );
    await patiently(() => copyFile(file, resolve(to), withoutSecrets));
  } catch (error) {
    throw storeError(error, file);
  }
}

/** Who may come in belongs to a place, not to its backup: an old one must let nobody in. */
function withoutSecrets(copy: DatabaseSync): void {
  copy.exec("pragma secure_delete = on; delete from link; delete from session; vacuum");
}
