import { numberOf } from "./file-version.ts";
import { openFile, using } from "./open-file.ts";
import { storeError } from "./store-error.ts";

/** What a store holds, of everybody. */
export interface StoreSize {
  /** The version of its tables. */
  readonly schema: number;
  readonly events: number;
  /** Events that have words. */
  readonly answers: number;
}

/** See `describeStore`, the door to this. */
export function describe(file: string): StoreSize {
  try {
    return using(openFile(file, { readOnly: true }), (sqlite) => ({
      schema: numberOf(sqlite, "pragma user_version"),
      events: numberOf(sqlite, "select count(*) from event"),
      answers: numberOf(sqlite, "select count(distinct event) from answer"),
    }));
  } catch (error) {
    throw storeError(error, file);
  }
}
