import { wordCount } from "../text/block.ts";
import { questionLikeness } from "../text/question-words.ts";
import type { Rejected } from "./draft-of-records.ts";
import { fieldKey, holdsQuestions, isContainerName, listsQuestions, rankOf } from "./field-names.ts";
import { type DataMap, type DataNode, isEmptyNode, pathOf, scalarOf, stringOf } from "./node.ts";
import { areWeakQuestions, hasAnswer, isQuestion, titleOf, whyNot } from "./question.ts";
import { type DataRecord, fieldOf } from "./record.ts";
import { isLookup, withTopics } from "./topics.ts";

/** What was found in data. */
export interface RecordsIn {
  readonly records: readonly DataRecord[];
  readonly rejected: readonly Rejected[];
  /** Paths in which nothing looked like a question. */
  readonly leftOut: readonly { readonly path: string; readonly line: number }[];
  /** Title of the whole. */
  readonly title: string;
  /** How much lists and maps of plain texts read like questions; 1 when there are none, or when their key says so. */
  readonly likeness: number;
}

/** A text that may be a question: from a list of texts, or a key with its answer. */
interface Candidate {
  readonly record: DataRecord;
  readonly likeness: number;
}

interface Found {
  readonly records: DataRecord[];
  readonly rejected: Rejected[];
  readonly leftOut: { path: string; line: number }[];
  readonly plain: { likeness: number; count: number };
}

/** Where the walk is. */
interface Spot {
  readonly path: string;
  readonly trail: readonly string[];
  readonly context?: string;
  /** The key of this list or map says that questions are in it. */
  readonly promised: boolean;
  /** The key is one under which questions usually stand. */
  readonly isNamed: boolean;
}

/**
 * Finds questions in data of any of the usual shapes: lists of objects, objects of lists, keys that ask, trees, lists
 * of texts. Depth is bounded where the data was parsed.
 */
export function recordsIn(root: DataNode): RecordsIn {
  const found: Found = { records: [], rejected: [], leftOut: [], plain: { likeness: 0, count: 0 } };
  const title = root.kind === "map" ? titleOf(root) : "";
  walk(root, { path: "", trail: [], promised: false, isNamed: false }, found);
  const { likeness, count } = found.plain;
  return {
    ...found,
    records: withTopics(root, found.records),
    title,
    likeness: count === 0 ? 1 : likeness / count,
  };
}

function walk(node: DataNode, spot: Spot, found: Found): number {
  const before = found.records.length;
  if (node.kind === "list") walkList(node.items, spot, found);
  else if (node.kind === "map") walkMap(node, spot, found);
  return found.records.length - before;
}

function walkList(items: readonly DataNode[], spot: Spot, found: Found): void {
  const texts = items.filter((each) => stringOf(each) !== null);
  const takesTexts = texts.length > items.length / 2 && texts.length > 0;
  const isPairs = items.length > 1 && items.filter(isPair).length > items.length * 0.8;
  const table = isPairs ? headerOf(items[0]) : null;
  const start = found.records.length;
  const rejected: Rejected[] = [];
  const reject = (at: number, line: number, why: string) =>
    rejected.push({ line, place: pathOf(spot.path, at), why });
  const plain: Candidate[] = [];
  const weakly = areWeakQuestions(items);
  for (const [at, each] of items.entries()) {
    const place = pathOf(spot.path, at);
    if (each.kind === "text") {
      const text = stringOf(each);
      if (text !== null && takesTexts) plain.push(candidate(text, null, each.line, { ...spot, path: place }));
      else
        reject(
          at,
          each.line,
          each.is === "null"
            ? "null"
            : text === null
              ? each.text.trim() === ""
                ? "an empty text"
                : each.text.slice(0, 20)
              : "a text",
        );
    } else if (each.kind === "list") {
      if (isPairs && isPair(each)) {
        if (at > 0 || table === null)
          found.records.push(pairRecord(each.items, table, each.line, { ...spot, path: place }));
      } else if (walk(each, { ...spot, path: place, promised: false, isNamed: false }, found) === 0)
        reject(at, each.line, "a list");
    } else if (isQuestion(each, weakly)) found.records.push(recordOf(each, { ...spot, path: place }));
    else if (walk(each, { ...spot, path: place, promised: false, isNamed: false }, found) === 0)
      reject(at, each.line, whyNot(each));
  }
  takePlain(plain, spot, found);
  // A list without any question is not about questions, unless it was called so.
  if (found.records.length > start || spot.isNamed) found.rejected.push(...rejected);
}

function walkMap(map: DataMap, spot: Spot, found: Found): void {
  if (isQuestion(map, hasAnswer(map))) {
    found.records.push(recordOf(map, spot));
    return;
  }
  const title = titleOf(map);
  const context = map.entries.find(({ key }) =>
    /^(?:context|passage|paragraph|scenario|casestudy)$/.test(fieldKey(key)),
  );
  const own = stringOf(context?.value);
  const inside: Spot = {
    ...spot,
    trail: title === "" || spot.path === "" ? spot.trail : [...spot.trail, title],
    ...(own === null ? {} : { context: own }),
  };
  takePlain(asMapOfAnswers(map, inside), inside, found);
  for (const { key, value } of map.entries) {
    const path = pathOf(spot.path, key);
    const name = fieldKey(key);
    const isTitle = title === "" && !isContainerName(name);
    const deeper: Spot = {
      ...inside,
      path,
      trail: isTitle ? [...inside.trail, key.replace(/\s+/g, " ").trim().slice(0, 200)] : inside.trail,
      promised: listsQuestions(name),
      isNamed: holdsQuestions(name),
    };
    if (value.kind === "text" || isAnswered(key, value)) continue;
    const count = walk(value, deeper, found);
    if (count === 0 && !isEmptyNode(value) && spot.path === "") {
      if (isLookup(name, value)) continue;
      if (!holdsQuestions(name)) found.leftOut.push({ path, line: value.line });
      else if (!found.rejected.some(({ place = "" }) => place.startsWith(path))) {
        found.rejected.push({ line: value.line, place: path, why: "holds no question" });
      }
    }
  }
}

function recordOf(map: DataMap, spot: Spot): DataRecord {
  return {
    fields: map.entries.map(({ key, value }) => fieldOf(key, value)),
    line: map.line,
    ...spotOf(spot),
  };
}

const spotOf = ({ path, trail, context }: Spot) => ({
  place: path === "" ? "the whole" : path,
  trail,
  ...(context === undefined ? {} : { context }),
});

function candidate(question: string, answer: DataNode | null, line: number, spot: Spot): Candidate {
  const asked = fieldOf("question", { kind: "text", line, is: "string", text: question });
  const fields = answer === null ? [asked] : [asked, fieldOf("answer", answer)];
  return {
    record: { fields, line, ...spotOf(spot) },
    likeness: questionLikeness(question.trimStart().split("\n", 1)[0] ?? ""),
  };
}

/** Plain texts are questions when many of them ask, or when their key says so. */
const ENOUGH_ASK = 0.4;
/** What a text counts at least where its key says that questions follow. */
const PROMISED = 0.7;

function takePlain(candidates: readonly Candidate[], spot: Spot, found: Found): void {
  if (candidates.length === 0) return;
  const promised = spot.promised || spot.trail.some((title) => listsQuestions(fieldKey(title)));
  // Words that may just order ("Build", "List of users") are no sign of questions by themselves.
  const asks = ({ likeness }: Candidate) => (likeness > 0.5 ? likeness : likeness / 2);
  const sum = candidates.reduce(
    (total, each) => total + (promised ? Math.max(PROMISED, each.likeness) : asks(each)),
    0,
  );
  if (sum / candidates.length < ENOUGH_ASK) return;
  found.plain.likeness += sum;
  found.plain.count += candidates.length;
  found.records.push(...candidates.map(({ record }) => record));
}

/** `{"What is it?": "A thing"}`: keys that ask, with a text, a list of texts or an object with an answer. */
function asMapOfAnswers(map: DataMap, spot: Spot): Candidate[] {
  const asking = map.entries.filter(({ key, value }) => isAnswered(key, value));
  const texts = map.entries.filter(({ value }) => stringOf(value) !== null);
  // Keys that all are long, or a glossary: names with sentences.
  const isGlossary =
    texts.length === map.entries.length &&
    texts.length > 2 &&
    texts.every(({ key }) => wordCount(key) > 3 || (!/[_./]/.test(key) && key.length > 1)) &&
    texts.reduce((sum, { value }) => sum + wordCount(stringOf(value)?.slice(0, 500) ?? ""), 0) >=
      texts.length * 5;
  const taken = isGlossary && asking.length > 0 ? texts : asking;
  return taken.map(({ key, value }): Candidate => {
    const at = { ...spot, path: pathOf(spot.path, key) };
    if (value.kind !== "map") return candidate(key, value, value.line, at);
    const fields = [
      fieldOf("question", { kind: "text", line: value.line, is: "string", text: key }),
      ...value.entries.map((entry) => fieldOf(entry.key, entry.value)),
    ];
    return { record: { fields, line: value.line, ...spotOf(at) }, likeness: questionLikeness(key) };
  });
}

function isAnswered(key: string, value: DataNode): boolean {
  if (questionLikeness(key) < 0.8 || (!/[?？]/.test(key) && wordCount(key) < 2)) return false;
  if (value.kind === "text") return value.is === "string" || value.is === "null";
  if (value.kind === "list")
    return (
      value.items.length > 0 &&
      value.items.every((each) => each.kind === "text") &&
      !asksThroughout(value.items)
    );
  return (
    !isQuestion(value, false) &&
    value.entries.some((entry) => rankOf("answer", fieldKey(entry.key)) >= 0 && !isEmptyNode(entry.value))
  );
}

const asksThroughout = (items: readonly DataNode[]): boolean =>
  items.filter((each) => questionLikeness(stringOf(each) ?? "") >= 0.8).length > items.length / 2;

/** `["What is it?", "A thing"]`. */
const isPair = (node: DataNode): boolean =>
  node.kind === "list" &&
  node.items.length > 1 &&
  node.items.every((each) => each.kind === "text") &&
  stringOf(node.items[0]) !== null;

function headerOf(node: DataNode | undefined): string[] | null {
  if (node?.kind !== "list") return null;
  const names = node.items.map((each) => scalarOf(each) ?? "");
  return names.some((name) => rankOf("question", fieldKey(name)) >= 0) ? names : null;
}

function pairRecord(
  items: readonly DataNode[],
  header: readonly string[] | null,
  line: number,
  spot: Spot,
): DataRecord {
  const names = header ?? ["question", "answer"];
  const fields = items.map((value, at) => fieldOf(names[at] ?? `column ${at + 1}`, value));
  return { fields, line, ...spotOf(spot) };
}
