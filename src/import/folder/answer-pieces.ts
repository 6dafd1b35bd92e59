import { cleanBlock } from "../markdown/answer.ts";
import { bareTitle, titleParts } from "../markdown/title.ts";
import { FenceTracker, indentOf, isBlank, outdent } from "../text/block.ts";
import { parseLabel } from "../text/labels.ts";
import type { RegionLine } from "../text/multiple-choice.ts";
import { takeNumber } from "../text/numbering.ts";

/** One answer of a document that holds nothing but answers. */
export interface AnswerPiece {
  readonly number: number | null;
  /** What stands beside the number: the question once more, or how the answer begins. */
  readonly title: string;
  /** Without that line. */
  readonly below: string;
  /** A blank line stands between the two. */
  readonly apart: boolean;
  /** Counted from 1. */
  readonly line: number;
  /** The nearest heading above that opens no answer. */
  readonly section: string;
}

/** What can open an answer, the surest first. */
const KINDS = ["heading", "label", "bold", "item", "title"] as const;
type Kind = (typeof KINDS)[number];

interface Opening {
  readonly at: number;
  readonly kind: Kind;
  readonly number: number | null;
  readonly title: string;
  readonly level: number;
}

/** Fewer of a kind are no habit. */
const AT_LEAST = 2;

/** Parts a document of answers at its numbered headings, labels, bold numbers or items, else at its headings. */
export function answerPieces(lines: readonly string[]): AnswerPiece[] {
  const fences = new FenceTracker();
  const region: RegionLine[] = lines.map((text) => ({ text, code: fences.take(text) }));
  const openings = region.flatMap((line, at) => (line.code ? [] : (openingOf(line.text, at) ?? [])));
  const kind =
    KINDS.find((each) => openings.filter((one) => one.kind === each).length >= AT_LEAST) ?? openings[0]?.kind;
  const level = Math.max(0, ...(kind === "title" ? openings : []).map((one) => one.level));
  const ofKind = openings.filter((one) => one.kind === kind && (kind !== "title" || one.level === level));
  const outer = openings.filter(
    (one) => one.level > 0 && !ofKind.includes(one) && partsAnswers(one, ofKind[0]),
  );
  const chosen = inOrder(ofKind, outer);
  let nextOuter = 0;
  let section = "";
  return chosen.map((opening, i) => {
    for (; (outer[nextOuter]?.at ?? opening.at) < opening.at; nextOuter++)
      section = outer[nextOuter]?.title ?? "";
    const end = Math.min(chosen[i + 1]?.at ?? lines.length, outer[nextOuter]?.at ?? lines.length);
    const below = region.slice(opening.at + 1, end);
    const indent = indentOf(below.find(({ text }) => !isBlank(text))?.text ?? "");
    // Outside lists four columns are code.
    const columns = indent < 4 || kind === "item" ? indent : 0;
    return {
      number: opening.number,
      title: opening.title,
      below: cleanBlock(below.map(({ text, code }) => ({ text: outdent(text, columns), code }))),
      apart: isBlank(below[0]?.text ?? ""),
      line: opening.at + 1,
      section,
    };
  });
}

/** Whether a heading parts the answers and is not a part of one. */
const partsAnswers = (heading: Opening, opening: Opening | undefined): boolean =>
  opening === undefined || opening.level === 0 || heading.level < opening.level;

function openingOf(line: string, at: number): Opening | null {
  if (isBlank(line) || indentOf(line) > 3) return null;
  const head = line.slice(0, 400);
  const [, marks, text = ""] = /^\s*(#{1,6})[ \t]+(\S.*?)[ \t]*#*$/.exec(head) ?? [];
  if (marks !== undefined) {
    const { number, rest } = titleParts(text);
    const own = parseLabel(text);
    const isBareNumber = /^\d{1,4}$/.test(bareTitle(text));
    if (isBareNumber)
      return { at, kind: "heading", number: Number(bareTitle(text)), title: "", level: marks.length };
    const found = own?.number ?? number;
    return {
      at,
      kind: found === null ? "title" : "heading",
      number: found,
      title: own?.number === undefined || own.number === null ? rest : own.rest,
      level: marks.length,
    };
  }
  const label = parseLabel(line);
  if (label?.number !== undefined && label.number !== null)
    return { at, kind: "label", number: label.number, title: label.rest, level: 0 };
  const isBold = /^\s*(?:\*\*|__)/.test(head);
  const { number, rest } = takeNumber(isBold ? bareTitle(line) : line.trim());
  if (number === null || /^\s*[-*+]\s/.test(head)) return null;
  return {
    at,
    kind: isBold ? "bold" : "item",
    number,
    title: isBold ? rest : line.trim().slice(line.trim().length - rest.length),
    level: 0,
  };
}

/** Numbers that neither go on nor start again below a heading are a list inside an answer. */
function inOrder(openings: readonly Opening[], headings: readonly Opening[]): Opening[] {
  let last = 0;
  let nextHeading = 0;
  return openings.filter(({ at, number, kind }) => {
    if (kind !== "item" || number === null) return true;
    let isBelow = false;
    for (; (headings[nextHeading]?.at ?? at) < at; nextHeading++) isBelow = true;
    if (number !== last + 1 && !(isBelow && number === 1)) return false;
    last = number;
    return true;
  });
}
