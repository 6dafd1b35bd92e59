import { printList, printScalar } from "./front-matter.ts";
import type { Point, Question } from "./question.ts";

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
  const lines = [`id: ${question.id}`];
  const text = (key: string, value: string) => {
    if (value !== "") lines.push(`${key}: ${printScalar(value)}`);
  };
  const list = (key: string, values: readonly string[]) => {
    if (values.length > 0) lines.push(`${key}: ${printList(values)}`);
  };
  text("section", question.section);
  if (question.level !== null) lines.push(`level: ${question.level}`);
  list("tags", question.tags);
  list("refs", question.refs);
  list("related", question.related);
  text("lab", question.lab);
  text("no-lab", question.noLab);
  list("shown", question.shown);
  text("source", question.source);
  if (question.proposed) lines.push("proposed: true");
  for (const [key, value] of question.unknown)
    lines.push(key === "#" ? `# ${value}`.trimEnd() : `${key}: ${value}`);
  return `---\n${lines.join("\n")}\n---`;
}
