import { type DataEntry, type DataNode, DEEPEST } from "./node.ts";

/** Where a document stops being JSON; line and column from 1. */
export class JsonFault extends Error {
  readonly line: number;
  readonly column: number;

  constructor(problem: string, line: number, column: number) {
    super(problem);
    this.line = line;
    this.column = column;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A string up to its closing quote; what is between backslashes is checked by JSON.parse. */
const STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;

/**
 * Parses JSON (RFC 8259) into nodes that know their line. JSON.parse tells no lines, keeps one of two equal keys,
 * moves keys that look like numbers to the front and rounds long numbers.
 * @param firstLine the line of the document where `text` starts
 * @throws JsonFault
 */
export function parseJson(text: string, firstLine = 1): DataNode {
  let at = 0;
  let line = firstLine;
  let lineStart = 0;

  const fault = (problem: string): JsonFault => new JsonFault(problem, line, at - lineStart + 1);
  const found = (): string => {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 32);
    return at >= text.length ? "the end of the file" : `\`${char === "\n" ? "a line end" : char}\``;
  };

  function skip(): void {
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10) {
        line++;
        lineStart = at + 1;
      } else if (code !== 32 && code !== 9 && code !== 13) break;
    }
    if (text.startsWith("//", at) || text.startsWith("/*", at)) throw fault("a comment, which JSON has not");
  }

  function string(): string {
    STRING.lastIndex = at;
    const raw = STRING.exec(text)?.[0];
    if (raw === undefined) throw fault("a string that is not closed on its line");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside strings
    if (!/[\\\x00-\x1f]/.test(raw)) {
      at += raw.length;
      return raw.slice(1, -1);
    }
    try {
      // What a string is, escapes and controls, the platform knows best. A tab as it is, is common and harmless.
      const value: unknown = JSON.parse(raw.replaceAll("\t", "\\t"));
      at += raw.length;
      return String(value);
    } catch {
      throw fault("a string with an escape that JSON has not");
    }
  }

  function value(depth: number): DataNode {
    if (depth > DEEPEST) throw fault(`more than ${DEEPEST} lists and objects inside each other`);
    const char = text[at];
    const start = line;
    if (char === '"') return { kind: "text", line: start, is: "string", text: string() };
    if (char === "{") return { kind: "map", line: start, entries: entries(depth) };
    if (char === "[") return { kind: "list", line: start, items: items(depth) };
    for (const word of ["true", "false", "null"] as const) {
      if (!text.startsWith(word, at)) continue;
      at += word.length;
      return word === "null"
        ? { kind: "text", line: start, is: "null", text: "" }
        : { kind: "text", line: start, is: "boolean", text: word };
    }
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text)?.[0];
    if (number === undefined) throw fault(`${found()} where a value was expected`);
    at += number.length;
    return { kind: "text", line: start, is: "number", text: number };
  }

  /** Reads what stands between brackets, with commas between. */
  function between(close: string, one: () => void): void {
    at++;
    skip();
    if (text[at] === close) {
      at++;
      return;
    }
    for (;;) {
      one();
      skip();
      if (text[at] === close) break;
      if (text[at] !== ",") throw fault(`${found()} where a comma or \`${close}\` was expected`);
      at++;
      skip();
      if (text[at] === close) throw fault(`a comma before \`${close}\`, which JSON has not`);
    }
    at++;
  }

  function items(depth: number): DataNode[] {
    const out: DataNode[] = [];
    between("]", () => out.push(value(depth + 1)));
    return out;
  }

  function entries(depth: number): DataEntry[] {
    const out: DataEntry[] = [];
    between("}", () => {
      if (text[at] !== '"') throw fault(`${found()} where a key in quotes was expected`);
      const key = string();
      skip();
      if (text[at] !== ":") throw fault(`${found()} where a colon was expected`);
      at++;
      skip();
      out.push({ key, value: value(depth + 1) });
    });
    return out;
  }

  skip();
  const node = value(0);
  skip();
  if (at < text.length) throw fault(`${found()} after the end of the data`);
  return node;
}
