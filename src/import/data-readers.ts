import { beginsLikeAnki, hasOldTags } from "./anki-header.ts";
import type { TextReader } from "./reader.ts";
import { sniffJson } from "./sniff-json.ts";
import { sniffTable } from "./sniff-table.ts";
import { sniffYaml } from "./sniff-yaml.ts";

/** The shapes of data: what a program wrote, or a person for one. */
export const dataReaders: readonly TextReader[] = [
  {
    takes: "text",
    name: "json",
    about: "JSON or JSON Lines with questions in it",
    sniff: sniffJson,
    read: async (source) => (await import("./json.ts")).readJson(source),
  },
  {
    takes: "text",
    name: "yaml",
    about: "YAML with questions in it",
    sniff: sniffYaml,
    read: async (source) => (await import("./yaml.ts")).readYaml(source),
  },
  {
    takes: "text",
    name: "anki-text",
    about: "notes that Anki exported as text",
    sniff: ({ lines }) => (beginsLikeAnki(lines) ? 0.97 : hasOldTags(lines) ? 0.6 : 0),
    read: async (source) => (await import("./anki-text.ts")).readAnkiText(source),
  },
  {
    takes: "text",
    name: "table",
    about: "a table (CSV, TSV) with a column of questions",
    sniff: sniffTable,
    read: async (source) => (await import("./table.ts")).readTable(source),
  },
];
