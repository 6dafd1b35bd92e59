import { contentStems } from "./content-words.ts";
import type { DeckInfo, Problem } from "./deck.ts";
import type { ParsedQuestion } from "./parse-question.ts";
import { promptOf } from "./question.ts";

/** A parsed question with the name of its file. */
export interface LintedFile extends ParsedQuestion {
  readonly file: string;
}

/**
 * What is wrong with questions that can be read: findings for the author, none of which stops the question from being
 * asked. Rules and remedies: docs/reference/lint.md.
 */
export function lintDeck(info: DeckInfo, files: readonly LintedFile[]): Problem[] {
  return files.flatMap((file) => {
    const { question } = file;
    const problems = lintQuestion(file);
    const report = (rule: string, text: string) =>
      problems.push({ file: file.file, line: file.lines.get(question) ?? 1, rule, text });
    if (info.sections.length > 0 && !info.sections.includes(question.section)) {
      report(
        "section-unknown",
        `the section ${JSON.stringify(question.section)} is not one of those in deck.md: ${info.sections.join(", ")}`,
      );
    }
    return problems;
  });
}

/** The rules that need one question only. */
function lintQuestion({ file, question, lines }: LintedFile): Problem[] {
  const problems: Problem[] = [];
  const report = (part: Parameters<typeof lines.get>[0], rule: string, text: string) =>
    problems.push({ file, line: lines.get(part) ?? 1, rule, text });

  if (question.answer === "")
    report(question, "answer-missing", `no "## Answer": nothing to learn from after answering`);
  if (question.points.length === 0) {
    report(
      question,
      "points-missing",
      `no "## Points": points will be derived from the answer, which judges less well`,
    );
  } else if (question.points.every(({ weight }) => weight === "bonus")) {
    report(
      question,
      "points-essential",
      "every point is a bonus: wanted at least one essential point, as in (2)",
    );
  }
  const ids = new Set(question.points.map(({ id }) => id));
  const wanted = (also = "") =>
    ids.size === 0 ? "the question has no points" : `wanted one of ${[...ids].join(", ")}${also}`;
  for (const point of question.points) {
    const seen = new Set([point.text.toLowerCase()]);
    for (const variant of point.variants) {
      if (seen.has(variant.toLowerCase())) {
        report(
          point,
          "variant-twice",
          `the variant ${JSON.stringify(variant)} of ${point.id} says nothing new`,
        );
      }
      seen.add(variant.toLowerCase());
    }
  }
  for (const misconception of question.misconceptions) {
    if (!ids.has(misconception.point)) {
      report(misconception, "point-unknown", `there is no point ${misconception.point}: ${wanted()}`);
    }
  }
  for (const followUp of question.followUps) {
    if (followUp.point === "*") continue;
    const point = question.points.find(({ id }) => id === followUp.point);
    if (point === undefined) {
      report(followUp, "point-unknown", `there is no point ${followUp.point}: ${wanted(", or *")}`);
      continue;
    }
    const free = contentStems(`${promptOf(question)} ${point.id.replaceAll("-", " ")}`);
    const told = contentStems(followUp.text);
    const secret = [...contentStems(point.text)].filter((stem) => told.has(stem) && !free.has(stem));
    if (secret.length > 0) {
      report(
        followUp,
        "follow-up-tells",
        `the follow-up gives ${point.id} away: it says ${secret.join(", ")}`,
      );
    }
  }
  for (const { key, place } of question.unknown) {
    if (place === "entry")
      report(question, "unknown-key", `"${key}" is not a key that Vivarium knows: it is kept and not used`);
  }
  return problems;
}
