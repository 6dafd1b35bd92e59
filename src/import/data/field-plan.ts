import type { TextForm } from "./cell-text.ts";
import { type Column, columnsOf } from "./field-column.ts";
import {
  CONTAINS,
  isWrongFamily,
  optionName,
  type Role,
  rankOf,
  saysQuestion,
  weakRankOf,
} from "./field-names.ts";
import type { DataRecord } from "./record.ts";

/** What becomes of a column. */
export type Use =
  | Role
  | "option"
  /** Its values are tags; numbers with the column's name before them. */
  | "tag"
  /** Added to the answer, or to the prompt where there is none. */
  | "note"
  /** Not kept: an id, a date, a score. */
  | "none";

/** How the fields of a set of records become questions. */
export interface FieldPlan {
  /** Keys in the order in which they are tried: the first that holds a text is the question. */
  readonly question: readonly string[];
  readonly answer: readonly string[];
  readonly uses: ReadonlyMap<string, Use>;
  readonly forms: ReadonlyMap<string, TextForm>;
  readonly columns: ReadonlyMap<string, Column>;
  /** What the first option is called where the right one is given as a number. */
  readonly base: 0 | 1;
  /** Numbers of a column that tells difficulty are levels. */
  readonly numericLevels: boolean;
  /** Questions begin with their numbers. */
  readonly numbered: boolean;
  /** How sure it is that these are questions, 0..1. */
  readonly evidence: number;
  /** Other columns that could have been the question. */
  readonly doubtful: readonly string[];
  /** The answer was chosen by what stands in it, not by its name. */
  readonly answerGuessed: boolean;
}

const byRank = (columns: readonly Column[], rank: (key: string) => number): Column[] =>
  columns.filter(({ key }) => rank(key) >= 0).toSorted((a, b) => rank(a.key) - rank(b.key));

/** Finds what the columns of records are for; null when none of them can be the question. */
export function planFields(
  records: readonly DataRecord[],
  defaultBase: 0 | 1,
  keepsAll = false,
): FieldPlan | null {
  const columns = columnsOf(records);
  const all = [...columns.values()].filter(({ count }) => count > 0);
  const uses = new Map<string, Use>();
  const free = () => all.filter(({ key }) => !uses.has(key));
  const textual = ({ strings, maps, isNumeric }: Column) => (strings > 0 && !isNumeric) || maps > 0;

  for (const { key } of all) if (isWrongFamily(optionName(key)?.family ?? "")) uses.set(key, "wrong");
  for (const key of optionColumns(free())) uses.set(key, "option");
  for (const column of byRank(free(), (key) => rankOf("wrong", key))) uses.set(column.key, "wrong");
  const strong = byRank(free().filter(textual), (key) => rankOf("question", key));
  const answers = byRank(free(), (key) => rankOf("answer", key));
  const isQuiz = all.some(({ key, lists, maps }) => rankOf("options", key) >= 0 && lists + maps > 0);
  const question =
    strong.length > 0 ? strong : weakQuestion(free(), answers.length > 0 || uses.size > 0 || isQuiz);
  if (question.length === 0) return null;
  // A second name is another question in mixed data; in a table where both are filled it is a choice to be told.
  const [asked] = question;
  const alternatives = question.filter((column) => column !== asked && isAlternative(records, asked, column));
  uses.set(asked?.key ?? "", "question");
  for (const { key } of alternatives) uses.set(key, "question");

  const options = free().filter(({ key, lists, maps, strings }) => {
    if (rankOf("options", key) >= 0) return lists + maps + strings > 0;
    return /^(?:answers|respuestas|respostas|antworten|ответы|答案)$/.test(key) && isChoice(records, key);
  });
  for (const { key } of options) uses.set(key, "options");
  const hasOptions = uses.size > 1 + alternatives.length;
  const right = byRank(free(), (key) => rankOf("right", key));
  if (hasOptions) for (const { key } of right) uses.set(key, "right");
  let found = byRank(free(), (key) => rankOf("answer", key));
  if (hasOptions && right.length === 0) {
    for (const { key } of found.splice(0, 1)) uses.set(key, "right");
  }
  if (!hasOptions && found.length === 0) found = right.filter(({ key }) => key !== "key");
  let answerGuessed = false;
  for (const { key } of byRank(free(), (name) => rankOf("code", name))) uses.set(key, "code");
  for (const { key } of byRank(free(), (name) => rankOf("answerCode", name))) uses.set(key, "answerCode");
  if (found.length === 0 && !hasOptions) {
    found = byRank(
      free().filter(({ strings, lists, isUrls }) => strings + lists > 0 && !isUrls),
      (key) => weakRankOf("answer", key),
    ).slice(0, 1);
  }
  for (const { key } of found) uses.set(key, "answer");
  planRest(free(), uses, { hasAnswer: found.length > 0 || hasOptions, count: records.length });
  const guessed = free().filter((column) => column.isProse && column.count >= records.length / 2);
  if (found.length === 0 && !hasOptions && guessed.length === 1 && (guessed[0]?.meanWords ?? 0) >= 4) {
    found = guessed;
    answerGuessed = true;
    for (const { key } of guessed) uses.set(key, "answer");
  }
  for (const column of free()) uses.set(column.key, keepsAll ? "note" : leftOver(column));

  const base = indexBase(records, right.length > 0 ? right : found, uses, defaultBase);
  const levels = all.filter(({ key }) => uses.get(key) === "level" || rankOf("level", key) >= 0);
  return {
    question: [asked?.key ?? "", ...alternatives.map(({ key }) => key)],
    answer: found.map(({ key }) => key),
    uses,
    forms: new Map(all.map(({ key, form }) => [key, form.form])),
    columns,
    base,
    numericLevels: levels.some((column) => column.isNumeric && column.least >= 1 && column.largest <= 3),
    numbered: asked?.isNumbered ?? false,
    evidence: Math.max(
      evidenceOf(asked, strong.length > 0, found.length > 0 || hasOptions),
      // Options with the right one told make a quiz, whatever its column is called and however its texts read.
      hasOptions && right.length > 0 ? QUIZ_EVIDENCE : 0,
    ),
    doubtful: question
      .filter((column) => column !== asked && !alternatives.includes(column))
      .map(({ name }) => name),
    answerGuessed,
  };
}

const QUIZ_EVIDENCE = 0.6;

/** A name that only a question has is enough; `term` or `q` want values that look like it, or an answer beside them. */
function evidenceOf(asked: Column | undefined, isStrong: boolean, hasAnswer: boolean): number {
  if (asked === undefined) return 0;
  const likeness = asked.meanLikeness;
  if (isStrong && saysQuestion(asked.key) && rankOf("question", asked.key) < CONTAINS)
    return Math.max(hasAnswer ? 0.9 : 0.7, likeness);
  if (isStrong) return Math.max(hasAnswer ? 0.75 : 0.3, likeness);
  return Math.max(hasAnswer && likeness > 0.2 ? 0.6 : 0.4, likeness);
}

const ASKS_THROUGHOUT = 0.6;

/** `text`, `title`, `name`: the column that reads most like questions, if any does or an answer stands beside it. */
function weakQuestion(columns: readonly Column[], hasAnswer: boolean): Column[] {
  const weak = byRank(
    columns.filter(({ strings }) => strings > 0),
    (key) => weakRankOf("question", key),
  ).toSorted((a, b) => b.meanLikeness - a.meanLikeness);
  const [best] = weak;
  if (best !== undefined && best.meanLikeness >= 0.5) return [best];
  // Whatever it is called: a column that asks.
  const asking = columns.filter(({ meanLikeness }) => meanLikeness >= ASKS_THROUGHOUT);
  const [most] = asking.toSorted((a, b) => b.meanLikeness - a.meanLikeness);
  if (most !== undefined) return [most];
  return best !== undefined && hasAnswer ? [best] : [];
}

/** Whether a column holds the question where the first one is empty. */
function isAlternative(records: readonly DataRecord[], first: Column | undefined, other: Column): boolean {
  return records.some(
    ({ fields }) =>
      fields.some(({ key }) => key === other.key) &&
      !fields.some(
        ({ key, value }) => key === first?.key && !(value.kind === "text" && value.text.trim() === ""),
      ),
  );
}

/** Columns `A`, `B`, `C` or `Option 1`, `Option 2`: two at least, the first two among them. */
function optionColumns(columns: readonly Column[]): string[] {
  const families = new Map<string, { key: string; place: number }[]>();
  for (const { key } of columns) {
    const named = optionName(key);
    if (named === null) continue;
    families.set(named.family, [...(families.get(named.family) ?? []), { key, place: named.place }]);
  }
  return [...families.values()]
    .filter((family) => [0, 1].every((place) => family.some((each) => each.place === place)))
    .flat()
    .map(({ key }) => key);
}

/** Whether a list of answers is a list to choose from: another field tells the right one, or its items do. */
function isChoice(records: readonly DataRecord[], key: string): boolean {
  return records.slice(0, 50).some(({ fields }) => {
    const value = fields.find((field) => field.key === key)?.value;
    if (value === undefined || value.kind === "text") return false;
    if (fields.some((field) => rankOf("right", field.key) >= 0 && field.key !== "key")) return true;
    const inner = value.kind === "list" ? value.items : value.entries.map((entry) => entry.value);
    return inner.some(
      (node) =>
        node.kind === "map" &&
        node.entries.some((entry) => entry.value.kind === "text" && entry.value.is === "boolean"),
    );
  });
}

interface Rest {
  readonly hasAnswer: boolean;
  readonly count: number;
}

/** Section, level, tags, sources and the other names that are known. */
function planRest(columns: readonly Column[], uses: Map<string, Use>, { hasAnswer, count }: Rest): void {
  const free = () => columns.filter(({ key }) => !uses.has(key));
  const parts = byRank(free(), (key) => rankOf("section", key)).filter((column) => isSection(column, count));
  const [section] = parts;
  const levels = byRank(free(), (key) => rankOf("level", key));
  if (section !== undefined) uses.set(section.key, "section");
  for (const column of levels) {
    const isTitle =
      section === undefined && column.key === "level" && !column.isNumeric && isSection(column, count);
    uses.set(column.key, isTitle ? "section" : "level");
  }
  for (const { key } of byRank(free(), (name) => rankOf("tags", name))) uses.set(key, "tags");
  for (const column of free()) {
    const { key } = column;
    if (rankOf("explanation", key) >= 0 && hasAnswer) uses.set(key, "explanation");
    else if (rankOf("number", key) >= 0 || key === "") uses.set(key, column.isNumeric ? "number" : "none");
    else if (column.isUrls || rankOf("source", key) >= 0) uses.set(key, "source");
    else if (
      rankOf("language", key) >= 0 &&
      [...uses.values()].some((use) => use === "code" || use === "answerCode")
    )
      uses.set(key, "language");
  }
}

/** Titles come again and again; a topic of its own for every question parts nothing. */
function isSection(column: Column, count: number): boolean {
  if (column.lists + column.maps > column.count / 2 || column.longest > 120 || column.isUrls) return false;
  return count < 8 || column.distinct.size <= count * 0.6;
}

function leftOver(column: Column): Use {
  if (column.booleans === column.count || column.dates === column.count) return "none";
  if (column.isUrls) return "source";
  if (column.isNumeric)
    return column.distinct.size <= 10 && column.distinct.size < column.count ? "tag" : "none";
  if (column.isCategory) return "tag";
  // Ids, dates, names of files: one word, another one every time.
  if (column.lists + column.maps === 0 && column.tokens >= column.count * 0.9 && column.longest <= 120)
    return "none";
  return "note";
}

/** A number 0 means that counting starts there; one as large as there are options, that it starts at 1. */
function indexBase(
  records: readonly DataRecord[],
  right: readonly Column[],
  uses: ReadonlyMap<string, Use>,
  fallback: 0 | 1,
): 0 | 1 {
  const columns = right.filter(({ key, numbers }) => numbers > 0 && uses.get(key) === "right");
  if (columns.length === 0) return fallback;
  if (columns.some(({ least }) => least === 0)) return 0;
  for (const { fields } of records) {
    const value = fields.find(({ key }) => columns.some((column) => column.key === key))?.value;
    const lists = fields.filter(({ key }) => uses.get(key) === "options");
    const single = fields.filter(({ key }) => uses.get(key) === "option").length;
    const count = Math.max(
      single,
      ...lists.map((field) => (field.value.kind === "list" ? field.value.items.length : 0)),
    );
    if (value?.kind === "text" && count > 0 && Number(value.text) === count) return 1;
  }
  return columns.some(({ key }) => /index|idx/.test(key)) ? 0 : fallback;
}
