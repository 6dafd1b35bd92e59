import type { ImportWarning } from "../reader.ts";
import { FenceTracker } from "../text/block.ts";
import { type Label, labelsOf } from "../text/labels.ts";

/** A label that counts, and the line (from 0) it stands on. */
export interface Mark extends Label {
  readonly at: number;
}

/** A word that makes up less than this share of the question labels is text that looks like one. */
const RARE = 0.05;
const RARE_LETTER = 0.2;

/** Options are written one below the other: how many lines may lie between A and B. */
const OPTION_REACH = 8;

/**
 * Finds the labels of a document that are really its own: outside code, of the words it uses throughout, an answer
 * only after a question.
 */
export function findMarks(lines: readonly string[]): { marks: Mark[]; warnings: ImportWarning[] } {
  const warnings: ImportWarning[] = [];
  const found = labelsOutsideCode(lines, warnings);
  const trusted = trustedWords(found);
  const numbered = found.filter((mark) => mark.kind === "question" && mark.number !== null).length;
  const questions = found.filter((mark) => mark.kind === "question").length;
  const mostlyNumbered = questions > 4 && numbered / questions > 0.8;
  const marks: Mark[] = [];
  for (const [i, mark] of found.entries()) {
    if (!trusted.has(mark.word) || (mark.weak && !trusted.has(`${mark.word} weak`))) continue;
    const previous = marks.at(-1);
    if (mark.kind === "answer") {
      // A second answer label under one question ("Short answer", then code with `A:`) belongs to the first answer.
      if (previous?.kind !== "question" || isOption(lines, mark)) continue;
    } else if (mostlyNumbered && mark.number === null && !answeredNext(found, i)) {
      continue;
    }
    marks.push(mark);
  }
  return { marks, warnings };
}

function labelsOutsideCode(lines: readonly string[], warnings: ImportWarning[]): Mark[] {
  const found: Mark[] = [];
  const fences = new FenceTracker();
  let fenceLine = 0;
  let lastNumber: number | null = null;
  const lastFence = lines.findLastIndex((line) => line.includes("```") || line.includes("~~~"));
  const labels = labelsOf(lines);
  for (const [at, line] of lines.entries()) {
    const wasInside = fences.inside;
    const isCode = fences.take(line);
    if (!wasInside && fences.inside) fenceLine = at;
    const label = labels[at] ?? null;
    if (label === null || (isCode && !wasInside)) continue;
    if (isCode) {
      // The next number in order, or no fence below: the author forgot to close it.
      const goesOn =
        label.kind === "question" &&
        ((label.number !== null && lastNumber !== null && label.number === lastNumber + 1) || at > lastFence);
      if (!goesOn) continue;
      fences.close();
      warnings.push({
        code: "unclosed-fence",
        line: fenceLine + 1,
        text: "a code fence opens here and is not closed before the next question",
      });
    }
    if (label.kind === "question" && label.number !== null) lastNumber = label.number;
    found.push({ ...label, at });
  }
  return found;
}

/** The words this document labels with; `word weak` is in the set when its forms without a colon count too. */
function trustedWords(found: readonly Mark[]): Set<string> {
  const trusted = new Set<string>();
  for (const kind of ["question", "answer"] as const) {
    const strong = new Map<string, number>();
    const weak = new Map<string, number>();
    let longWords = 0;
    for (const mark of found) {
      if (mark.kind !== kind) continue;
      const counts = mark.weak ? weak : strong;
      counts.set(mark.word, (counts.get(mark.word) ?? 0) + 1);
      if (!mark.isLetter && !mark.weak) longWords++;
    }
    const total = [...strong.values()].reduce((sum, count) => sum + count, 0);
    for (const [word, count] of strong) {
      const isLetter = word.length === 1 && /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(word);
      const least = isLetter && longWords > 0 ? RARE_LETTER : RARE;
      if (count >= total * least) trusted.add(word);
    }
    for (const [word, count] of weak) {
      // `Q.` and `A.` throughout, or a bare `Answer` under questions that carry a colon.
      const only = total === 0 || count > total;
      if (only || (kind === "answer" && word.length > 1)) {
        trusted.add(word);
        trusted.add(`${word} weak`);
      }
    }
  }
  return trusted;
}

function answeredNext(found: readonly Mark[], i: number): boolean {
  return found[i + 1]?.kind === "answer";
}

/** `A: ...` that is followed by `B: ...` is the first of the options. */
function isOption(lines: readonly string[], mark: Mark): boolean {
  if (mark.word !== "a" || mark.number !== null) return false;
  for (let i = mark.at + 1; i <= mark.at + OPTION_REACH; i++) {
    if (/^\s*[-*]?\s*\(?b[.:)]\s/i.test((lines[i] ?? "").slice(0, LOOK))) return true;
  }
  return false;
}

const LOOK = 40;
