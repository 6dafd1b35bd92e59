import { parseQuestionId, type QuestionId } from "../base/index.ts";
import { oneLine } from "./canonical.ts";
import type { FrontMatter, KnownEntry } from "./front-matter.ts";
import { type FieldKind, keysOf, QUESTION_FIELDS } from "./front-matter-fields.ts";
import { isBorrowing, type KeptLine, type Level } from "./question.ts";
import { accept, type Report } from "./report.ts";

/** The keys of a question's front matter, in the order they are printed. */
export const QUESTION_KEYS = keysOf(QUESTION_FIELDS);

type QuestionKey = keyof typeof QUESTION_FIELDS;
type KeysOf<Kind extends FieldKind> = {
  [Key in QuestionKey]: (typeof QUESTION_FIELDS)[Key]["kind"] extends Kind ? Key : never;
}[QuestionKey];

const LEVELS = new Map<string | null, Level | null>([
  ["", null],
  ["1", 1],
  ["2", 2],
  ["3", 3],
]);
const SWITCH = new Map<string | null, boolean>([
  ["", false],
  ["true", true],
  ["false", false],
]);

/** What a question's front matter says; `id` is null when it is absent or was reported. */
export function readMeta(front: FrontMatter, report: Report) {
  let id: QuestionId | null = null;
  let level: Level | null = null;
  let proposed = false;
  const text: Record<KeysOf<"text">, string> = {
    section: "",
    source: "",
    imported: "",
    lab: "",
    "no-lab": "",
    "no-shown": "",
    borrows: "",
  };
  const list: Record<KeysOf<"texts">, string[]> = { tags: [], refs: [], shown: [] };
  const related: QuestionId[] = [];
  const seen = new Set<string>();
  for (const entry of front.entries) {
    const { key, line } = entry;
    if (seen.has(key)) report(line, "key-twice", `"${key}" stands a second time`);
    seen.add(key);
    if (!entry.known) continue;
    checkTexts(entry, report);
    const { value } = entry;
    const one = typeof value === "string" ? value : null;
    const many = typeof value !== "string" ? value : value === "" ? [] : [value];
    const found = JSON.stringify(value);
    if (key === "id") {
      id = accept(parseQuestionId(one ?? many.join(" ")), line, report);
    } else if (key === "level") {
      const read = LEVELS.get(one);
      if (read === undefined)
        report(line, "level", `found level ${found}, wanted 1 (junior), 2 (mid) or 3 (senior)`);
      level = read ?? null;
    } else if (key === "proposed") {
      const read = SWITCH.get(one);
      if (read === undefined) report(line, "proposed", `found ${found}, wanted true or false`);
      proposed = read ?? false;
    } else if (Object.hasOwn(text, key)) {
      if (one === null) report(line, "front-matter", `"${key}" is a list, wanted one text`);
      else if (key === "borrows" && !isBorrowing(one))
        report(line, "borrows", `found ${found}, wanted the id of a question, or none`);
      else text[key as keyof typeof text] = one;
    } else if (Object.hasOwn(list, key)) {
      list[key as keyof typeof list] = [...many];
    } else {
      for (const item of many) {
        const value = accept(parseQuestionId(item), line, report);
        if (value !== null) related.push(value);
      }
    }
  }
  const { "no-lab": noLab, "no-shown": noShown, ...texts } = text;
  return { id, level, proposed, ...texts, noLab, noShown, ...list, related, unknown: keptLines(front) };
}

/** Texts are one line each, so what a quoted one may hold beyond that is refused and not lost. */
function checkTexts({ key, value, line }: KnownEntry, report: Report): void {
  const texts = typeof value === "string" ? [value] : value;
  const odd = texts.find((each) => oneLine(each) !== each || (each === "" && typeof value !== "string"));
  if (odd !== undefined) {
    const what = `found ${JSON.stringify(odd)} in "${key}", wanted text on one line, without blanks at its ends`;
    report(line, "front-matter", what);
  }
}

/** What is kept as it was written, in the order it is printed. */
function keptLines({ entries, comments }: FrontMatter): KeptLine[] {
  const kept = entries.flatMap((entry): KeptLine[] => {
    const { key } = entry;
    const above = entry.above.map((text) => ({ key, place: "above", text }) as const);
    if (!entry.known) return [...above, { key, place: "entry", text: entry.text }];
    return entry.beside === "" ? above : [...above, { key, place: "beside", text: entry.beside }];
  });
  const places: readonly string[] = QUESTION_KEYS;
  const place = ({ key }: KeptLine) => (places.includes(key) ? places.indexOf(key) : places.length);
  return [
    ...kept.toSorted((a, b) => place(a) - place(b)),
    ...comments.map((text) => ({ key: "", place: "above", text }) as const),
  ];
}
