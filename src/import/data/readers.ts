import { beginsLikeAnki, hasOldTags } from "../anki/header.ts";
import { sniffCardText } from "../cards/sniff-cards.ts";
import { sniffAiken, sniffGift } from "../cards/sniff-quiz-text.ts";
import type { TextReader } from "../reader.ts";
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
    read: async (source) => (await import("../anki/text.ts")).readAnkiText(source),
  },
  {
    takes: "text",
    name: "table",
    about: "a table (CSV, TSV) with a column of questions",
    sniff: sniffTable,
    read: async (source) => (await import("./table.ts")).readTable(source),
  },
  {
    takes: "text",
    name: "card-text",
    about: "plain text of cards: one a line, or with lines between",
    sniff: sniffCardText,
    read: async (source) => (await import("../cards/text.ts")).readCardText(source),
  },
  {
    takes: "text",
    name: "gift",
    about: "questions in Moodle's GIFT",
    sniff: sniffGift,
    read: async (source) => (await import("../cards/gift.ts")).readGift(source),
  },
  {
    takes: "text",
    name: "aiken",
    about: "multiple choice in the Aiken form",
    sniff: sniffAiken,
    read: async (source) => (await import("../cards/aiken.ts")).readAiken(source),
  },
];
