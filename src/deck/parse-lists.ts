import type { PointId } from "../base/index.ts";
import { oneLine } from "./canonical.ts";
import type { FollowUp, Misconception, Point, Weight } from "./question.ts";
import { acceptPointId, type Block, type PartLines, type Report } from "./report.ts";

const HEAVIEST = 99;

/** `- **id** (2): claim` with variants as nested bullets. */
export function parsePoints(block: Block, lines: PartLines, report: Report): Point[] {
  const points: (Point & { variants: string[] })[] = [];
  for (const { text, line, nested } of bullets(block, report)) {
    if (nested) {
      const point = points.at(-1);
      if (point === undefined) report(line, "point-form", `a variant stands before the first point`);
      else point.variants.push(text);
      continue;
    }
    const match = /^\*\*([^*]+)\*\*(?: \(([^)]*)\))?:\s*(.*)$/.exec(text);
    const id = match?.[1] === undefined ? null : acceptPointId(match[1], line, report);
    if (match === null || match[3] === "") {
      report(
        line,
        "point-form",
        `found ${JSON.stringify(shorten(text))}, wanted "- **point-id** (2): The claim."`,
      );
      continue;
    }
    const weight = parseWeight(match[2]);
    if (weight === null) {
      report(
        line,
        "weight",
        `found weight (${match[2]}), wanted a whole number from 1 to ${HEAVIEST}, or + for a bonus`,
      );
    }
    if (id === null || weight === null) continue;
    if (points.some((point) => point.id === id))
      report(line, "point-twice", `the point id "${id}" stands a second time`);
    const point = { id, text: oneLine(match[3] ?? ""), weight, variants: [] };
    points.push(point);
    lines.set(point, line);
  }
  return points;
}

function parseWeight(text: string | undefined): Weight | null {
  if (text === undefined) return 1;
  if (text === "+") return "bonus";
  const weight = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return weight >= 1 && weight <= HEAVIEST ? weight : null;
}

/** `- point-id: The wrong claim. → The correction.` */
export function parseMisconceptions(block: Block, lines: PartLines, report: Report): Misconception[] {
  const out: Misconception[] = [];
  for (const { text, line } of flatBullets(block, report)) {
    const match = /^([^:]+):\s*(.+?)\s*→\s*(.+)$/.exec(text);
    if (match === null) {
      report(
        line,
        "misconception-form",
        `found ${JSON.stringify(shorten(text))}, wanted "- point-id: The wrong claim. → The correction."`,
      );
      continue;
    }
    const point = acceptPointId(match[1] ?? "", line, report);
    if (point === null) continue;
    const misconception = { point, claim: oneLine(match[2] ?? ""), correction: oneLine(match[3] ?? "") };
    out.push(misconception);
    lines.set(misconception, line);
  }
  return out;
}

/** `- point-id: A question?` or `- *: A question for those who covered everything?` */
export function parseFollowUps(block: Block, lines: PartLines, report: Report): FollowUp[] {
  const out: FollowUp[] = [];
  for (const { text, line } of flatBullets(block, report)) {
    const match = /^([^:]+):\s*(.+)$/.exec(text);
    if (match === null) {
      report(
        line,
        "follow-up-form",
        `found ${JSON.stringify(shorten(text))}, wanted "- point-id: A question?" or "- *: A question?"`,
      );
      continue;
    }
    const point: PointId | "*" | null = match[1] === "*" ? "*" : acceptPointId(match[1] ?? "", line, report);
    if (point === null) continue;
    const followUp = { point, text: oneLine(match[2] ?? "") };
    out.push(followUp);
    lines.set(followUp, line);
  }
  return out;
}

interface Bullet {
  text: string;
  readonly line: number;
  readonly nested: boolean;
}

function flatBullets(block: Block, report: Report): Bullet[] {
  return bullets(block, report).filter((bullet) => {
    if (bullet.nested)
      report(bullet.line, "nested", `a nested bullet stands where only "- " at the margin is read`);
    return !bullet.nested;
  });
}

/** Bullets of one or two levels; an indented line without a bullet continues the one above. */
function bullets(block: Block, report: Report): Bullet[] {
  const out: Bullet[] = [];
  for (const [at, raw] of block.lines.entries()) {
    const line = block.start + at + 1;
    if (raw.trim() === "") continue;
    const match = /^(\s*)[-*] +(.*)$/.exec(raw);
    if (match !== null) {
      out.push({ text: oneLine(match[2] ?? ""), line, nested: match[1] !== "" });
      continue;
    }
    const last = out.at(-1);
    if (/^\s/.test(raw) && last !== undefined) last.text = `${last.text} ${oneLine(raw)}`;
    else report(line, "bullet", `found ${JSON.stringify(shorten(raw))}, wanted a bullet "- ..."`);
  }
  return out;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
