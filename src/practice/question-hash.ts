import { createHash } from "node:crypto";
import { canonicalQuestion, printQuestion, type Question } from "../deck/index.ts";

const known = new WeakMap<Question, string>();

/** A question made of another one counts as that: whose points it is judged by changes nothing of what is asked. */
export function countAs(made: Question, question: Question): void {
  known.set(made, questionHash(question));
}

/**
 * SHA-256 (hex) of a question's canonical Markdown. Proposed points are left out: they follow from the rest, and a
 * document's question is the same before and after they were proposed. So is where it was found: a line more above it
 * makes it no other question.
 */
export function questionHash(question: Question): string {
  const before = known.get(question);
  if (before !== undefined) return before;
  const asked = { ...question, source: "", imported: "", borrows: "" };
  const written = question.proposed ? { ...asked, points: [], proposed: false } : asked;
  const hash = createHash("sha256")
    .update(printQuestion(canonicalQuestion(written)))
    .digest("hex");
  known.set(question, hash);
  return hash;
}
