import type { Level } from "../../deck/index.ts";
import { cleanTitle, titleParts } from "../markdown/title.ts";
import type { DraftQuestion } from "../reader.ts";
import { wordCount } from "../text/block.ts";
import { levelWithin } from "../text/level-words.ts";
import { takeNumber } from "../text/numbering.ts";
import { fenced, plainBlock, type TextForm } from "./cell-text.ts";
import { type Choice, choiceOf, type Option } from "./choices.ts";
import { optionName } from "./field-names.ts";
import type { FieldPlan } from "./field-plan.ts";
import { type DataNode, isEmptyNode, scalarOf, stringOf, textsIn } from "./node.ts";
import { type DataRecord, type Field, fieldValue } from "./record.ts";
import { type FromHtml, named, tagsOf, textMarkdown, valueMarkdown } from "./value-markdown.ts";

/** Makes a question of a record; a text says why it is none. */
export function questionOf(
  record: DataRecord,
  plan: FieldPlan,
  section: string,
  fromHtml: FromHtml,
): DraftQuestion | string {
  const key = plan.question.find((each) => !isEmptyNode(fieldValue(record, each) ?? EMPTY));
  const asked = key === undefined ? undefined : fieldValue(record, key);
  if (key === undefined || asked === undefined) return "no question";
  if (asked.kind === "list") return `${key} is a list`;
  if (asked.kind === "text" && asked.is !== "string")
    return `${key} is ${asked.is === "number" ? "a number" : "true or false"}`;
  const form = plan.forms.get(key) ?? "plain";
  const prompt = promptParts(valueMarkdown(asked, form, fromHtml), form, plan.numbered);
  if (prompt.title === "") return "no question";

  const using = usesIn(record, plan);
  const markdown = ({ key: name, value }: Field): string =>
    valueMarkdown(value, plan.forms.get(name) ?? "plain", fromHtml);
  const choice = choiceIn(using, plan, fromHtml);
  const [given, ...more] = plan.answer.flatMap((name) =>
    record.fields.filter((field) => field.key === name && !isEmptyNode(field.value)),
  );
  const language = using("language").map(({ value }) => scalarOf(value) ?? "")[0] ?? "";
  const code = (use: string, above: string): string[] =>
    using(use).flatMap(({ value }) =>
      textsIn(value)
        .filter((text) => !holds(above, text))
        .map((text) => fenced(text, language)),
    );

  const direct = given === undefined ? "" : markdown(given);
  const answer = [
    choice?.answer ?? "",
    direct === choice?.answer ? "" : direct,
    ...code("answerCode", direct),
    ...using("explanation").map(markdown),
  ].filter((part) => part !== "");
  const notes = [...more, ...using("note")].map((field) => named(field.name, markdown(field)));
  if (answer.length > 0 && notes.length > 0) answer.push(notes.join("\n"));
  const body = [
    record.context ?? "",
    prompt.body,
    ...code("code", prompt.body),
    choice?.body ?? "",
    answer.length === 0 ? notes.join("\n") : "",
  ];
  const refs = using("source").flatMap(({ value }) =>
    textsIn(value).map((text) => text.trim().slice(0, 500)),
  );
  const level =
    levelIn(using("level"), using("section"), plan) ?? (wordCount(section) < 3 ? levelWithin(section) : null);
  const tags = tagsIn(using, plan);
  return {
    section,
    title: prompt.title,
    body: body.filter((part) => part !== "").join("\n\n"),
    answer: answer.join("\n\n"),
    number: numberIn(using("number")) ?? prompt.number,
    line: record.line,
    ...(record.place === undefined ? {} : { place: record.place }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(refs.length === 0 ? {} : { refs }),
    ...(level === null ? {} : { level }),
  };
}

/** The fields of a record that have a use, sorted once. */
function usesIn(record: DataRecord, plan: FieldPlan): Using {
  const fields = new Map<string, Field[]>();
  for (const field of record.fields) {
    if (isEmptyNode(field.value)) continue;
    const use = plan.uses.get(field.key) ?? "none";
    const same = fields.get(use);
    if (same === undefined) fields.set(use, [field]);
    else same.push(field);
  }
  return (use) => fields.get(use) ?? NONE;
}

const NONE: readonly Field[] = [];

const EMPTY: DataNode = { kind: "text", line: 1, is: "null", text: "" };

/** Whether a text already holds a piece of code, white space and fences aside. */
function holds(text: string, piece: string): boolean {
  const bare = (each: string) => each.replace(/^\s*(?:```|~~~).*$/gm, "").replace(/\s+/g, "");
  return text !== "" && bare(text).includes(bare(piece));
}

/** The title of a prompt and what stands below it. */
function promptParts(
  text: string,
  form: TextForm,
  numbered: boolean,
): { title: string; body: string; number: number | null } {
  if (form === "plain" && !numbered && !/[\n`]|\s\s/.test(text))
    return { title: text.trim(), body: "", number: null };
  const lines = text.split("\n");
  if (/^\s*(?:```|~~~)/.test(lines[0] ?? "")) return { title: firstWords(lines), body: text, number: null };
  let end = 1;
  // A sentence may go on in the next line.
  while (
    end < lines.length &&
    /^[^\s].*[^.?!:;。？！：`|]$/.test(lines[end - 1] ?? "") &&
    /^\p{Ll}+[ ,]/u.test(lines[end] ?? "")
  )
    end++;
  const first = lines.slice(0, end).join(" ");
  const below = lines.slice(end);
  // Tags that are meant literally are not dress.
  const { number, rest } = !numbered
    ? { number: null, rest: first }
    : form === "plain"
      ? takeNumber(first)
      : titleParts(first);
  const title = form === "plain" ? rest.replace(/\s+/g, " ").trim() : cleanTitle(rest);
  const body = form === "plain" ? plainBlock(below) : below.join("\n").replace(/^\n+|\s+$/g, "");
  return { title: title === "" ? first.trim() : title, body, number };
}

/** A prompt that is code from its first line on is called by the first line of it. */
const firstWords = (lines: readonly string[]): string => (lines[1] ?? lines[0] ?? "").trim();

type Using = (use: string) => readonly Field[];

/** The options of a record; null when it has fewer than two. */
function choiceIn(using: Using, plan: FieldPlan, fromHtml: FromHtml): Choice | null {
  const rights = using("right");
  const options: Option[] = [];
  for (const { key, value } of using("option")) {
    const text = valueMarkdown(value, plan.forms.get(key) ?? "plain", fromHtml);
    const { place } = optionName(key) ?? { place: 0 };
    options.push({ key: /\d$/.test(key) ? key : String.fromCharCode(65 + place), text, right: null });
  }
  for (const { key, value } of using("options"))
    options.push(...optionsIn(value, plan.forms.get(key) ?? "plain", fromHtml));
  const wrong = using("wrong").flatMap(({ key, value }) =>
    textsIn(value).map((text) => textMarkdown(text, plan.forms.get(key) ?? "plain", fromHtml)),
  );
  const flagged = rights.flatMap(({ value }) => flagsIn(value, options));
  const right =
    flagged.length > 0
      ? flagged
      : rights.flatMap(({ key, value }) => {
          const form = plan.forms.get(key) ?? "plain";
          return textsIn(value).map((text) => textMarkdown(text, form, fromHtml));
        });
  if (wrong.length > 0 && options.length === 0) {
    // The right one among the wrong ones, by the alphabet: its place must not tell.
    options.push(...[...right, ...wrong].toSorted().map((text) => ({ key: "", text, right: null })));
  }
  if (options.length < 2)
    return options.length + right.length === 0 ? null : { body: "", answer: right.join("\n\n") };
  return choiceOf(options, right, plan.base);
}

/** `{"answer_a_correct": "true", ...}`: keys of options with yes or no. */
function flagsIn(value: DataNode, options: readonly Option[]): string[] {
  if (value.kind !== "map") return [];
  return value.entries.flatMap(({ key, value: flag }) => {
    if (!/^(?:true|1|yes)$/i.test(scalarOf(flag) ?? "")) return [];
    return options
      .filter((option) => option.key !== "" && key.startsWith(option.key))
      .map((option) => option.key);
  });
}

const RIGHT_FLAG = /^(?:is_?)?(?:correct|right|true|answer)(?:_?answer)?$/i;

function optionsIn(node: DataNode, form: TextForm, fromHtml: FromHtml): Option[] {
  const text = (value: DataNode) => valueMarkdown(value, form, fromHtml);
  if (node.kind === "map") {
    return node.entries
      .filter(({ value }) => !isEmptyNode(value))
      .map(({ key, value }) => ({ key, text: text(value), right: null }));
  }
  if (node.kind === "text") {
    const parts = node.text.split(/\s*[|\n]\s*|\s*;\s*/).filter((part) => part.trim() !== "");
    return parts.length < 2
      ? []
      : parts.map((part) => ({ key: "", text: textMarkdown(part, form, fromHtml), right: null }));
  }
  return node.items.flatMap((each): Option[] => {
    if (isEmptyNode(each)) return [];
    if (each.kind !== "map") return [{ key: "", text: text(each), right: null }];
    const flag = each.entries.find(
      ({ key, value }) => RIGHT_FLAG.test(key) && value.kind === "text" && !/\s/.test(value.text),
    );
    const name = each.entries.find(({ key }) => /^(?:id|key|letter|label|option|value)$/i.test(key));
    const isOnly =
      name !== undefined &&
      stringOf(name.value) !== null &&
      each.entries.filter(({ value }) => stringOf(value) !== null).length === 1;
    return [
      {
        key: isOnly ? "" : (scalarOf(name?.value) ?? ""),
        text: isOnly
          ? text(name.value)
          : text(
              flag === undefined
                ? each
                : { ...each, entries: each.entries.filter((entry) => entry !== flag) },
            ),
        right: flag === undefined ? null : /^(?:true|1|yes)$/i.test(scalarOf(flag.value) ?? ""),
      },
    ];
  });
}

function levelIn(levels: readonly Field[], sections: readonly Field[], plan: FieldPlan): Level | null {
  for (const { value } of [...levels, ...sections.filter(({ key }) => key === "level")]) {
    const text = scalarOf(value)?.trim() ?? "";
    const level = levelWithin(text);
    if (level !== null) return level;
    if (plan.numericLevels && (text === "1" || text === "2" || text === "3"))
      return text === "1" ? 1 : text === "2" ? 2 : 3;
  }
  return null;
}

function numberIn(fields: readonly Field[]): number | null {
  const text = scalarOf(fields[0]?.value) ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Tags that the document calls so, and short values of other columns; levels that are none of the three. */
function tagsIn(using: Using, plan: FieldPlan): string[] {
  const levels = using("level").filter(
    ({ value }) => levelIn([{ name: "", key: "", value }], [], plan) === null,
  );
  const values = [...using("tag"), ...levels].flatMap(({ name, value }) =>
    tagsOf(value).map((tag) => (/\p{L}/u.test(tag) ? tag : `${name} ${tag}`)),
  );
  return [...new Set([...using("tags").flatMap(({ value }) => tagsOf(value)), ...values])];
}
