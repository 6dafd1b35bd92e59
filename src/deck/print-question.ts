import type { Point, Question } from "./question.ts";
import { QUESTION_KEYS } from "./read-meta.ts";
import { printList, printScalar } from "./yaml-value.ts";

/**
 * A question as its deck file. Inverse of `parseQuestion` on canonical questions (`canonicalQuestion`), and byte for
 * byte on files that this function wrote.
 */
export function printQuestion(question: Question): string {
  const parts = [printFrontMatter(question), `# ${question.title}`];
  if (question.body !== "") parts.push(question.body);
  if (question.answer !== "") parts.push("## Answer", question.answer);
  if (question.points.length > 0) parts.push("## Points", question.points.flatMap(printPoint).join("\n"));
  if (question.misconceptions.length > 0) {
    const lines = question.misconceptions.map(
      ({ point, claim, correction }) => `- ${point}: ${claim} → ${correction}`,
    );
    parts.push("## Misconceptions", lines.join("\n"));
  }
  if (question.followUps.length > 0) {
    parts.push(
      "## Follow-ups",
      question.followUps.map(({ point, text }) => `- ${point}: ${text}`).join("\n"),
    );
  }
  return `${parts.join("\n\n")}\n`;
}

function printPoint({ id, weight, text, variants }: Point): string[] {
  return [
    `- **${id}** (${weight === "bonus" ? "+" : weight}): ${text}`,
    ...variants.map((variant) => `  - ${variant}`),
  ];
}

function printFrontMatter(question: Question): string {
  const list = (texts: readonly string[]) => (texts.length === 0 ? "" : printList(texts));
  const text = (value: string) => (value === "" ? "" : printScalar(value));
  const values: Record<(typeof QUESTION_KEYS)[number], string> = {
    id: question.id,
    section: text(question.section),
    level: question.level === null ? "" : String(question.level),
    tags: list(question.tags),
    refs: list(question.refs),
    related: list(question.related),
    lab: text(question.lab),
    "no-lab": text(question.noLab),
    shown: list(question.shown),
    "no-shown": text(question.noShown),
    borrows: text(question.borrows),
    source: text(question.source),
    imported: text(question.imported),
    proposed: question.proposed ? "true" : "",
  };
  const lines: string[] = [];
  const isKnown = (key: string) => Object.hasOwn(values, key);
  for (const key of QUESTION_KEYS) {
    const kept = question.unknown.filter((each) => each.key === key);
    lines.push(...kept.filter(({ place }) => place === "above").map((comment) => comment.text));
    const beside = kept.find(({ place }) => place === "beside")?.text ?? "";
    // A key without a value is printed only where a comment needs it.
    if (values[key] !== "" || kept.length > 0)
      lines.push([`${key}:`, values[key], beside].filter((part) => part !== "").join(" "));
  }
  lines.push(...question.unknown.filter(({ key }) => !isKnown(key)).map((kept) => kept.text));
  return `---\n${lines.join("\n")}\n---`;
}
