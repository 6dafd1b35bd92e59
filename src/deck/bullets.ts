import { trimBlanks } from "./canonical.ts";
import { isBlank, isThematicBreak, type ListMark, listMark, type Placed, placed } from "./list-mark.ts";
import { type Block, type Report, shorten } from "./report.ts";

/** A bullet as one line of text. Lines start at 1 in the file. */
interface Bullet {
  text: string;
  readonly line: number;
  readonly nested: boolean;
}

/** Text so much further in than its surroundings is code, or goes on with the text above (CommonMark 0.31). */
const CODE_INDENT = 4;

/** The bullets of a block that knows one level only. */
export function flatBullets(block: Block, report: Report): Bullet[] {
  return bullets(block, report).filter(({ line, nested }) => {
    if (nested) report(line, "nested", `a nested bullet stands where only "- " at the margin is read`);
    return !nested;
  });
}

/**
 * Bullets of one or two levels; an indented line of plain text continues the one above. Whatever else Markdown can
 * hang below a bullet (code, numbered lists, second paragraphs, comments, line breaks) is reported: a bullet is
 * printed as one line, which would change it.
 */
export function bullets(block: Block, report: Report): Bullet[] {
  const out: Bullet[] = [];
  /** The columns where the contents of the open bullets start. */
  let levels: readonly number[] = [];
  let above = "";
  for (const [at, raw] of block.lines.entries()) {
    const line = block.start + at + 1;
    const start = placed(raw);
    const mark = isBullet(start.text) ? listMark(start) : null;
    const last = out.at(-1);
    if (isBlank(raw)) {
      // Nothing: what follows may be the next bullet.
    } else if (mark !== null) {
      const outer = levels.filter((column) => column <= start.column);
      const problem = wrongBullet(start, mark, outer);
      if (problem !== null) report(line, problem.rule, problem.text);
      levels = [...outer, mark.content];
      out.push({ text: trimBlanks(mark.text), line, nested: outer.length > 0 });
    } else if (start.column === 0 || last === undefined) {
      report(line, "bullet", `found ${shorten(raw)}, wanted a bullet "- ..."`);
    } else {
      const structure = isBlank(above)
        ? "a second paragraph"
        : (afterBreak(above) ?? structureOf(start.text) ?? structureOf(last.text));
      if (structure !== null)
        report(
          line,
          "bullet",
          `found ${shorten(start.text)}, ${structure}: a bullet is one line of plain text`,
        );
      last.text = `${last.text} ${trimBlanks(start.text)}`;
    }
    above = raw;
  }
  return out;
}

/** `* * *` is a line across the page. So is `- - -`, but a bullet "- -" is printed just so. */
function isBullet(text: string): boolean {
  return /^[-*](?:[ \t]|$)/.test(text) && !(text.startsWith("*") && isThematicBreak(text));
}

function wrongBullet(start: Placed, mark: ListMark, outer: readonly number[]) {
  if (mark.text === "") return { rule: "bullet", text: `an empty bullet: wanted "- ..."` };
  if (outer.length > 1)
    return { rule: "nested", text: "a third level of bullets: wanted points and their variants only" };
  if (start.column - (outer.at(-1) ?? 0) >= CODE_INDENT || mark.column - mark.content >= CODE_INDENT)
    return { rule: "bullet", text: "blanks that make code of the bullet: wanted at most three" };
  return null;
}

function afterBreak(above: string): string | null {
  return / {2}$|(?<!\\)(?:\\\\)*\\$/.test(above) ? "after a line break" : null;
}

/** What a line begins that is more than plain text, or null. */
function structureOf(text: string): string | null {
  if (/^(?:`{3}|~{3})/.test(text)) return "a code fence";
  if (text.startsWith("<")) return "HTML";
  if (/^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/.test(text)) return "a list";
  if (/^(?:#{1,6}(?:[ \t]|$)|[>|]|[-=]+[ \t]*$)/.test(text) || isThematicBreak(text))
    return "a heading, quote, table or line";
  return null;
}
