import { detailsEnds, isAnswerSummary, summaryFrom } from "../html/details.ts";
import { isBlank, outdent } from "../text/block.ts";
import { parseLabel } from "../text/labels.ts";
import { isOptionsOnly, type RegionLine, splitChoice } from "../text/multiple-choice.ts";
import { isFurniture, isRule } from "./furniture.ts";

/** What stands below a title, parted. `label` tells that the document said where the answer starts. */
export interface SplitRegion {
  readonly body: string;
  readonly answer: string;
  readonly label: boolean;
}

/**
 * Parts what follows a title into the rest of the prompt and the answer: at a `<details>` whose summary says "Answer",
 * else at an answer label, else at the options that are ticked, else all of it is the answer. Lettered options alone
 * are prompt.
 */
export function splitRegion(
  region: readonly RegionLine[],
  trustLabels: boolean,
  isAnswer = isAnswerSummary,
  ticks = false,
): SplitRegion {
  const hidden = findAnswerDetails(region, isAnswer);
  // Below prose that answers already, what unfolds is one part more of it.
  if (hidden !== null && (trustLabels || !hasProse(region.slice(0, hidden.start)))) {
    const after = region.slice(hidden.end);
    return {
      body: cleanBlock(region.slice(0, hidden.start)),
      answer: stripLabel(cleanBlock([...hidden.inside, ...after])),
      label: true,
    };
  }
  const at = findLabel(region);
  const before = at < 0 ? "" : cleanBlock(region.slice(0, at));
  if (at >= 0 && (before === "" || trustLabels)) {
    return { body: before, answer: stripLabel(cleanBlock(region.slice(at))), label: true };
  }
  if (isOptionsOnly(region, ticks)) return { body: cleanBlock(region), answer: "", label: false };
  const choice = splitChoice(region);
  if (choice !== null) {
    return { body: cleanBlock(choice.body), answer: cleanBlock(choice.answer), label: false };
  }
  return { body: "", answer: cleanBlock(region), label: false };
}

/** Whether a region has an answer label or an answer's `<details>`: when most have, the others' text is prompt too. */
export function hasAnswerSign(region: readonly RegionLine[], isAnswer = isAnswerSummary): boolean {
  return findLabel(region) >= 0 || findAnswerDetails(region, isAnswer) !== null;
}

/** Words of a line that says something; options and captions have fewer. */
const PROSE =
  /(?:\p{L}+[^\p{L}\n]+){5}\p{L}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{12}/u;

/** Whether a region says something beside its code and the options to choose from. */
function hasProse(region: readonly RegionLine[]): boolean {
  return region.some(
    ({ text, code }) =>
      !code &&
      !/^\s*(?:[-*+]|\d{1,2}[.):]|[a-h][.):])\s/i.test(text.slice(0, LABEL_REACH)) &&
      PROSE.test(text.slice(0, 400)),
  );
}

function findLabel(region: readonly RegionLine[]): number {
  return region.findIndex(
    (line, i) => !line.code && isAnswerLabel(line.text, region.slice(i + 1, i + 1 + OPTION_REACH)),
  );
}

const OPTION_REACH = 8;

function isAnswerLabel(line: string, below: readonly RegionLine[]): boolean {
  const label = parseLabel(undressed(line));
  if (label?.kind !== "answer" || (label.weak && label.rest !== "")) return false;
  if (label.word !== "a" || label.number !== null) return true;
  return !below.some(({ text }) => /^\s*[-*]?\s*(?:\*\*)?\(?b[.:)]/i.test(text.slice(0, 40)));
}

/** Characters of a line in which a label can stand. */
const LABEL_REACH = 80;

/** The line with the emoji before a label taken away and bold tags round it as Markdown. */
function undressed(line: string): string {
  const head = line
    .slice(0, LABEL_REACH)
    .replace(/^\s*<p>/i, "")
    .replace(/<(b|strong|i|em|u)>\s*([^<]{0,40})<\/\1>/i, "**$2**")
    .replace(/^(\s*(?:[-*+>]\s+|#{1,6}\s+)?(?:\*\*|__)?)[^\p{L}\p{N}\s([*_#>-]+\s*/u, "$1");
  return parseLabel(head) === null ? line : head + line.slice(LABEL_REACH);
}

/** Takes an answer label off the start; a bullet that only carried the label goes with it. */
function stripLabel(answer: string): string {
  const [first = "", ...below] = answer.split("\n");
  const label = parseLabel(undressed(first));
  if (label?.kind !== "answer" || (label.weak && label.rest !== "")) return answer;
  const bullet = /^(?:[-*+]|\d+[.)])\s+/.exec(first)?.[0].length ?? 0;
  const carried = bullet > 0 && below.every((line) => isBlank(line) || /^\s{2}/.test(line));
  const rest = carried ? below.map((line) => outdent(line, deepest(below, bullet))) : below;
  return trimmed([label.rest.replace(/^[*_]{2}\s*/, ""), ...rest]).join("\n");
}

/** Nested lines are set in by the bullet's width, or by less where the author was careless. */
function deepest(lines: readonly string[], bullet: number): number {
  const first = lines.find((line) => !isBlank(line)) ?? "";
  return Math.max(bullet, first.length - first.trimStart().length);
}

interface AnswerDetails {
  readonly start: number;
  readonly end: number;
  readonly inside: readonly RegionLine[];
}

function findAnswerDetails(
  region: readonly RegionLine[],
  isAnswer: (summary: string) => boolean,
): AnswerDetails | null {
  if (!region.some((line) => !line.code && /<details\b/i.test(line.text))) return null;
  const texts = region.map(({ text }) => text);
  const ends = detailsEnds(texts, (at) => region[at]?.code === true);
  for (const [start, line] of region.entries()) {
    if (line.code || !/<details/i.test(line.text)) continue;
    const summary = summaryFrom(texts, start);
    if (summary === null || !isAnswer(summary.text)) continue;
    const end = ends.get(start) ?? region.length;
    const first = { text: summary.after, code: false };
    const inside = [first, ...region.slice(summary.line + 1, end)];
    return { start, end, inside };
  }
  return null;
}

/** Lines as Markdown, without the furniture that stands between entries. */
export function cleanBlock(region: readonly RegionLine[]): string {
  const kept: RegionLine[] = [];
  let inComment = false;
  for (const line of region) {
    if (line.code) {
      kept.push(line);
      continue;
    }
    const { text, open } = withoutComments(line.text, inComment);
    inComment = open;
    const end = /\S {2,}$/.test(text.slice(-LABEL_REACH)) ? "  " : "";
    kept.push({ text: isBlank(text) || isFurniture(text) ? "" : text.trimEnd() + end, code: false });
  }
  return trimEnds(balanced(kept)).join("\n");
}

/** Takes away closing `</details>` that open outside the block, from its end, and closes what it leaves open. */
function balanced(lines: readonly RegionLine[]): readonly RegionLine[] {
  const count = (tag: RegExp) =>
    lines.reduce((sum, line) => sum + (line.code ? 0 : (line.text.match(tag)?.length ?? 0)), 0);
  let surplus = count(/<\/details>/gi) - count(/<details\b/gi);
  if (surplus === 0) return lines;
  const out = [...lines];
  for (let i = out.length - 1; i >= 0 && surplus > 0; i--) {
    const line = out[i];
    if (line === undefined || line.code) continue;
    const parts = line.text.split(/<\/details>/i);
    const kept = Math.max(0, parts.length - 1 - surplus);
    surplus -= parts.length - 1 - kept;
    out[i] = {
      text: parts.slice(0, kept + 1).join("</details>") + parts.slice(kept + 1).join(""),
      code: false,
    };
  }
  for (; surplus < 0; surplus++) out.push({ text: "</details>", code: false });
  return out;
}

/** Takes HTML comments out of a line; `open` tells whether one goes on below. */
function withoutComments(line: string, inside: boolean): { text: string; open: boolean } {
  if (!inside && !line.includes("<!--")) return { text: line, open: false };
  let text = "";
  let at = 0;
  let open = inside;
  while (at < line.length) {
    const mark = line.indexOf(open ? "-->" : "<!--", at);
    if (!open) text += line.slice(at, mark < 0 ? undefined : mark);
    if (mark < 0) break;
    at = mark + (open ? 3 : 4);
    open = !open;
  }
  return { text, open };
}

/** Rules, blank lines and stray layout tags go at both ends; runs of blank lines become one. */
function trimEnds(lines: readonly RegionLine[]): string[] {
  const isEdge = (line: RegionLine | undefined) =>
    line !== undefined &&
    !line.code &&
    (isBlank(line.text) || isRule(line.text) || /^\s*(?:<\/?(?!details)\w+\s*\/?>\s*)+$/i.test(line.text));
  let start = 0;
  let end = lines.length;
  while (start < end && isEdge(lines[start])) start++;
  while (end > start && isEdge(lines[end - 1])) end--;
  const out: string[] = [];
  for (const line of lines.slice(start, end)) {
    if (!line.code && line.text === "" && out.at(-1) === "") continue;
    out.push(line.text);
  }
  return trimmed([(out[0] ?? "").replace(/^\s{0,3}(?:<br\s*\/?>\s*)+/i, ""), ...out.slice(1)]);
}

function trimmed(lines: readonly string[]): string[] {
  let start = 0;
  let end = lines.length;
  while (start < end && isBlank(lines[start] ?? "")) start++;
  while (end > start && isBlank(lines[end - 1] ?? "")) end--;
  return lines.slice(start, end);
}
