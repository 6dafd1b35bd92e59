import { FenceTracker } from "../text/block.ts";

/** A heading of an outline with what belongs to it. Lines from 0. */
export interface OrgEntry {
  readonly at: number;
  readonly level: number;
  readonly title: string;
  readonly tags: readonly string[];
  /** `TODO`, `DONE`: the entry is a task. */
  readonly isTask: boolean;
  readonly properties: ReadonlyMap<string, string>;
  /** The text below it, before the next heading: without drawers and planning lines. */
  readonly body: readonly OrgLine[];
  readonly children: readonly OrgEntry[];
  readonly parent: OrgEntry | null;
}

export interface OrgLine {
  readonly text: string;
  readonly at: number;
}

/** An outline: settings of the whole (`#+TITLE:`), the text above the first heading, the headings. */
export interface OrgTree {
  readonly settings: ReadonlyMap<string, string>;
  readonly preface: readonly OrgLine[];
  /** All entries, in order. */
  readonly entries: readonly OrgEntry[];
}

interface Growing extends OrgEntry {
  readonly tags: string[];
  readonly properties: Map<string, string>;
  readonly body: OrgLine[];
  readonly children: Growing[];
  readonly parent: Growing | null;
}

const HEADING = /^(\*{1,12})[ \t]+(\S.*)$/;
const TASK = /^(TODO|DONE|NEXT|WAITING|CANCELLED|CANCELED|STARTED|HOLD|SOMEDAY)[ \t]+/;
const TAGS = /[ \t]+:([\p{L}\p{N}_@#%:]{1,300}):[ \t]*$/u;
const PLANNING = /^\s*(?:SCHEDULED|DEADLINE|CLOSED):/;

/** Reads the outline of a document. */
export function orgTree(lines: readonly string[]): OrgTree {
  const settings = new Map<string, string>();
  const preface: OrgLine[] = [];
  const entries: Growing[] = [];
  const blocks = new BlockTracker();
  let current: Growing | null = null;
  let drawer: string | null = null;
  for (const [at, text] of lines.entries()) {
    const isCode = blocks.take(text);
    const found = isCode ? null : HEADING.exec(text);
    if (found !== null) {
      drawer = null;
      current = entryOf(found[1]?.length ?? 1, found[2] ?? "", at, current);
      entries.push(current);
      continue;
    }
    const trimmed = isCode ? "" : text.trim();
    if (drawer !== null) {
      if (/^:END:$/i.test(trimmed)) drawer = null;
      else if (drawer === "PROPERTIES") takeProperty(trimmed, current, settings);
      continue;
    }
    const opens = /^:([\w-]{1,60}):$/.exec(trimmed)?.[1];
    if (opens !== undefined && closes(lines, at)) {
      drawer = opens.toUpperCase();
      continue;
    }
    if (!isCode && PLANNING.test(text)) continue;
    const setting = /^#\+([\w-]{1,60}):[ \t]*(.*)$/.exec(trimmed);
    if (setting !== null && current === null)
      settings.set((setting[1] ?? "").toUpperCase(), setting[2] ?? "");
    if (setting !== null || /^#(?:[ \t]|$)/.test(trimmed)) continue;
    (current?.body ?? preface).push({ text, at });
  }
  return { settings, preface, entries };
}

/** Lines a drawer has at the most. */
const LONGEST_DRAWER = 60;

/** A line such as `:key:` opens a drawer only when one is closed below. */
function closes(lines: readonly string[], at: number): boolean {
  for (let next = at + 1; next < Math.min(lines.length, at + LONGEST_DRAWER); next++) {
    if (/^\s*:END:\s*$/i.test(lines[next] ?? "")) return true;
    if (HEADING.test(lines[next] ?? "")) return false;
  }
  return false;
}

function takeProperty(line: string, entry: Growing | null, settings: Map<string, string>): void {
  const [, name, value = ""] = /^:([^\s:]{1,60}):[ \t]*(.*)$/.exec(line) ?? [];
  if (name !== undefined) (entry?.properties ?? settings).set(name.toUpperCase(), value);
}

function entryOf(level: number, written: string, at: number, before: Growing | null): Growing {
  let parent = before;
  while (parent !== null && parent.level >= level) parent = parent.parent;
  const tags = (TAGS.exec(written)?.[1] ?? "").split(":").filter((tag) => tag !== "");
  const text = written.replace(TAGS, "");
  const title = text
    .replace(TASK, "")
    .replace(/^COMMENT[ \t]+/, "")
    .replace(/^\[#[A-Z0-9]\][ \t]*/, "")
    .replace(/[ \t]*\[\d*[/%]\d*\][ \t]*$/, "")
    .trim();
  const entry = {
    at,
    level,
    title,
    tags,
    isTask: TASK.test(text),
    properties: new Map(),
    body: [],
    children: [],
    parent,
  };
  parent?.children.push(entry);
  return entry;
}

/** Tells what is inside a block of code or text, where a star at the margin opens no heading. */
class BlockTracker {
  private open: string | null = null;
  private readonly fences = new FenceTracker();

  take(line: string): boolean {
    const found = /^\s*#\+(begin|end)_(\w+)/i.exec(line.slice(0, 100));
    const name = (found?.[2] ?? "").toLowerCase();
    if (this.open !== null) {
      // A heading ends a block that nobody closed, unless it is code that may hold stars.
      if (found?.[1]?.toLowerCase() === "end" && name === this.open) this.open = null;
      else if (HEADING.test(line) && !/^(?:src|example)$/.test(this.open)) this.open = null;
      else return true;
      return found !== null;
    }
    if (found?.[1]?.toLowerCase() === "begin") this.open = name;
    else return this.fences.take(line) && !HEADING.test(line);
    return true;
  }
}
