import { type Change, type DeckDiff, diffWords, type InfoChange, type Question } from "../practice/index.ts";
import { count } from "./command.ts";
import { plain, type Style, wrap } from "./terminal-text.ts";

/** A diff for programs: docs/reference/deck-file.md has its form. */
export function diffJson({ deck, added, removed, changed, same }: DeckDiff): unknown {
  const brief = ({ id, section, title }: Question) => ({ id, section, prompt: title });
  return {
    same,
    deck,
    added: added.map(brief),
    removed: removed.map(brief),
    changed: changed.map(({ after, matched, changes }) => ({ ...brief(after), matched, changes })),
  };
}

/** A diff for people: the deck, then what came, went and changed, then the sums. */
export function showDiff(diff: DeckDiff, style: Style): string {
  const { deck, added, removed, changed, same } = diff;
  const blocks: string[] = [];
  if (deck.length > 0) blocks.push(deck.map((change) => showChange(change, style)).join("\n"));
  for (const { after, changes } of changed) {
    const told = changes.map((change) => showChange(change, style));
    blocks.push([heading("~", after, style), ...told].join("\n"));
  }
  const lines = [
    ...added.map((question) => heading("+", question, style)),
    ...removed.map((question) => heading("-", question, style)),
  ];
  if (lines.length > 0) blocks.push(lines.join("\n"));
  const sums = [
    [added.length, "added"],
    [removed.length, "removed"],
    [changed.length, "changed"],
  ] as const;
  const parts = sums.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  const all = `${count(same, "question")} the same`;
  const end = parts.length === 0 && deck.length === 0 ? `No difference: ${all}` : [...parts, all].join(", ");
  return `${[...blocks, end].join("\n\n")}\n`;
}

const COLOURS = { "+": "green", "-": "red", "~": "yellow" } as const;

function heading(sign: keyof typeof COLOURS, { id, title }: Question, style: Style): string {
  const mark = `${style.paint(COLOURS[sign], sign)} ${style.paint("bold", id)}  `;
  return wrap(plain(title), style, "    ", mark);
}

/** Parts that hold long texts: of those only the changed places are shown. */
const LONG: ReadonlySet<string> = new Set(["answer", "body", "text"]);

function showChange(change: Change | InfoChange, style: Style): string {
  const { part, before, after } = change;
  const point = "point" in change && change.point !== null ? ` ${change.point}` : "";
  const sign = before === null ? "+" : after === null ? "-" : "~";
  const name = part === "point-id" ? "point id" : part === "key" ? "unknown key" : part;
  const label = `  ${style.paint(COLOURS[sign], sign)} ${name}${plain(part === "point-id" ? "" : point)}: `;
  const indent = "      ";
  if (before === null || after === null) return wrap(oneLine(before ?? after ?? ""), style, indent, label);
  const isShort = ["section", "level", "weight", "point-id", "proposed", "id", "source"].includes(part);
  if (isShort) return wrap(`${oneLine(before)} → ${oneLine(after)}`, style, indent, label);
  return wrap(marked(before, after, LONG.has(part), style), style, indent, label);
}

/** So many words stand around a change in a long text. */
const AROUND = 6;

/** Both texts as one, with what is gone in [-...-] and what is new in {+...+}, as git marks words. */
function marked(before: string, after: string, isLong: boolean, style: Style): string {
  const changes = diffWords(oneLine(before), oneLine(after));
  return changes
    .map(({ kind, text }, i) => {
      if (kind === "same") return isLong ? shortened(text, i === 0, i === changes.length - 1) : text;
      const blank = /^\s*/.exec(text)?.[0] ?? "";
      const words = text.slice(blank.length);
      if (words === "") return blank;
      return kind === "removed"
        ? `${blank}${style.paint("red", `[-${words}-]`)}`
        : `${blank}${style.paint("green", `{+${words}+}`)}`;
    })
    .join("")
    .trim();
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const words = text.split(/(?<=\s)(?=\S)/);
  if (words.length <= (isFirst || isLast ? AROUND : 2 * AROUND) + 1) return text;
  const head = isFirst ? "" : words.slice(0, AROUND).join("");
  const tail = isLast ? "" : words.slice(-AROUND).join("");
  return `${head}… ${tail}`;
}

const oneLine = (text: string): string => plain(text).replace(/\s*\n\s*/g, " ⏎ ");
