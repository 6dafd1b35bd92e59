import { canonicalBlock, trimBlanks } from "./canonical.ts";
import type { Problem } from "./deck.ts";
import { FenceTracker } from "./fences.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { isBlank } from "./list-mark.ts";
import { parseFollowUps, parseMisconceptions, parsePoints } from "./parse-lists.ts";
import type { FollowUp, Misconception, Point, Question } from "./question.ts";
import { QUESTION_KEYS, readMeta } from "./read-meta.ts";
import type { Block, PartLines, Report } from "./report.ts";

/** A question with the lines where its parts stand (the question itself: its title), for messages. */
export interface ParsedQuestion {
  readonly question: Question;
  readonly lines: ReadonlyMap<Question | Point | Misconception | FollowUp, number>;
  /** The file's lines on which the body and the answer begin; each goes on line by line from there. */
  readonly starts: { readonly body: number; readonly answer: number };
  /** The lines of the front matter's keys. */
  readonly keys: ReadonlyMap<string, number>;
}

export type QuestionFile =
  | ({ readonly ok: true } & ParsedQuestion)
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The level-2 headings of a deck file, in the order they are printed. */
const SECTIONS = ["Answer", "Points", "Misconceptions", "Follow-ups"] as const;
type SectionName = (typeof SECTIONS)[number];

/**
 * Reads one deck file. Any problem makes the file unusable as a whole (a question with half of its points would judge
 * wrongly), but every problem is reported, with its line and what was wanted.
 * @param file the name that problems carry
 */
export function parseQuestion(file: string, text: string): QuestionFile {
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const all = source.split("\n");
  const problems: Problem[] = [];
  const report = (line: number, rule: string, what: string) =>
    problems.push({ file, line, rule, text: what });
  const front = parseFrontMatter(all, QUESTION_KEYS);
  for (const { line, text: what } of front.problems) report(line, "front-matter", what);

  const { title, titleLine, body, blocks } = splitBlocks(all, front.end, report);
  const meta = readMeta(front, report);
  if (meta.id === null && !front.entries.some(({ key }) => key === "id")) {
    report(1, "id-missing", `no id: wanted front matter with a line such as "id: my-deck-001"`);
  }
  const lines: PartLines = new Map();
  const block = (name: SectionName): Block => blocks.get(name) ?? { start: 0, lines: [] };
  const points = parsePoints(block("Points"), lines, report);
  const misconceptions = parseMisconceptions(block("Misconceptions"), lines, report);
  const followUps = parseFollowUps(block("Follow-ups"), lines, report);
  if (problems.length > 0 || meta.id === null) return { ok: false, problems };

  const { id, ...rest } = meta;
  const question: Question = {
    ...rest,
    id,
    title,
    body: canonicalBlock(body.join("\n")),
    answer: canonicalBlock(block("Answer").lines.join("\n")),
    points,
    misconceptions,
    followUps,
  };
  lines.set(question, titleLine);
  const starts = {
    body: firstLine({ start: titleLine, lines: body }),
    answer: firstLine(block("Answer")),
  };
  const keys = new Map(front.entries.map(({ key, line }) => [key, line]));
  return { ok: true, question, lines, starts, keys };
}

/** The line of the file, from 1, where a block's text begins. */
function firstLine({ start, lines }: Block): number {
  return (
    start +
    1 +
    Math.max(
      0,
      lines.findIndex((line) => !isBlank(line)),
    )
  );
}

function splitBlocks(all: readonly string[], from: number, report: Report) {
  const fences = new FenceTracker();
  let fenceLine = 0;
  let title = "";
  let titleLine = 0;
  const body: string[] = [];
  const blocks = new Map<SectionName, Block & { lines: string[] }>();
  let current: string[] | null = null;
  for (let at = from; at < all.length; at++) {
    const line = all[at] ?? "";
    const wasOpen = fences.open !== null;
    const isCode = fences.take(line);
    if (isCode && !wasOpen) fenceLine = at + 1;
    const heading = isCode || fences.inItem ? null : /^ {0,3}(#{1,2})(?:[ \t]+(.*))?$/s.exec(line);
    if (heading === null) {
      if (current !== null) current.push(line);
      else if (!isBlank(line) && title === "") {
        report(
          at + 1,
          "title-first",
          `found text before the question: wanted a line "# The question?" first`,
        );
        current = [];
      }
      continue;
    }
    const name = trimBlanks(heading[2] ?? "");
    if (heading[1] === "#") {
      if (title !== "")
        report(at + 1, "one-title", `found a second "# " heading: one file holds one question`);
      else if (name === "") report(at + 1, "title-empty", `the "# " heading is empty: wanted the question`);
      title ||= name;
      titleLine ||= at + 1;
      current = body;
      continue;
    }
    const section = SECTIONS.find((each) => each.toLowerCase() === name.toLowerCase());
    if (section === undefined) {
      report(
        at + 1,
        "heading",
        `found "## ${name}", wanted one of ${SECTIONS.join(", ")} (others start at ###)`,
      );
      current = [];
    } else if (blocks.has(section)) {
      report(at + 1, "heading-twice", `"## ${section}" stands a second time`);
      current = [];
    } else {
      const block = { start: at + 1, lines: [] };
      blocks.set(section, block);
      current = block.lines;
    }
  }
  if (fences.open !== null) {
    report(
      fenceLine,
      "fence",
      `the code fence ${fences.open} is never closed: everything after it became code`,
    );
  }
  if (title === "" && titleLine === 0)
    report(from + 1, "title-missing", `no question: wanted a line "# The question?"`);
  return { title, titleLine, body, blocks };
}
