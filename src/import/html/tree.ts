import type { Element, ElementContent, Root, Text } from "hast";
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  type ParserOptions,
  parse,
  parseFragment,
} from "parse5";
import { activeKind, type Removed } from "./active.ts";
import { classStyles, type Dressing, dressingOf, NO_STYLES, type Styles } from "./styles.ts";

/** A page deeper than this is no page: browsers stop at 512. The parser's work grows with the depth. */
const DEEPEST_PARSED = 600;
/** From this depth on only the text is kept, so that those who walk the tree may call themselves. */
const DEEPEST_KEPT = 120;
/** The largest pages of questions met have some 50,000. */
const MOST_ELEMENTS = 150_000;

/** Why a page is not read: what it has too much of. */
export class TooMuchHtml extends Error {}

/** A page as a tree, with what was left out of it. Every node with a position has its line. */
export interface HtmlTree {
  readonly root: Root;
  readonly removed: Removed;
  /** What the window's title says; "" when nothing. */
  readonly title: string;
  /** What `<script type="application/ld+json">` holds: data, not code. */
  readonly linkedData: readonly { readonly text: string; readonly line: number }[];
}

/** Attributes that are kept, by the name they bear in hast. */
const KEPT_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["href", "href"],
  ["src", "src"],
  ["alt", "alt"],
  ["title", "title"],
  ["id", "id"],
  ["role", "role"],
  ["start", "start"],
  ["value", "value"],
  ["type", "type"],
  ["checked", "checked"],
  ["colspan", "colSpan"],
  ["encoding", "encoding"],
  ["itemtype", "itemType"],
  ["itemprop", "itemProp"],
  ["data-lang", "dataLang"],
  ["data-language", "dataLang"],
  ["aria-label", "ariaLabel"],
  ["aria-expanded", "ariaExpanded"],
  ["aria-controls", "ariaControls"],
  ["aria-hidden", "ariaHidden"],
]);

/** Where lazy pages keep the address of a picture until it is looked at. */
const LAZY_SOURCES = ["data-src", "data-original", "data-lazy-src"];

type Node5 = DefaultTreeAdapterTypes.ChildNode;
type Element5 = DefaultTreeAdapterTypes.Element;

/**
 * Parses a page, or with `fragment` a piece of one, into a tree of bounded depth without scripts.
 * @throws TooMuchHtml
 */
export function parseHtml(html: string, fragment: boolean): HtmlTree {
  const options = boundedOptions();
  const top = fragment ? parseFragment(html, options) : parse(html, options);
  const removed: Removed = new Map();
  const linkedData: { text: string; line: number }[] = [];
  const styles = fragment ? NO_STYLES : stylesIn(top.childNodes);
  const root: Root = { type: "root", children: [] };
  let title = "";
  const work: { from: Node5; into: Element | Root; depth: number }[] = [];
  const push = (nodes: readonly Node5[], into: Element | Root, depth: number) => {
    for (let i = nodes.length - 1; i >= 0; i--) {
      const from = nodes[i];
      if (from !== undefined) work.push({ from, into, depth });
    }
  };
  push(top.childNodes, root, 0);
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { from, into, depth } = next;
    if (defaultTreeAdapter.isTextNode(from)) {
      into.children.push(textOf(from.value, from.sourceCodeLocation?.startLine));
    } else if (defaultTreeAdapter.isElementNode(from)) {
      count(from, removed, linkedData);
      if (from.tagName === "title") title ||= innerText(from).replace(/\s+/g, " ").trim().slice(0, 200);
      const math = mathSource(from);
      if (math !== null) into.children.push(textOf(math, from.sourceCodeLocation?.startLine));
      // The children of a script are its source, those of a template stand elsewhere: neither is content.
      if (from.tagName === "script" || from.tagName === "style") continue;
      const element = depth < DEEPEST_KEPT ? elementOf(from, styles) : null;
      if (element === null) push(from.childNodes, into, depth);
      else {
        into.children.push(element.outer);
        push(from.childNodes, element.inner, depth + 1);
      }
    }
  }
  return { root, removed, title, linkedData };
}

function boundedOptions(): ParserOptions<DefaultTreeAdapterMap> {
  let depth = 0;
  let elements = 0;
  return {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...given) {
        if (++elements > MOST_ELEMENTS) throw new TooMuchHtml(`more than ${MOST_ELEMENTS} elements`);
        return defaultTreeAdapter.createElement(...given);
      },
      // Where an element ends is asked by nobody.
      updateNodeSourceCodeLocation() {},
      onItemPush() {
        if (++depth > DEEPEST_PARSED) {
          throw new TooMuchHtml(`elements nested more than ${DEEPEST_PARSED} deep`);
        }
      },
      onItemPop() {
        depth--;
      },
    },
  };
}

const textOf = (value: string, line = 1): Text => ({ type: "text", value, position: at(line) });

/** Readers ask for lines only. */
const at = (line: number) => ({ start: { line, column: 1 }, end: { line, column: 1 } });

function attribute(element: Element5, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

function count(element: Element5, removed: Removed, data: { text: string; line: number }[]): void {
  const type = attribute(element, "type")?.toLowerCase().trim() ?? "";
  if (element.tagName === "script" && type === "application/ld+json") {
    data.push({ text: innerText(element), line: element.sourceCodeLocation?.startLine ?? 1 });
    return;
  }
  if (element.tagName === "script" && type.startsWith("math/")) return;
  const text = element.tagName === "style" ? innerText(element) : "";
  for (const kind of activeKind(element.tagName, element.attrs, text)) {
    removed.set(kind, (removed.get(kind) ?? 0) + 1);
  }
}

function innerText(element: Element5): string {
  return element.childNodes.map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : "")).join("");
}

/** What MathJax keeps in a script: the formula as its author typed it. */
function mathSource(element: Element5): string | null {
  if (element.tagName !== "script") return null;
  const type = attribute(element, "type") ?? "";
  if (!/^math\/tex/i.test(type)) return null;
  return /mode=display/i.test(type) ? `$$${innerText(element)}$$` : `$${innerText(element)}$`;
}

/** An element, and the one inside that takes its children when its style makes it bold or code. */
function elementOf(from: Element5, styles: Styles): { outer: Element; inner: Element } {
  const children: ElementContent[] = [];
  const position = at(from.sourceCodeLocation?.startLine ?? 1);
  const outer: Element = {
    type: "element",
    tagName: from.tagName.toLowerCase(),
    properties: {},
    children,
    position,
  };
  let style = "";
  for (const { name, value } of from.attrs) {
    if (name === "class") outer.properties.className = value.split(/\s+/).filter((each) => each !== "");
    else if (name === "style") style = value;
    const kept = KEPT_ATTRIBUTES.get(name);
    if (kept !== undefined) outer.properties[kept] = value;
  }
  // An old highlighter keeps code in a field of a form.
  if (outer.tagName === "textarea" && attribute(from, "name") === "code") outer.tagName = "pre";
  const language = languageAttribute(from);
  if (language !== null) outer.properties.dataLang = language;
  if (outer.tagName === "img") takeLazySource(from, outer);
  const dressing = dressingOf(style, outer.properties.className, styles);
  const inner = dressed(outer, dressing);
  return { outer, inner };
}

/** Where the language of code is written beside its classes. */
function languageAttribute(element: Element5): string | null {
  if (element.tagName !== "pre" && element.tagName !== "code") return null;
  const brush = /brush:\s*([\w+#-]{1,20})/.exec(
    attribute(element, "data-syntaxhighlighter-params") ?? "",
  )?.[1];
  const enlighter = attribute(element, "data-enlighter-language");
  return brush ?? enlighter ?? attribute(element, "lang");
}

function takeLazySource(from: Element5, image: Element): void {
  const { src } = image.properties;
  if (typeof src === "string" && src !== "" && !src.startsWith("data:")) return;
  const lazy = LAZY_SOURCES.map((name) => attribute(from, name)).find((value) => value !== null);
  if (lazy !== undefined && lazy !== null) image.properties.src = lazy;
}

/** Elements whose style is worth reading: programs that export say with it what others say with a tag. */
const DRESSED = new Set(["span", "p", "font", "b", "td", "div"]);

function dressed(outer: Element, dressing: Dressing): Element {
  if (!DRESSED.has(outer.tagName)) return outer;
  // One program wraps all it copies in `<b style="font-weight:normal">`.
  if (outer.tagName === "b") {
    if (dressing.weight === "normal") outer.tagName = "span";
    return outer;
  }
  const tagName = dressing.isCode ? "code" : dressing.weight === "bold" ? "strong" : null;
  if (tagName === null || outer.tagName === "div") return outer;
  if (outer.tagName === "span" || outer.tagName === "font") {
    outer.tagName = tagName;
    return outer;
  }
  const inner: Element = { ...outer, tagName, properties: {}, children: [] };
  outer.children.push(inner);
  return inner;
}

function stylesIn(nodes: readonly Node5[]): Styles {
  const sheets: string[] = [];
  const work = [...nodes];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    if (node.tagName === "style") sheets.push(innerText(node));
    else for (const child of node.childNodes) work.push(child);
  }
  return classStyles(sheets);
}
