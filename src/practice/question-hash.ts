import { createHash } from "node:crypto";
import { canonicalQuestion, printQuestion, type Question } from "../deck/index.ts";

const known = new WeakMap<Question, string>();

/**
 * SHA-256 (hex) of a question's canonical Markdown. Proposed points are left out: they follow from the rest, and a
 * document's question is the same before and after they were proposed.
 */
export function questionHash(question: Question): string {
  const before = known.get(question);
  if (before !== undefined) return before;
  const written = question.proposed ? { ...question, points: [], proposed: false } : question;
  const hash = createHash("sha256")
    .update(printQuestion(canonicalQuestion(written)))
    .digest("hex");
  known.set(question, hash);
  return hash;
}
