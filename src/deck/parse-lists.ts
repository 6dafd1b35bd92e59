import type { PointId } from "../base/index.ts";
import { bullets, flatBullets } from "./bullets.ts";
import type { FollowUp, Misconception, Point, Weight } from "./question.ts";
import { acceptPointId, type Block, type PartLines, type Report, shorten } from "./report.ts";

const HEAVIEST = 99;

/** `- **id** (2): claim` with variants as nested bullets. */
export function parsePoints(block: Block, lines: PartLines, report: Report): Point[] {
  const points: (Point & { variants: string[] })[] = [];
  for (const { text, line, nested } of bullets(block, report)) {
    if (nested) {
      // Without a point above, that one was reported.
      points.at(-1)?.variants.push(text);
      continue;
    }
    const match = /^\*\*([^*]+)\*\*(?: \(([^)]*)\))?:[ \t]*(.*)$/s.exec(text);
    const id = match?.[1] === undefined ? null : acceptPointId(match[1], line, report);
    if (match === null || match[3] === "") {
      report(line, "point-form", `found ${shorten(text)}, wanted "- **point-id** (2): The claim."`);
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
    const point = { id, text: match[3] ?? "", weight, variants: [] };
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
    const match = /^([^:]+):[ \t]*(.+?)[ \t]*→[ \t]*(.+)$/s.exec(text);
    if (match === null) {
      report(
        line,
        "misconception-form",
        `found ${shorten(text)}, wanted "- point-id: The wrong claim. → The correction."`,
      );
      continue;
    }
    const point = acceptPointId(match[1] ?? "", line, report);
    if (point === null) continue;
    const misconception = { point, claim: match[2] ?? "", correction: match[3] ?? "" };
    out.push(misconception);
    lines.set(misconception, line);
  }
  return out;
}

/** `- point-id: A question?` or `- *: A question for those who covered everything?` */
export function parseFollowUps(block: Block, lines: PartLines, report: Report): FollowUp[] {
  const out: FollowUp[] = [];
  for (const { text, line } of flatBullets(block, report)) {
    const match = /^([^:]+):[ \t]*(.+)$/s.exec(text);
    if (match === null) {
      report(
        line,
        "follow-up-form",
        `found ${shorten(text)}, wanted "- point-id: A question?" or "- *: A question?"`,
      );
      continue;
    }
    const point: PointId | "*" | null = match[1] === "*" ? "*" : acceptPointId(match[1] ?? "", line, report);
    if (point === null) continue;
    const followUp = { point, text: match[2] ?? "" };
    out.push(followUp);
    lines.set(followUp, line);
  }
  return out;
}
