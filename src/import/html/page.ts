import type { Element, ElementContent, Root } from "hast";
import { VivaError } from "../../base/index.ts";
import { draftQuality } from "../choose-draft.ts";
import { draftFrom, emptyDraft } from "../markdown/draft.ts";
import { outlineOf } from "../markdown/outline.ts";
import type { Start } from "../markdown/question-start.ts";
import { readAsMarkdown, type Translated } from "../markdown/read-as-markdown.ts";
import { titleParts } from "../markdown/title.ts";
import { refuseTooMany } from "../most-questions.ts";
import type { Draft, ImportWarning, SourceText } from "../reader.ts";
import { namesQuestions } from "../text/question-document.ts";
import { questionLikeness } from "../text/question-words.ts";
import type { Removed } from "./active.ts";
import { BlockWriter, TITLE_LEVEL } from "./blocks.ts";
import { codeText } from "./code.ts";
import { flatText, type KeepPicture } from "./inline.ts";
import { linkedDraft, linkedQuestions } from "./linked-data.ts";
import { mainContent } from "./main.ts";
import { PagePictures } from "./pictures.ts";
import { sanitise } from "./sanitise.ts";
import { type Titles, titleSets } from "./titles.ts";
import { parseHtml, TooMuchHtml } from "./tree.ts";

/** A page to read: HTML, or what was turned into it. */
export interface Page {
  readonly name: string;
  readonly html: string;
  /** The name that the draft bears. */
  readonly reader: string;
}

/**
 * Reads a page: by the structure that questions have in it, by the shapes that Markdown has too, and by its data for
 * search engines. The best draft is taken.
 * @throws VivaError VIVA_FILE_TOO_LARGE
 */
export async function readPage({ name, html, reader }: Page): Promise<Draft> {
  const { main, removed, title, linkedData } = contentOf(name, html);
  // The window's title may say that the page holds questions where its headings do not.
  const called = title === "" ? name : `${name} (${title})`;
  const pictures = new PagePictures();
  const drafts = titleSets(main).map((titles) => readTitles(reader, called, main, titles, pictures.keep));
  drafts.push(await readPlain(reader, called, main, pictures.keep));
  const linked = linkedQuestions(linkedData);
  const { children } = main;
  const length = flatText({
    type: "element",
    tagName: "div",
    properties: {},
    children: children as ElementContent[],
  });
  drafts.push(linkedDraft(reader, linked, length.length));
  const best = drafts.reduce((one, other) => (isBetter(other, one) ? other : one));
  const { media, warnings } = pictures.usedBy(best.questions);
  return { ...best, media, warnings: [...removedWarning(removed), ...best.warnings, ...warnings] };
}

/** The page without what surrounds its content; the tree it was taken from is not held on to. */
function contentOf(name: string, html: string) {
  const { root, ...rest } = parsed(name, html);
  return { main: mainContent(sanitise(root)), ...rest };
}

/** Drafts as near as this are told apart by how many questions they have. */
const NEAR = 0.08;
/** So many more questions, and structure gives way to plain reading. */
const MANY_MORE = 1.25;

function isBetter(other: Draft, one: Draft): boolean {
  const gain = draftQuality(other) - draftQuality(one);
  if (Math.abs(gain) > NEAR) return gain > 0;
  return other.questions.length > one.questions.length * MANY_MORE;
}

function parsed(name: string, html: string): ReturnType<typeof parseHtml> {
  try {
    return parseHtml(withoutSelfClosing(html), false);
  } catch (error) {
    if (!(error instanceof TooMuchHtml)) throw error;
    throw new VivaError(
      "VIVA_FILE_TOO_LARGE",
      `${name} has ${error.message}: nothing imported; save the page again from a browser, or split it`,
    );
  }
}

/** XHTML may close in its start tag what HTML leaves open to the end of the page. */
function withoutSelfClosing(html: string): string {
  if (!/^\s*<\?xml|^[^>]{0,200}XHTML/i.test(html)) return html;
  return html.replace(
    /<(script|style|title|textarea|iframe|div|span|a|p|td|i|b|em|strong)\b([^<>]{0,2000})\/>/gi,
    "<$1$2></$1>",
  );
}

/** Reads the page by the shapes of Markdown. A page that is one block of text is that text. */
async function readPlain(
  reader: string,
  name: string,
  main: Root | Element,
  keep: KeepPicture,
): Promise<Draft> {
  const lone = lonePre(main);
  if (lone !== null) {
    const lines = codeText(lone).split("\n");
    const first = lone.children[0]?.position?.start.line ?? 1;
    return readAsMarkdown(reader, { name, lines, lineOf: lines.map((_, i) => first + i) });
  }
  const writer = new BlockWriter(keep);
  writer.write(main);
  return readAsMarkdown(reader, { name, lines: writer.lines, lineOf: writer.lineOf });
}

function lonePre(main: Root | Element): Element | null {
  const parts = (main.children as ElementContent[]).filter(
    (child) => child.type === "element" || (child.type === "text" && child.value.trim() !== ""),
  );
  const [only] = parts;
  if (main.type === "element" && main.tagName === "pre") return main;
  return parts.length === 1 && only?.type === "element" && only.tagName === "pre" ? only : null;
}

/** Terms, and boxes that unfold, are no questions by themselves: this much is added when the page says that it has some. */
const NAMED_EVIDENCE = 0.3;
const EVIDENCE: Readonly<Record<Titles["habit"], number>> = {
  details: 0.3,
  terms: 0.2,
  unfolding: 0.3,
  named: 0.3,
  asked: 0.6,
  marked: 1,
  table: 0.8,
};

function readTitles(
  reader: string,
  name: string,
  main: Root | Element,
  titles: Titles,
  keep: KeepPicture,
): Draft {
  const writer = new BlockWriter(keep, titles);
  writer.write(main);
  const { marks } = writer;
  if (marks.length === 0) return emptyDraft(reader);
  const translated: Translated = { name, lines: writer.lines, lineOf: writer.lineOf };
  const source: SourceText = { name, text: writer.lines.join("\n"), lines: writer.lines, encoding: "utf-8" };
  refuseTooMany(source, marks.length);
  const outline = outlineOf(source);
  let likeness = 0;
  const starts = marks.map(({ at, title, end }, i): Start => {
    const { number, rest, labelled } = titleParts(title);
    likeness += labelled ? 1 : Math.max(questionLikeness(rest), number === null ? 0 : 0.6);
    const next = marks[i + 1]?.at ?? writer.lines.length;
    return {
      at,
      titleEnd: at + 1,
      title: rest,
      number,
      level: TITLE_LEVEL,
      nested: false,
      end: Math.min(end ?? next, next),
    };
  });
  const named = namesQuestions(outline) ? NAMED_EVIDENCE : 0;
  const evidence = Math.min(1, Math.max(EVIDENCE[titles.habit], likeness / marks.length) + named);
  const draft = draftFrom(outline, reader, starts, evidence);
  const original = (line: number) => translated.lineOf[line - 1] ?? 1;
  return {
    ...draft,
    questions: draft.questions.map((each) => ({ ...each, line: original(each.line) })),
    warnings: [
      ...draft.warnings.map((each) => ({ ...each, line: original(each.line) })),
      ...unreadColumns(titles),
    ],
  };
}

function unreadColumns(titles: Titles): ImportWarning[] {
  return [...titles.tables].flatMap(([table, { unread }]): ImportWarning[] =>
    unread.length === 0
      ? []
      : [
          {
            code: "columns",
            line: table.position?.start.line ?? 1,
            text: `${unread.length === 1 ? "a column" : "columns"} not read: ${unread.slice(0, 8).join(", ").slice(0, 200)}`,
          },
        ],
  );
}

/** What was left out, kind by kind. */
function removedWarning(removed: Removed): ImportWarning[] {
  if (removed.size === 0) return [];
  const kinds = [...removed].map(([kind, count]) => `${kind} (${count})`);
  return [{ code: "active-content", line: 1, text: `left out: ${kinds.join(", ")}` }];
}
