import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { validate } from "dockerfile-utils";
import { parseSync } from "oxc-parser";
import Schema from "typebox/schema";
import { parseDocument } from "yaml";
import type { ShippedQuestion } from "../../scripts/decks/shipped.ts";
import { promptOf } from "../../src/deck/index.ts";

/** A code fence of a prompt or an answer. */
export interface Sample {
  /** The file it stands in and its number there, as in `decks/api/003-http-methods.md (2)`. */
  readonly where: string;
  readonly language: string;
  /**
   * What else stands behind the opening fence: `sketch` for Python that is only to be parsed (packages of others, the
   * network), `part` for an excerpt of a Dockerfile.
   */
  readonly info: string;
  readonly code: string;
}

const FENCE = /^( *)(`{3,})([a-z]+)[ \t]*([^\n]*)\n([\s\S]*?)^\1\2[ \t]*$/gm;

/** All code fences of a question that name a language. */
export function samplesOf({ file, question }: ShippedQuestion): Sample[] {
  const text = `${promptOf(question)}\n\n${question.answer}\n`;
  return [...text.matchAll(FENCE)].map(([, indent = "", , language = "", info = "", code = ""], i) => ({
    where: `${file} (${i + 1})`,
    language,
    info,
    code: code.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
}

/** What is wrong with a sample that a parser can judge; "" when nothing is, or when it is of a language without one. */
export function faultOf({ language, info, code }: Sample): string {
  switch (language) {
    case "dockerfile":
      return dockerfileFault(info === "part" ? `FROM scratch\n${code}` : code);
    case "yaml":
      return yamlFault(code);
    case "json":
      return jsonFault(code);
    case "js":
    case "ts":
      return parseSync(`sample.m${language}`, code).errors[0]?.message ?? "";
    default:
      return "";
  }
}

function dockerfileFault(code: string): string {
  const [first] = validate(code);
  return first === undefined ? "" : `line ${first.range.start.line + 1}: ${first.message}`;
}

const compose = Schema.Compile(
  JSON.parse(
    readFileSync(new URL("../../node_modules/dclint/schemas/compose.schema.json", import.meta.url), "utf8"),
  ),
);

/** What has services is a Compose file, or a part of one: the specification's schema asks for nothing to be there. */
function yamlFault(code: string): string {
  const document = parseDocument(code);
  const [error] = document.errors;
  if (error !== undefined) return error.message;
  const value: unknown = document.toJS();
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "services")) return "";
  if (Object.hasOwn(value, "version")) return "version: is obsolete";
  const [, errors] = compose.Errors(value);
  const [fault] = errors;
  return fault === undefined ? "" : `${fault.instancePath}: ${fault.message}`;
}

function jsonFault(code: string): string {
  try {
    JSON.parse(code);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const RUN_DOCTEST = `
import doctest, sys
test = doctest.DocTestParser().get_doctest(sys.stdin.read(), {}, "sample", None, 0)
flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
result = doctest.DocTestRunner(optionflags=flags).run(test)
sys.exit(1 if result.failed or not result.attempted else 0)
`;
const PARSE = "import ast, sys; ast.parse(sys.stdin.read())";
const RUN_MS = 20_000;

/** Runs a Python sample by itself, a session as a doctest; "" or what Python said when it failed. */
export async function pythonFault({ language, info, code }: Sample, folder: string): Promise<string> {
  const script = language === "pycon" ? ["-c", RUN_DOCTEST] : info === "sketch" ? ["-c", PARSE] : ["-"];
  const running = promisify(execFile)("python3", ["-I", ...script], { cwd: folder, timeout: RUN_MS });
  running.child.stdin?.end(code);
  try {
    await running;
    return "";
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return `${stdout}${stderr}`.trim() || String(error);
  }
}
