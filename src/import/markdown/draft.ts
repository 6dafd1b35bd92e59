import type { Draft, DraftQuestion, ImportWarning } from "../reader.ts";
import { indentOf, isBlank, outdent } from "../text/block.ts";
import { lightOf, takeLevel, takeLevelLine } from "../text/level-marks.ts";
import { hasTick, type RegionLine } from "../text/multiple-choice.ts";
import { cleanBlock, hasAnswerSign, splitRegion } from "./answer.ts";
import { isRule } from "./furniture.ts";
import type { Outline } from "./outline.ts";
import type { Start } from "./question-start.ts";
import { sectionsOf } from "./sections.ts";

/** The share of questions with an answer label from which text above a label is believed to be prompt. */
const LABELS_ARE_USUAL = 0.3;

/** Builds a draft out of the starts that a Markdown shape found: regions, sections, prompts and answers. */
export function draftFrom(
  outline: Outline,
  reader: string,
  starts: readonly Start[],
  evidence: number,
): Draft {
  const ordered = starts.toSorted((a, b) => a.at - b.at);
  const { sections, boundaries, used, warnings } = sectionsOf(outline, ordered);
  let nextBoundary = 0;
  const regions = ordered.map((start, i) => {
    const next = ordered[i + 1]?.at ?? outline.lines.length;
    // A title may reach into the next one: then there is no boundary between them.
    while ((boundaries[nextBoundary] ?? Number.POSITIVE_INFINITY) < start.titleEnd) nextBoundary++;
    const boundary = boundaries[nextBoundary] ?? next;
    return { from: start.titleEnd, to: Math.min(next, boundary, start.end ?? next) };
  });
  const texts = regions.map((region, i) => regionLines(outline, region, ordered[i]));
  const last = texts.at(-1);
  if (last !== undefined) texts.splice(-1, 1, withoutFooter(last, texts.slice(0, -1)));
  const trustLabels =
    texts.filter((lines) => hasAnswerSign(lines, outline.isAnswerSummary)).length >=
    texts.length * LABELS_ARE_USUAL;
  const ticks = texts.some(hasTick);
  const questions = ordered.map((start, i): DraftQuestion => {
    const lines = texts[i] ?? [];
    const split = start.bare
      ? { body: cleanBlock(lines), answer: "" }
      : splitRegion(
          start.after ? [{ text: start.after, code: false }, ...lines] : lines,
          trustLabels,
          outline.isAnswerSummary,
          ticks,
        );
    const marked = takeLevel(start.title);
    const body = takeLevelLine(start.body ? `${start.body}\n\n${split.body}`.trimEnd() : split.body);
    const answer = takeLevelLine(split.answer);
    const level = marked.level ?? lightOf(outline.lines[start.at] ?? "") ?? body.level ?? answer.level;
    return {
      section: sections[i] ?? "",
      title: marked.title,
      body: body.text,
      answer: answer.text,
      number: start.number,
      line: start.at + 1,
      ...(level === undefined ? {} : { level }),
    };
  });
  return { reader, questions, warnings, evidence, accounted: accountedFor(outline, ordered, regions, used) };
}

/** An empty draft: the shape was not found after all. */
export const emptyDraft = (reader: string, warnings: readonly ImportWarning[] = []): Draft => ({
  reader,
  questions: [],
  warnings,
  evidence: 0,
  accounted: 0,
});

function regionLines(
  outline: Outline,
  region: { from: number; to: number },
  start: Start | undefined,
): RegionLine[] {
  const { lines } = outline;
  let first = region.from;
  while (first < region.to && isBlank(lines[first] ?? "")) first++;
  const indent = indentOf(lines[first] ?? "");
  // Outside lists four columns are code.
  const columns = start?.nested || indent < 4 ? indent : 0;
  const out: RegionLine[] = [];
  for (let at = first; at < region.to; at++) {
    out.push({ text: outdent(lines[at] ?? "", columns), code: outline.isCode(at) });
  }
  return out;
}

/** Lines of a footer: a licence, a call for stars, where to find the author. */
const LONGEST_FOOTER = 6;

/** The last question without what follows a rule, when no other question has a rule inside. */
function withoutFooter(region: RegionLine[], others: readonly RegionLine[][]): RegionLine[] {
  const ruled = region.findLastIndex((line) => !line.code && isRule(line.text));
  if (ruled <= 0) return region;
  const footer = region.slice(ruled + 1).filter((line) => !isBlank(line.text));
  if (footer.length > LONGEST_FOOTER || footer.some((line) => line.code)) return region;
  const isRuled = (lines: readonly RegionLine[]) => {
    const at = lines.findIndex((line) => !line.code && isRule(line.text));
    return at >= 0 && lines.slice(at + 1).some((line) => !isBlank(line.text) && !isRule(line.text));
  };
  return others.some(isRuled) ? region : region.slice(0, ruled);
}

/** Questions and the headings that part them, as a share of the lines with text. */
function accountedFor(
  outline: Outline,
  starts: readonly Start[],
  regions: readonly { to: number }[],
  headings: number,
): number {
  let texts = 0;
  for (const line of outline.lines) if (!isBlank(line)) texts++;
  let kept = headings;
  for (const [i, start] of starts.entries()) {
    for (let at = start.at; at < (regions[i]?.to ?? 0); at++) if (!isBlank(outline.lines[at] ?? "")) kept++;
  }
  return texts === 0 ? 0 : Math.min(1, kept / texts);
}
