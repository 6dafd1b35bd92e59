import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseAllDocuments,
} from "yaml";
import { type DataEntry, type DataNode, DEEPEST } from "./node.ts";

/** Where a document stops being YAML that is read here; lines from 1. */
export class YamlFault extends Error {
  readonly line: number;

  constructor(problem: string, line: number) {
    super(problem);
    this.line = line;
  }
}

/** Nodes that aliases may add: a file of nine lines can mean billions of them. */
const MOST_REPEATED = 100_000;

/** Parses YAML 1.2, one node a document. @throws YamlFault */
export function parseYaml(text: string): { roots: DataNode[]; oddTags: { tag: string; line: number }[] } {
  const lines = new LineCounter();
  const oddTags: { tag: string; line: number }[] = [];
  let documents: Document.Parsed[];
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter: lines,
      merge: true,
      uniqueKeys: false,
      logLevel: "silent",
      // Each fault would quote its line: of a line with as many faults as words, that is their square.
      prettyErrors: false,
      keepSourceTokens: false,
    });
    documents = Array.isArray(parsed) ? [...parsed] : [];
  } catch (error) {
    if (error instanceof RangeError) throw new YamlFault("lists and maps too deep inside each other", 1);
    throw error;
  }
  const roots: DataNode[] = [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error !== undefined) throw new YamlFault(problemOf(error.message), lines.linePos(error.pos[0]).line);
    const root = document.contents;
    if (root !== null) roots.push(new Conversion(lines, oddTags).node(root, 0));
  }
  return { roots, oddTags };
}

/** The parser's words without the excerpt below them. */
const problemOf = (message: string): string =>
  (message.split("\n", 1)[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");

class Conversion {
  private readonly lines: LineCounter;
  private readonly oddTags: { tag: string; line: number }[];
  /** Filled on the way: an anchor stands above its aliases. The parser's own search reads the document each time. */
  private readonly anchors = new Map<string, unknown>();
  private repeated = 0;
  private inAlias = 0;

  constructor(lines: LineCounter, oddTags: { tag: string; line: number }[]) {
    this.lines = lines;
    this.oddTags = oddTags;
  }

  node(from: unknown, depth: number): DataNode {
    const line = this.lineOf(from);
    if (depth > DEEPEST) throw new YamlFault(`more than ${DEEPEST} lists and maps inside each other`, line);
    if (this.inAlias > 0 && ++this.repeated > MOST_REPEATED)
      throw new YamlFault("aliases that repeat too much", line);
    if (isAlias(from)) {
      const target = this.anchors.get(from.source);
      if (target === undefined) throw new YamlFault(`the alias *${from.source} of nothing`, line);
      this.inAlias++;
      const node = this.node(target, depth + 1);
      this.inAlias--;
      return node;
    }
    // Tags of the core schema (`!!str`) say no more than the value; others ask for a program's own types.
    const tag = isMap(from) || isSeq(from) || isScalar(from) ? from.tag : undefined;
    if ((isMap(from) || isSeq(from) || isScalar(from)) && from.anchor !== undefined)
      this.anchors.set(from.anchor, from);
    if (tag !== undefined && !tag.startsWith("tag:yaml.org,2002:")) this.oddTags.push({ tag, line });
    if (isSeq(from))
      return { kind: "list", line, items: from.items.map((each) => this.node(each, depth + 1)) };
    if (isMap(from)) return { kind: "map", line, entries: this.entries(from.items, depth) };
    if (!isScalar(from)) return { kind: "text", line, is: "null", text: "" };
    const { value, source } = from;
    if (value === null || value === undefined) return { kind: "text", line, is: "null", text: "" };
    if (typeof value === "string") return { kind: "text", line, is: "string", text: value };
    return {
      kind: "text",
      line,
      is: typeof value === "boolean" ? "boolean" : "number",
      text: source ?? String(value),
    };
  }

  /** The pairs of a map, then those that `<<` takes from others: its own come first. */
  private entries(pairs: readonly { key: unknown; value: unknown }[], depth: number): DataEntry[] {
    const own: DataEntry[] = [];
    const merged: DataEntry[] = [];
    for (const { key, value } of pairs) {
      const node = this.node(value, depth + 1);
      const name = isScalar(key) ? key.value : "";
      if (typeof name !== "symbol" && name !== "<<") own.push({ key: String(name ?? ""), value: node });
      else
        for (const map of node.kind === "list" ? node.items : [node])
          if (map.kind === "map") merged.push(...map.entries);
    }
    const names = new Set(own.map(({ key }) => key));
    return [...own, ...merged.filter(({ key }) => !names.has(key))];
  }

  private lineOf(from: unknown): number {
    const { range } = (from ?? {}) as Partial<ParsedNode>;
    return range ? this.lines.linePos(range[0]).line : 1;
  }
}
