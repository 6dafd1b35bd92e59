import type { Problem } from "./deck.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { QUESTION_KEYS } from "./read-meta.ts";

/**
 * Holds our reading of front matter against a full YAML 1.2 parser's, so that editors and other programs see in the
 * file what we see. The parser is loaded here only: asking questions does without it.
 * @param keys those that are read; the others are kept as they were written, whatever they hold
 * @returns findings of the rule `front-matter-yaml`
 */
export async function lintFrontMatter(
  file: string,
  text: string,
  keys: readonly string[] = QUESTION_KEYS,
): Promise<Problem[]> {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const front = parseFrontMatter(lines, keys);
  if (front.end === 0 || front.problems.length > 0) return [];
  const { parseDocument } = await import("yaml");
  const yaml = lines.slice(1, front.end - 1).join("\n");
  const document = parseDocument(yaml, { prettyErrors: false });
  const problem = (line: number, what: string) => ({ file, line, rule: "front-matter-yaml", text: what });
  const error = document.errors[0];
  if (error !== undefined) {
    const line = yaml.slice(0, error.pos[0]).split("\n").length + 1;
    return [problem(line, `not YAML for other programs: ${error.message}; quote the text`)];
  }
  const whole: unknown = document.toJS();
  const values = typeof whole === "object" && whole !== null ? (whole as Record<string, unknown>) : {};
  return front.entries.flatMap((entry) => {
    if (!entry.known) return [];
    const { key, value, line } = entry;
    const theirs = JSON.stringify(seen(Object.hasOwn(values, key) ? values[key] : null));
    const mine = JSON.stringify(value);
    return theirs === mine
      ? []
      : [problem(line, `"${key}" is ${theirs} for other programs, not ${mine}: quote it`)];
  });
}

/** Numbers and the like as the text they are to us, nothing as no text; maps and lists in lists stay what they are. */
function seen(value: unknown): unknown {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map((item) => (isPlain(item) ? String(item) : item));
  return isPlain(value) ? String(value) : value;
}

function isPlain(value: unknown): boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}
