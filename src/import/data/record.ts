import { fieldKey } from "./field-names.ts";
import type { DataNode } from "./node.ts";

/** A named value of a record. */
export interface Field {
  /** As the document writes it. */
  readonly name: string;
  /** The name as it is compared: see `fieldKey`. */
  readonly key: string;
  readonly value: DataNode;
}

/** A row of a table or an object of data that should be one question. */
export interface DataRecord {
  readonly fields: readonly Field[];
  readonly line: number;
  readonly place?: string;
  /** Titles of what it stands in, outermost first. */
  readonly trail: readonly string[];
  /** What stands above several questions and belongs to each, as Markdown. */
  readonly context?: string;
}

export const fieldOf = (name: string, value: DataNode): Field => ({ name, key: fieldKey(name), value });

/** The value of a record's field with such a key; undefined when there is none. */
export function fieldValue(record: DataRecord, key: string): DataNode | undefined {
  return record.fields.find((field) => field.key === key)?.value;
}
