import type { Problem } from "./deck.ts";
import { parseFrontMatter } from "./front-matter.ts";

/**
 * Holds our reading of front matter against a full YAML 1.2 parser's, so that editors and other programs see in the
 * file what we see. The parser is loaded here only: asking questions does without it.
 * @returns findings of the rule `front-matter-yaml`
 */
export async function lintFrontMatter(file: string, text: string): Promise<Problem[]> {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const front = parseFrontMatter(lines);
  if (front.end === 0 || front.problems.length > 0) return [];
  const { parseDocument } = await import("yaml");
  const document = parseDocument(lines.slice(1, front.end - 1).join("\n"), { prettyErrors: false });
  const problem = (line: number, what: string) => ({ file, line, rule: "front-matter-yaml", text: what });
  const error = document.errors[0];
  if (error !== undefined) {
    const before = lines
      .slice(1, front.end - 1)
      .join("\n")
      .slice(0, error.pos[0]);
    return [
      problem(before.split("\n").length + 1, `not YAML for other programs: ${error.message}; quote the text`),
    ];
  }
  const whole: unknown = document.toJS();
  const values = typeof whole === "object" && whole !== null ? (whole as Record<string, unknown>) : {};
  return front.entries.flatMap(({ key, value, line }) => {
    const theirs = Object.hasOwn(values, key) ? values[key] : undefined;
    const seen = Array.isArray(theirs) ? theirs.map(String) : String(theirs);
    return JSON.stringify(seen) === JSON.stringify(value)
      ? []
      : [
          problem(
            line,
            `"${key}" is ${JSON.stringify(seen)} for other programs, not ${JSON.stringify(value)}: quote it`,
          ),
        ];
  });
}
