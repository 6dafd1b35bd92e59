import { wordCount } from "../text/block.ts";
import { questionLikeness } from "../text/question-words.ts";
import { CONTAINS, fieldKey, isContainerName, rankOf, weakRankOf } from "./field-names.ts";
import { type DataMap, type DataNode, isEmptyNode, stringOf, textsIn } from "./node.ts";

/**
 * Whether an object is one question: a field with a question's name holds a text; or one with a weaker name does, when
 * `weakly` allows it.
 */
export function isQuestion(map: DataMap, weakly: boolean): boolean {
  return (
    map.entries.some(({ key, value }) => {
      const rank = rankOf("question", fieldKey(key));
      return rank >= 0 && isPromptText(value) && (rank < CONTAINS || wordCount(textsIn(value).join(" ")) > 2);
    }) ||
    (weakly && weakText(map) !== null)
  );
}

/** The text of a field such as `title` that may be a question; null where the object holds other objects. */
function weakText(map: DataMap): string | null {
  const weak = map.entries.filter(
    ({ key, value }) => weakRankOf("question", fieldKey(key)) >= 0 && stringOf(value) !== null,
  );
  if (weak.length === 0) return null;
  if (
    map.entries.some(
      ({ key, value }) => isContainerName(fieldKey(key)) && holdsMaps(value) && !isOptions(value),
    )
  )
    return null;
  const asking = weak.map(({ value }) => (stringOf(value) ?? "").trimStart().split("\n", 1)[0] ?? "");
  return asking.toSorted((a, b) => questionLikeness(b) - questionLikeness(a))[0] ?? null;
}

/** Whether most objects of a list may be questions by a weaker name: they ask, or an answer or options stand beside it. */
export function areWeakQuestions(items: readonly DataNode[]): boolean {
  const maps = items.filter((each) => each.kind === "map");
  let weak = 0;
  let good = 0;
  for (const map of maps) {
    const text = weakText(map);
    if (text === null) continue;
    weak++;
    if (questionLikeness(text) >= 0.5 || hasAnswer(map)) good++;
  }
  return weak > 0 && good >= weak * 0.5;
}

export const hasAnswer = (map: DataMap): boolean =>
  map.entries.some(({ key, value }) => {
    const name = fieldKey(key);
    return !isEmptyNode(value) && name !== "key" && ANSWERING.some((role) => rankOf(role, name) >= 0);
  });

const ANSWERING = ["answer", "options", "right"] as const;

/** Options are objects too: with a yes or no, or few fields. */
const isOptions = (node: DataNode): boolean =>
  node.kind === "list" &&
  node.items.every(
    (each) => each.kind === "map" && each.entries.every(({ value }) => value.kind === "text"),
  ) &&
  node.items.some(
    (each) =>
      each.kind === "map" &&
      each.entries.some(({ value }) => value.kind === "text" && value.is === "boolean"),
  );

const holdsMaps = (node: DataNode): boolean =>
  node.kind === "list" && node.items.some((each) => each.kind === "map");

/** A text, or an object that holds one in a field of its own (`{"text": "..."}`, `{"en": "..."}`). */
function isPromptText(value: DataNode): boolean {
  if (value.kind === "text") return stringOf(value) !== null;
  if (value.kind === "list") return false;
  return (
    value.entries.length > 0 &&
    value.entries.every((entry) => entry.value.kind === "text") &&
    value.entries.some(
      ({ key, value: inner }) =>
        /^(?:text|title|value|content|body|html|markdown|[a-z]{2})$/i.test(key) && stringOf(inner) !== null,
    )
  );
}

/** Why an object is no question. */
export function whyNot(map: DataMap): string {
  const asked = map.entries.find(({ key }) => rankOf("question", fieldKey(key)) >= 0);
  if (map.entries.length === 0) return "an empty object";
  if (asked === undefined)
    return `no question among ${map.entries
      .slice(0, 4)
      .map(({ key }) => key.slice(0, 20))
      .join(", ")}`;
  const { value } = asked;
  if (isEmptyNode(value)) return `${asked.key} is empty`;
  return value.kind === "text"
    ? `${asked.key} is ${value.is === "number" ? "a number" : "true or false"}`
    : `${asked.key} is no text`;
}

/** The title that an object gives to what stands in it. */
export function titleOf(map: DataMap): string {
  const titles = [
    "section",
    "title",
    "name",
    "topic",
    "category",
    "deck",
    "heading",
    "label",
    "subject",
    "chapter",
    "titulo",
    "titel",
    "titre",
    "название",
    "тема",
    "标题",
  ];
  for (const name of titles) {
    const entry = map.entries.find(({ key }) => fieldKey(key) === name);
    const text = stringOf(entry?.value);
    if (text !== null && text.length <= 200) return text.replace(/\s+/g, " ").trim();
  }
  return "";
}
