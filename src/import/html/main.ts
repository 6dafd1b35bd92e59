import type { Element, ElementContent, Root } from "hast";
import { isChrome } from "../text/page-chrome.ts";
import { isClosing } from "./closing.ts";
import { dataTable, tablePlan } from "./table.ts";
import { hasWord, isTight, wordsOf } from "./words.ts";

/** What a part of a page holds. Characters without blanks. */
interface Weight {
  readonly text: number;
  readonly links: number;
  /** Question marks outside links. */
  readonly marks: number;
  readonly headings: number;
}

const EMPTY: Weight = { text: 0, links: 0, marks: 0, headings: 0 };

/** Never content, wherever they stand. */
const CHROME_TAGS = new Set(["nav", "dialog", "search", "menu"]);
const CHROME_ROLES = new Set(
  "navigation banner contentinfo search dialog alertdialog menu menubar toolbar doc-toc complementary status alert".split(
    " ",
  ),
);
/** Parts of names that only chrome bears. */
const CHROME_WORDS = new Set(
  (
    "breadcrumb breadcrumbs cookie cookies consent gdpr ccpa onetrust sharing sharedaddy addtoany sociable addthis newsletter " +
    "navbar navigation nav toc disqus respond pagination pager byline advert adverts advertisement adsbygoogle skip " +
    "relatedposts sidebar masthead colophon offcanvas lightbox editsection printfooter catlinks siteheader sitefooter paywall"
  ).split(" "),
);
/** Words that chrome bears, and content at times: believed where there are links and little else. */
const DOUBTFUL_WORDS = new Set(
  (
    "share social related recommended recommendations subscribe signup popup modal menu comments comment replies header footer " +
    "author meta tags tag taglist ad ads sponsor sponsored promo banner edit feedback rating vote voting votes widget widgets " +
    "hidden popular trending profile avatar actions toolbar controls copyright license permalink cta updated"
  ).split(" "),
);
/** What schema.org says of a post and not of its subject. */
const CHROME_PROPERTIES = new Set(
  "upvoteCount downvoteCount commentCount answerCount author datePublished dateCreated dateModified".split(
    " ",
  ),
);
/** Names of two words. */
const CHROME_NAMES =
  /\b(?:table-of-contents|on-this-page|post-navigation|page-navigation|related-posts?|related-articles?|comment-list|comments-area|comment-respond|share-buttons?|social-share|social-links|author-box|author-bio|site-header|site-footer|page-header-nav|wiki-toc|skip-link|screen-reader-text|back-to-top|last-updated|edit-page|page-metadata|read-next|also-like|user-info|post-signature)\b/;
const ADMONITION = /\b(?:admonition|note|tip|hint|warning|callout|info|important|alert|example)\b/;

/** Chrome that holds more of the page than this is none. */
const MOST_TEXT = 0.4;
const MOST_MARKS = 0.3;
/** A part with so much of what its parent holds is looked into. */
const NEARLY_ALL = 0.8;

/** The part of a page that is about something: chrome is taken out, then the fullest part is gone into. */
export function mainContent(root: Root): Root | Element {
  const weights = new Map<Element, Weight>();
  const total = weigh(root.children as ElementContent[], weights, false);
  const kept: Root = {
    type: "root",
    children: withoutChrome(root.children as ElementContent[], weights, total, false),
  };
  weights.clear();
  const left = weigh(kept.children as ElementContent[], weights, false);
  const named = namedMain(kept, weights, left);
  return fullest(named ?? kept, weights, named === null ? left : (weights.get(named) ?? left));
}

function weigh(nodes: readonly ElementContent[], weights: Map<Element, Weight>, inLink: boolean): Weight {
  let text = 0;
  let links = 0;
  let marks = 0;
  let headings = 0;
  for (const node of nodes) {
    if (node.type === "text") {
      const { value } = node;
      let length = 0;
      for (let i = 0; i < value.length; i++) {
        const code = value.charCodeAt(i);
        if (code > 32 && code !== 160) length++;
        if (!inLink && (code === 63 || code === 0xff1f)) marks++;
      }
      text += length;
      if (inLink) links += length;
    } else if (node.type === "element") {
      const inner = weigh(node.children, weights, inLink || node.tagName === "a");
      weights.set(node, inner);
      text += inner.text;
      links += inner.links;
      marks += inner.marks;
      headings += inner.headings + (/^h[1-6]$/.test(node.tagName) ? 1 : 0);
    }
  }
  return { text, links, marks, headings };
}

function withoutChrome(
  nodes: readonly ElementContent[],
  weights: ReadonlyMap<Element, Weight>,
  total: Weight,
  inMain: boolean,
): ElementContent[] {
  const kept: ElementContent[] = [];
  let closing = 0;
  for (const node of nodes) {
    const level = node.type === "element" ? Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0) : 0;
    if (node.type === "element" && level > 0 && (closing === 0 || level <= closing)) {
      closing = isTight(node, isClosing) ? level : 0;
    }
    if (closing > 0 || (node.type === "element" && level > 0 && isTight(node, countsAnswers))) continue;
    if (node.type !== "element") {
      kept.push(node);
      continue;
    }
    const weight = weights.get(node) ?? EMPTY;
    if (looksLikeChrome(node, weight, inMain) && !isMuch(weight, total)) continue;
    const within =
      inMain || node.tagName === "main" || node.tagName === "article" || node.properties.role === "main";
    // Code holds no chrome but a button, and that is dropped where it is written.
    const children =
      node.tagName === "pre" ? node.children : withoutChrome(node.children, weights, total, within);
    const copy: Element = { ...node, children };
    kept.push(copy);
  }
  return kept;
}

const isMuch = (weight: Weight, total: Weight): boolean =>
  weight.text > total.text * MOST_TEXT || (weight.marks > 2 && weight.marks > total.marks * MOST_MARKS);

const countsAnswers = (heading: string): boolean =>
  /^\d+ (?:answers?|respuestas?|respostas?|réponses?|antwort(?:en)?|ответ(?:а|ов)?|个回答):?$/iu.test(
    heading,
  );

function looksLikeChrome(node: Element, weight: Weight, inMain: boolean): boolean {
  const { tagName, properties } = node;
  const name = wordsOf(isTitled(node) ? { properties: { ...properties, id: undefined } } : node);
  if (CHROME_PROPERTIES.has(String(properties.itemProp ?? ""))) return true;
  if (CHROME_TAGS.has(tagName) || CHROME_ROLES.has(String(properties.role ?? "")))
    return !ADMONITION.test(name);
  if (tagName === "aside") return !(inMain && ADMONITION.test(name));
  if (tagName === "header" || tagName === "footer") {
    return !inMain || (tagName === "footer" && weight.marks === 0) || weight.links * 2 > weight.text;
  }
  if (tagName === "button" || tagName === "label") return isPageButton(node, weight);
  if (isContents(node)) return true;
  if (tagName === "a" && /^#|^skip\b/i.test(String(properties.href ?? "")) && isTight(node, isChrome))
    return true;
  if (name === "" || /^h[1-6]$|^d[tdl]$|^(?:summary|details|code|pre|table|tr|td|th)$/.test(tagName))
    return false;
  if (name.split(" ").includes("comments") || hasWord(name, CHROME_WORDS) || CHROME_NAMES.test(name))
    return true;
  const linked = weight.links * 2 > weight.text;
  return (
    hasWord(name, DOUBTFUL_WORDS) && (linked || (weight.text < 60 && weight.marks === 0 && !inList(node)))
  );
}

/** A part that opens with its title bears it as id: "cookies" is then what it is about. */
const isTitled = (node: Element): boolean =>
  node.tagName === "section" ||
  node.children.some((child) => child.type === "element" && /^h[1-6]$/.test(child.tagName));

/** A short piece of content may bear a doubtful name when it is an item or holds code. */
const inList = (node: Element): boolean =>
  node.tagName === "li" ||
  node.children.some(
    (child) => child.type === "element" && /^(?:h[1-6]|pre|code|p|details|dl)$/.test(child.tagName),
  );

/** A button is content when it unfolds something. */
function isPageButton({ tagName, properties }: Element, weight: Weight): boolean {
  if (tagName === "label") return false;
  if (weight.text === 0) return true;
  const unfolds =
    properties.ariaExpanded !== undefined ||
    properties.ariaControls !== undefined ||
    hasWord(
      wordsOf({ properties }),
      new Set(["accordion", "collapsible", "collapse", "faq", "question", "toggle", "expander", "trigger"]),
    );
  return !unfolds && weight.marks === 0;
}

/** A list of links into the page. */
function isContents(node: Element): boolean {
  if (node.tagName !== "ul" && node.tagName !== "ol") return false;
  let items = 0;
  let inward = 0;
  const walk = (nodes: readonly ElementContent[]) => {
    for (const child of nodes) {
      if (child.type !== "element") continue;
      if (child.tagName === "li") {
        items++;
        if (opensWithAnchor(child)) inward++;
      }
      walk(child.children);
    }
  };
  walk(node.children);
  return items > 2 && inward >= items * 0.8;
}

/** `<li><a href="#x">title</a>` and nothing else but a list below. */
function opensWithAnchor(item: Element): boolean {
  let anchors = 0;
  let others = 0;
  const walk = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type === "text") others += node.value.replace(/[\s\d.)(–—-]+/g, "").length;
      else if (node.type !== "element" || node.tagName === "ul" || node.tagName === "ol") continue;
      else if (node.tagName === "a") anchors += String(node.properties.href ?? "").includes("#") ? 1 : -1;
      else walk(node.children);
    }
  };
  walk(item.children);
  return anchors > 0 && others === 0;
}

/** What the page itself calls its main part, if that is most of it. */
function namedMain(root: Root, weights: ReadonlyMap<Element, Weight>, left: Weight): Element | null {
  let best: Element | null = null;
  let most = left.text * 0.5;
  const walk = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      const isNamed =
        node.tagName === "main" || node.properties.role === "main" || node.tagName === "article";
      const weight = weights.get(node) ?? EMPTY;
      // Few questions may stand outside.
      if (isNamed && weight.text > most && weight.marks >= left.marks * 0.9) {
        best = node;
        most = weight.text * 0.9;
      }
      walk(node.children);
    }
  };
  walk(root.children as ElementContent[]);
  return best;
}

function fullest(
  start: Root | Element,
  weights: ReadonlyMap<Element, Weight>,
  whole: Weight,
): Root | Element {
  let place = start;
  for (;;) {
    const parts = (place.children as ElementContent[]).filter((child) => child.type === "element");
    const next = parts.find((part) => {
      const weight = weights.get(part) ?? EMPTY;
      const isPlace = /^(?:html|body|main|article|section|div|td|table|tbody|tr|center|form)$/.test(
        part.tagName,
      );
      const own = weight.text - weight.links;
      const isMost = own > (whole.text - whole.links) * NEARLY_ALL && weight.marks >= whole.marks * 0.98;
      const isData = part.tagName === "table" && (dataTable(part) ?? tablePlan(part)) !== null;
      return isPlace && isMost && !isData && weight.headings === whole.headings;
    });
    if (next === undefined) return place;
    place = next;
    whole = weights.get(next) ?? whole;
  }
}
