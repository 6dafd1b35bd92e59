import type { Element, ElementContent, Root } from "hast";
import { questionLikeness } from "../text/question-words.ts";
import { isAnswerSummary } from "./details.ts";
import { type TablePlan, tablePlan } from "./table.ts";
import { isTight, wordsOf } from "./words.ts";

/** Elements that are the titles of questions by the structure of the page, whatever their tag. */
export interface Titles {
  /** What they have in common, for choosing. */
  readonly habit: "details" | "terms" | "unfolding" | "named" | "asked" | "marked" | "table";
  /** Each title with the element at whose end its answer ends at the latest; null when only the next title ends it. */
  readonly titles: ReadonlyMap<Element, Element | null>;
  /** Elements before which "Answer" is to be written: what stands above is prompt. */
  readonly answers: ReadonlySet<Element>;
  /** Titles that only gather others: written as headings. */
  readonly groups: ReadonlySet<Element>;
  /** Tables whose rows are questions. */
  readonly tables: ReadonlyMap<Element, TablePlan>;
}

const NOTHING: Omit<Titles, "habit"> = {
  titles: new Map(),
  answers: new Set(),
  groups: new Set(),
  tables: new Map(),
};

/** Characters of a title; what is longer is a piece of an answer. */
const LONGEST_TITLE = 600;
/** Names of classes that are tried. */
const MOST_NAMES = 6;

/** All sets of titles that the structure of a page offers. */
export function titleSets(root: Root | Element): Titles[] {
  const parents = new Map<Element, Element | null>();
  const elements: Element[] = [];
  const walk = (nodes: readonly ElementContent[], parent: Element | null) => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      parents.set(node, parent);
      elements.push(node);
      walk(node.children, node);
    }
  };
  walk(root.children as ElementContent[], root.type === "element" ? root : null);
  const sets = [
    detailsTitles(elements, parents),
    termTitles(elements, parents),
    markedTitles(elements, parents),
    unfoldingTitles(elements, parents),
    tableTitles(elements),
    ...namedTitles(elements, parents),
  ];
  const parts = partTitles(elements);
  return sets
    .filter((set): set is Titles => set !== null && set.titles.size + set.tables.size > 0)
    .map((set) => (parts.size < 2 ? set : withGroups(set, parts, parents)));
}

const PART = new Set("section category group topic chapter block part".split(" "));

/** Short lines whose class says that they are the title of a part (`faq-section-title`), where no heading does. */
function partTitles(elements: readonly Element[]): ReadonlySet<Element> {
  const found = elements.filter((node) => {
    if (/^(?:h[1-6]|button|summary|dt|a)$/.test(node.tagName)) return false;
    const isNamed = wordsOf(node)
      .split(" ")
      .some((name) => {
        const words = name.split("-");
        return (
          /^(?:title|heading|header|name)$/.test(words.at(-1) ?? "") && words.some((word) => PART.has(word))
        );
      });
    return isNamed && isTight(node, (text) => text !== "" && text.length <= LONGEST_PART) && isTitle(node);
  });
  return new Set(found);
}

const LONGEST_PART = 100;

/** The titles of parts between the titles of questions: none of them, and not inside one or its answer. */
function withGroups(set: Titles, parts: ReadonlySet<Element>, parents: Parents): Titles {
  const order = new Map([...parents.keys()].map((node, at) => [node, at]));
  const place = (node: Element) => order.get(node) ?? 0;
  const titleIn = new Map(
    [...set.titles].flatMap(([title, round]) => (round === null ? [] : [[round, title] as const])),
  );
  const isInside = (node: Element) =>
    above(node, parents, (one) => {
      const title = titleIn.get(one);
      return set.titles.has(one) || parts.has(one) || (title !== undefined && place(title) < place(node));
    }) !== null;
  const free = [...parts].filter((node) => !set.titles.has(node) && !isInside(node) && !holdsHeading(node));
  return free.length < 2 ? set : { ...set, groups: new Set([...set.groups, ...free]) };
}

const holdsHeading = (node: Element): boolean =>
  node.children.some(
    (child) => child.type === "element" && (/^h[1-6]$/.test(child.tagName) || holdsHeading(child)),
  );

type Parents = ReadonlyMap<Element, Element | null>;

const childrenOf = (node: Element, tagName: string): Element[] =>
  node.children.filter((child): child is Element => child.type === "element" && child.tagName === tagName);

/** `<summary>` that asks; one round several that ask names their section. */
function detailsTitles(elements: readonly Element[], parents: Parents): Titles | null {
  const all = elements.filter(({ tagName }) => tagName === "details");
  if (all.length === 0) return null;
  const summaryOf = (details: Element) => childrenOf(details, "summary")[0];
  const asks = (details: Element) => {
    const summary = summaryOf(details);
    return summary !== undefined && !isAnswerSummary(titleText(summary));
  };
  const inside = new Map<Element, number>();
  const outerOf = (details: Element) => above(details, parents, ({ tagName }) => tagName === "details");
  for (const details of all) {
    const outer = asks(details) ? outerOf(details) : null;
    if (outer !== null) inside.set(outer, (inside.get(outer) ?? 0) + 1);
  }
  const isGroup = (details: Element) => {
    const summary = summaryOf(details);
    return (
      (inside.get(details) ?? 0) > 1 && (summary === undefined || questionLikeness(titleText(summary)) === 0)
    );
  };
  const titles = new Map<Element, Element | null>();
  const groups = new Set<Element>();
  for (const details of all) {
    const summary = summaryOf(details);
    if (summary === undefined || !asks(details)) continue;
    if (isGroup(details)) {
      groups.add(summary);
      continue;
    }
    const outer = outerOf(details);
    if (outer === null || isGroup(outer)) titles.set(summary, details);
  }
  return { ...NOTHING, habit: "details", titles, groups };
}

function termTitles(elements: readonly Element[], parents: Parents): Titles | null {
  const titles = new Map<Element, Element | null>();
  for (const term of elements) {
    if (term.tagName !== "dt" || titleText(term) === "") continue;
    const list = above(term, parents, ({ tagName }) => tagName === "dl");
    const nested = list !== null && above(list, parents, ({ tagName }) => tagName === "dl") !== null;
    if (list !== null && !nested) titles.set(term, list);
  }
  return titles.size === 0 ? null : { ...NOTHING, habit: "terms", titles };
}

function tableTitles(elements: readonly Element[]): Titles | null {
  const tables = new Map<Element, TablePlan>();
  for (const node of elements) {
    const plan = node.tagName === "table" ? tablePlan(node) : null;
    if (plan !== null) tables.set(node, plan);
  }
  return { ...NOTHING, habit: "table", tables };
}

/** Questions as schema.org marks them in the page. */
function markedTitles(elements: readonly Element[], parents: Parents): Titles | null {
  const isItem = (node: Element, type: string) =>
    new RegExp(`schema\\.org/${type}\\s*$`, "i").test(String(node.properties.itemType ?? ""));
  const has = (node: Element, property: string) =>
    String(node.properties.itemProp ?? "")
      .split(/\s+/)
      .includes(property);
  const titles = new Map<Element, Element | null>();
  const answers = new Set<Element>();
  const titled = new Set<Element>();
  const answered = new Set<Element>();
  for (const node of elements) {
    const item = above(node, parents, (one) => one.properties.itemType !== undefined);
    if (item === null || !isItem(item, "Question")) continue;
    if (has(node, "name") && !titled.has(item)) {
      titled.add(item);
      titles.set(node, item);
    } else if ((has(node, "acceptedAnswer") || has(node, "suggestedAnswer")) && !answered.has(item)) {
      answered.add(item);
      answers.add(node);
    }
  }
  return titles.size === 0 ? null : { ...NOTHING, habit: "marked", titles, answers };
}

/** Buttons that unfold what stands below them. */
function unfoldingTitles(elements: readonly Element[], parents: Parents): Titles | null {
  const found = elements.filter(
    (node) =>
      (node.properties.ariaExpanded !== undefined || node.properties.ariaControls !== undefined) &&
      isTitle(node) &&
      !isAnswerSummary(titleText(node)),
  );
  return bounded("unfolding", outermost(found, parents), parents);
}

const SUBJECT = new Set(
  "faq faqs accordion toggle collapsible collapse expander expandable question questions qa qna flashcard panel tab card".split(
    " ",
  ),
);
const ROLE = new Set(
  "question q title header heading head trigger button btn toggle label summary front name text".split(" "),
);
const WHOLE = new Set([
  "front",
  "question",
  "accordion",
  "collapsible",
  "q",
  "ques",
  "pregunta",
  "pergunta",
  "frage",
  "wenti",
]);

/** Such names say that it is a question, others only that it unfolds. */
const ASKED = /(?:^|-)(?:questions?|ques|q|qa|qna|faqs?|flashcard|pregunta|pergunta|frage|wenti)(?:-|$)/;

function isTitleName(name: string): boolean {
  if (WHOLE.has(name)) return true;
  const words = name.split("-");
  return ROLE.has(words.at(-1) ?? "") && words.some((word) => SUBJECT.has(word)) && words.length > 1;
}

/** Elements whose class says that they are questions or open one, class by class. */
function namedTitles(elements: readonly Element[], parents: Parents): (Titles | null)[] {
  const byName = new Map<string, Element[]>();
  for (const node of elements) {
    for (const name of new Set(wordsOf(node).split(" "))) {
      if (name === "" || !isTitleName(name) || !isTitle(node)) continue;
      const found = byName.get(name);
      if (found === undefined) byName.set(name, [node]);
      else found.push(node);
    }
  }
  return [...byName]
    .filter(([, found]) => found.length > 1)
    .toSorted((a, b) => likenessOf(b[1]) - likenessOf(a[1]))
    .slice(0, MOST_NAMES)
    .map(([name, found]) =>
      bounded(ASKED.test(name) ? "asked" : "named", outermost(found, parents), parents),
    );
}

const likenessOf = (nodes: readonly Element[]): number =>
  nodes.reduce((sum, node) => sum + questionLikeness(titleText(node)), 0);

/** The title's text in one line, without the arrows and signs that unfold it. */
function titleText(node: Element): string {
  return trimSigns(textUpTo(node, LONGEST_TITLE + 1).replace(/\s+/g, " "));
}

/** The text of an element, as far as it is wanted: elements in elements are not read to their end again and again. */
function textUpTo(node: Element, length: number): string {
  let text = "";
  const walk = ({ children }: Element) => {
    for (const child of children) {
      if (text.length >= length) return;
      if (child.type === "text") text += child.value;
      else if (child.type === "element") {
        if (child.tagName === "br" || child.tagName === "p" || child.tagName === "div") text += " ";
        walk(child);
      }
    }
  };
  walk(node);
  return text;
}

/** A title without the signs that show that it can be unfolded. */
export function trimSigns(title: string): string {
  return title.replace(/^[\s+−–▸▶►▼▾▲›»⌄˅⊕➕]+(?=\S)|[\s+−–▸◂▶►▼▾▲›»⌄˅⊕➕✕×]+$/gu, "").trim();
}

function isTitle(node: Element): boolean {
  const text = titleText(node);
  return text !== "" && text.length <= LONGEST_TITLE && !holdsAnswer(node);
}

/** An element that holds the answer too is no title. */
function holdsAnswer(node: Element): boolean {
  return node.children.some(
    (child) =>
      child.type === "element" &&
      (/^(?:pre|dl|table|ul|ol)$/.test(child.tagName) ||
        /\b(?:answer|content|panel|body|respuesta|resposta)\b/.test(wordsOf(child).replaceAll("-", " ")) ||
        holdsAnswer(child)),
  );
}

function outermost(found: readonly Element[], parents: Parents): Element[] {
  const all = new Set(found);
  return found.filter((node) => above(node, parents, (one) => all.has(one)) === null);
}

/** Gives each title the largest element round it that has no other title in it. */
function bounded(habit: Titles["habit"], found: readonly Element[], parents: Parents): Titles | null {
  if (found.length < 2) return null;
  const counts = new Map<Element, number>();
  for (const title of found) {
    for (let node = parents.get(title); node; node = parents.get(node)) {
      counts.set(node, (counts.get(node) ?? 0) + 1);
    }
  }
  const titles = new Map<Element, Element | null>();
  for (const title of found) {
    let round = title;
    let parent = parents.get(title);
    while (parent && counts.get(parent) === 1) {
      round = parent;
      parent = parents.get(parent);
    }
    const length = titleText(title).length;
    const longer =
      textUpTo(round, 2 * length + 200)
        .replace(/\s+/g, " ")
        .trim().length >
      length + 2;
    titles.set(title, longer ? round : (parent ?? null));
  }
  return { ...NOTHING, habit, titles };
}

function above(node: Element, parents: Parents, test: (node: Element) => boolean): Element | null {
  for (let one = parents.get(node); one; one = parents.get(one)) if (test(one)) return one;
  return null;
}
