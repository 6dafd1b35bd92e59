import { fenced } from "../data/cell-text.ts";
import { choiceOf, item } from "../data/choices.ts";
import type { Draft, DraftQuestion, ImportWarning, SourceText } from "../reader.ts";
import { questionLikeness } from "../text/question-words.ts";

const READER = "gift";

/** Reads Moodle's GIFT: `::title:: question { =right ~wrong #feedback }`, a blank line between; `$CATEGORY:` is the section. */
export async function readGift({ lines }: SourceText): Promise<Draft> {
  const questions: DraftQuestion[] = [];
  const rejected: number[] = [];
  let section = "";
  let texts = 0;
  let likely = 0;
  for (const { block, line } of blocksOf(lines)) {
    texts++;
    const [, category] = /^\$CATEGORY:\s*(.+)$/.exec(block) ?? [];
    if (category !== undefined) {
      section =
        category
          .replace(/^\$\w+\$\/?/, "")
          .split("/")
          .filter((part) => part !== "" && part !== "top")
          .at(-1)
          ?.trim() ?? "";
      texts--;
      continue;
    }
    const question = questionOf(block, section, line);
    if (question === null) rejected.push(line);
    else {
      questions.push(question);
      // Braces with nothing in them stand in code as well: titles, answers and words that ask do not.
      if (block.startsWith("::") || question.answer !== "" || questionLikeness(question.title) > 0.5)
        likely++;
    }
  }
  return {
    reader: READER,
    questions,
    warnings: rejectedWarnings(rejected),
    evidence: likely / Math.max(1, questions.length),
    accounted: texts === 0 ? 0 : questions.length / texts,
  };
}

/** Questions end at a blank line outside braces; lines that begin with `//` are comments, categories stand alone. */
function* blocksOf(lines: readonly string[]): Generator<{ block: string; line: number }> {
  let held: string[] = [];
  let start = 0;
  let depth = 0;
  for (const [at, line] of [...lines, ""].entries()) {
    if (/^\s*\/\//.test(line)) continue;
    const isCategory = /^\s*\$CATEGORY:/.test(line);
    if (line.trim() !== "" && !isCategory) {
      if (held.length === 0) start = at;
      held.push(line);
      for (const [brace] of line.matchAll(/(?<!\\)[{}]/g))
        depth = Math.max(0, depth + (brace === "{" ? 1 : -1));
      continue;
    }
    // A brace that nobody closes ends where the file does, or a category.
    if (depth > 0 && !isCategory && at < lines.length) {
      held.push("");
      continue;
    }
    if (held.length > 0) yield { block: held.join("\n").trim(), line: start + 1 };
    held = [];
    depth = 0;
    if (isCategory) yield { block: line.trim(), line: at + 1 };
  }
}

const unescaped = (text: string): string =>
  text
    .replaceAll("\\n", "\n")
    .replace(/\\([~=#{}:])/g, "$1")
    .trim();
/** `[html]`, `[markdown]` and their like say in which form a text is. */
const FORM = /^\s*\[(?:html|moodle|plain|markdown)\]\s*/i;

function questionOf(block: string, section: string, line: number): DraftQuestion | null {
  const [named = "", title = ""] = /^::((?:\\.|[^\\]){1,500}?)::\s*/.exec(block) ?? [];
  const rest = block.slice(named.length).replace(FORM, "");
  const open = rest.search(/(?<!\\)\{/);
  if (open < 0) return null;
  const close = open + rest.slice(open).search(/(?<!\\)\}/);
  if (close <= open) return null;
  const before = unescaped(rest.slice(0, open));
  const after = unescaped(rest.slice(close + 1));
  // A gap in the middle of a sentence.
  const asked = after === "" ? before : `${before} ____ ${after}`;
  const [first = "", ...body] = (asked || title).split("\n");
  const { options, answer } = answersOf(rest.slice(open + 1, close));
  return {
    section,
    title: first.trim(),
    body: [body.join("\n").trim(), options].filter((part) => part !== "").join("\n\n"),
    answer,
    number: /^\D{0,12}(\d{1,4})\s*$/.test(title) ? Number(/\d+/.exec(title)?.[0]) : null,
    line,
  };
}

/** What stands between the braces. */
function answersOf(inner: string): { options: string; answer: string } {
  const [main = "", general] = inner.split(/(?<!\\)####/, 2);
  const feedback = general === undefined ? "" : unescaped(general);
  const withFeedback = (answer: string) => [answer, feedback].filter((part) => part !== "").join("\n\n");
  const [, truth] = /^\s*(T|F|TRUE|FALSE)\s*(?:#|$)/i.exec(main) ?? [];
  if (truth !== undefined)
    return { options: "- True\n- False", answer: withFeedback(/^t/i.test(truth) ? "True" : "False") };
  if (/^\s*#/.test(main)) return { options: "", answer: withFeedback(numberOf(main.trim().slice(1))) };
  const given = main
    .split(/(?<!\\)(?=[=~])/)
    .map((part) => part.trim())
    .filter((part) => /^[=~]/.test(part));
  const parsed = given.map((part) => {
    const [text = "", ...notes] = part.slice(1).split(/(?<!\\)#/);
    const weight = Number(/^\s*%(-?[\d.]+)%/.exec(text)?.[1] ?? (part.startsWith("=") ? 100 : 0));
    return {
      text: unescaped(text.replace(/^\s*%-?[\d.]+%/, "").replace(FORM, "")),
      right: weight > 0,
      note: unescaped(notes.join("#")),
    };
  });
  const pairs = parsed.map(({ text }) => text.split(/\s*->\s*/));
  if (parsed.length > 1 && pairs.every((pair) => pair.length === 2)) {
    return {
      options: pairs.map(([left = ""]) => item(left)).join("\n"),
      answer: withFeedback(pairs.map(([left, right]) => item(`${left} → ${right}`)).join("\n")),
    };
  }
  const notes = parsed.filter(({ right, note }) => right && note !== "").map(({ note }) => note);
  if (parsed.some(({ right }) => !right)) {
    const choice = choiceOf(
      parsed.map(({ text, right }) => ({ key: "", text, right })),
      [],
      1,
    );
    return {
      options: choice.body,
      answer: withFeedback([choice.answer, ...notes].filter((part) => part !== "").join("\n\n")),
    };
  }
  const texts = parsed.map(({ text }) =>
    text.includes("\n") && /[;{}]\s*$/m.test(text) ? fenced(text) : text,
  );
  const answer = texts.length > 1 ? texts.map(item).join("\n") : (texts[0] ?? "");
  return { options: "", answer: withFeedback([answer, ...notes].filter((part) => part !== "").join("\n\n")) };
}

/** `3.14:0.005` and `3..4` as a person says them. */
function numberOf(text: string): string {
  const [value = ""] = text.replace(/^[=\s]+/, "").split(/(?<!\\)[#=~]/, 1);
  const [, centre, spread] = /^\s*(-?[\d.]+):([\d.]+)\s*$/.exec(value) ?? [];
  const [, from, to] = /^\s*(-?[\d.]+?)\.\.(-?[\d.]+)\s*$/.exec(value) ?? [];
  if (centre !== undefined) return `${centre} ± ${spread}`;
  return from === undefined ? value.trim() : `${from} to ${to}`;
}

function rejectedWarnings(lines: readonly number[]): ImportWarning[] {
  const [first] = lines;
  if (first === undefined) return [];
  const more = lines.length > 10 ? ` and ${lines.length - 10} more` : "";
  return [
    {
      code: "rejected",
      line: first,
      text: `no braces with answers: lines ${lines.slice(0, 10).join(", ")}${more}`,
    },
  ];
}
