import type { Gradable } from "./assessment.ts";

/** A task that asks for some of what its reference lists: "name three of". */
export interface EnoughOf {
  readonly wanted: number;
}

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
]);

const ASKS =
  /\b(?:name|list|give|state|mention|provide|describe|explain|identify|at least|any)\s+(?:me\s+|at\s+least\s+|any\s+|up\s+to\s+)*(one|two|three|four|five|six|[1-6])\b/i;

/** How many of the proposed points a full answer names, when the question asks for fewer than its reference lists. */
export function enoughOf(question: Pick<Gradable, "title" | "body">, points: number): EnoughOf | null {
  const match = ASKS.exec(`${question.title}\n${question.body}`);
  const written = match?.[1]?.toLowerCase() ?? "";
  const wanted = NUMBERS.get(written) ?? Number(written);
  return match !== null && wanted < points ? { wanted } : null;
}
