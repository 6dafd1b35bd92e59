/**
 * A value of a data document (JSON, YAML, a row of a table) with the line where it starts. Keys stay in order and may
 * repeat, numbers stay as they were written, and no key can reach a prototype: objects of JavaScript keep none of this.
 */
export type DataNode = DataMap | DataList | DataText;

export interface DataMap {
  readonly kind: "map";
  readonly line: number;
  readonly entries: readonly DataEntry[];
}

export interface DataEntry {
  readonly key: string;
  readonly value: DataNode;
}

export interface DataList {
  readonly kind: "list";
  readonly line: number;
  readonly items: readonly DataNode[];
}

/** A single value. `text` is what the document writes, "" for null. */
export interface DataText {
  readonly kind: "text";
  readonly line: number;
  readonly text: string;
  readonly is: "string" | "number" | "boolean" | "null";
}

/** So deep no document of questions is nested; deeper ones are refused before a call stack is. */
export const DEEPEST = 100;

/** The text of a node that is a text with more than white space; null of any other. */
export function stringOf(node: DataNode | undefined): string | null {
  return node?.kind === "text" && node.is === "string" && node.text.trim() !== "" ? node.text : null;
}

/** The text of a single value, numbers and yes or no included; null of a list, a map or nothing. */
export function scalarOf(node: DataNode | undefined): string | null {
  return node?.kind === "text" && node.is !== "null" && node.text.trim() !== "" ? node.text : null;
}

/** Whether there is nothing in a value: null, a blank text, an empty list or map. */
export function isEmptyNode(node: DataNode): boolean {
  if (node.kind === "text") return node.is === "null" || node.text.trim() === "";
  return node.kind === "list" ? node.items.every(isEmptyNode) : node.entries.length === 0;
}

/** The texts inside a value, however deep, in order. */
export function textsIn(node: DataNode): string[] {
  if (node.kind === "text") return isEmptyNode(node) ? [] : [node.text];
  const inner = node.kind === "list" ? node.items : node.entries.map(({ value }) => value);
  return inner.flatMap(textsIn);
}

/** The words of a path in data: `items[3].answer`. */
export function pathOf(parent: string, key: string | number): string {
  if (typeof key === "number") return `${parent}[${key}]`;
  if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key)) return `${parent}[${JSON.stringify(key.slice(0, 60))}]`;
  return parent === "" ? key : `${parent}.${key}`;
}
