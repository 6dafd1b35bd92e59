import { fieldKey, rankOf } from "./field-names.ts";
import { type DataEntry, type DataNode, scalarOf, stringOf } from "./node.ts";
import { titleOf } from "./question.ts";
import type { DataRecord } from "./record.ts";

/** Topics that stand apart from their questions, joined by an id: `topicId: 3` becomes the name of topic 3. */
export function withTopics(root: DataNode, records: readonly DataRecord[]): readonly DataRecord[] {
  if (root.kind !== "map") return records;
  const names = new Map<string, Map<string, string>>();
  for (const { key, value } of root.entries) collectNames(key, value, names);
  if (names.size === 0) return records;
  return records.map((record) => ({
    ...record,
    fields: record.fields.map((field) => nameFor(field.name, field.key, field.value, names) ?? field),
  }));
}

function nameFor(
  name: string,
  key: string,
  value: DataNode,
  names: ReadonlyMap<string, ReadonlyMap<string, string>>,
) {
  const id = scalarOf(value);
  const kind = key.replace(/id$/, "");
  const title = id === null ? undefined : names.get(kind)?.get(id);
  return title === undefined
    ? null
    : {
        name: name.replace(/[_-]?id$/i, ""),
        key: kind,
        value: { kind: "text" as const, line: value.line, is: "string" as const, text: title },
      };
}

/** Whether a list only names the topics that questions refer to. */
export function isLookup(key: string, value: DataNode): boolean {
  const names = new Map<string, Map<string, string>>();
  collectNames(key, value, names);
  return names.size > 0;
}

function collectNames(key: string, value: DataNode, names: Map<string, Map<string, string>>): void {
  const kind = fieldKey(key).replace(/ies$/, "y").replace(/s$/, "");
  if (rankOf("section", kind) < 0 || value.kind === "text") return;
  const pairs =
    value.kind === "list"
      ? value.items.flatMap(idAndName)
      : value.entries.flatMap((entry): [string, string][] => named(entry));
  if (pairs.length > 0) names.set(kind, new Map(pairs));
}

function named({ key, value }: DataEntry): [string, string][] {
  const name = stringOf(value) ?? (value.kind === "map" ? titleOf(value) : "");
  return name === "" ? [] : [[key, name]];
}

function idAndName(node: DataNode): [string, string][] {
  if (node.kind !== "map") return [];
  const id = scalarOf(node.entries.find(({ key }) => /^(?:_?id|key|slug|code)$/i.test(key))?.value);
  const name = titleOf(node);
  return id === null || name === "" ? [] : [[id, name]];
}
