import { cleanTitle, titleParts } from "../markdown/title.ts";
import type { Draft, DraftQuestion, ImportWarning } from "../reader.ts";
import { fragmentToMarkdown } from "./fragment.ts";
import type { HtmlTree } from "./tree.ts";

/** Values of a page's data that are looked at. */
const MOST_VALUES = 200_000;

/** The questions that a page lists for search engines (schema.org `FAQPage`, `QAPage`, `Quiz`): data, read as data. */
export function linkedQuestions(data: HtmlTree["linkedData"]): {
  questions: DraftQuestion[];
  removed: number;
} {
  const questions: DraftQuestion[] = [];
  let removed = 0;
  const markdown = (value: unknown) => {
    if (typeof value !== "string") return "";
    const found = fragmentToMarkdown(value.includes("<") ? value : value.replace(/\n/g, "<br>"));
    removed += found.removed;
    return found.markdown;
  };
  for (const { text, line } of data) {
    const work: unknown[] = [parsedJson(text)];
    for (let seen = 0; work.length > 0 && seen < MOST_VALUES; seen++) {
      const value = work.pop();
      if (Array.isArray(value)) work.push(...value.slice(0, MOST_VALUES).reverse());
      if (!isObject(value) || Array.isArray(value)) continue;
      if (!typesOf(value).includes("Question")) {
        work.push(...Object.values(value).reverse());
        continue;
      }
      const title = cleanTitle(markdown(value.name ?? value.text).replace(/\n+/g, " "));
      if (title === "") continue;
      const { number, rest } = titleParts(title);
      const given = firstOf(value.acceptedAnswer) ?? firstOf(value.suggestedAnswer);
      const body = value.name === undefined ? "" : markdown(value.text);
      questions.push({
        section: "",
        title: rest,
        body: body === title ? "" : body,
        answer: isObject(given) ? markdown(given.text) : markdown(given),
        number,
        line,
        place: `JSON-LD, question ${questions.length + 1}`,
      });
    }
  }
  return { questions, removed };
}

/** The page's data as a draft, set beside how much text the page has. */
export function linkedDraft(
  reader: string,
  { questions, removed }: ReturnType<typeof linkedQuestions>,
  pageLength: number,
): Draft {
  const length = questions.reduce(
    (sum, { title, body, answer }) => sum + title.length + body.length + answer.length,
    0,
  );
  const warning: ImportWarning = {
    code: "active-content",
    line: questions[0]?.line ?? 1,
    text: `left out of the page's data: ${removed} of what can run or fetch`,
  };
  return {
    reader,
    questions,
    warnings: removed === 0 ? [] : [warning],
    evidence: questions.length === 0 ? 0 : 1,
    accounted: Math.min(1, length / Math.max(1, pageLength)),
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$/g, ""));
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function typesOf(value: Readonly<Record<string, unknown>>): string[] {
  return [value["@type"]].flat().map((type) => String(type).replace(/^.*[/#:]/, ""));
}

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
