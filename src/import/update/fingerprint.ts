import { hash } from "node:crypto";
import { promptOf, type Question } from "../../deck/index.ts";

/** The parts of a question that a document gives, each of which a person may have changed since. */
export const documentParts = ["prompt", "answer", "place", "points"] as const;
export type DocumentPart = (typeof documentParts)[number];

/** Hexadecimal digits of a part: a change slips through once in four thousand million. */
const DIGITS = 8;

/**
 * What a document said of a question, as four short hashes: prompt, answer, its place in the deck (section, level,
 * tags, sources), and what an author writes for the judge (points and all the rest). Kept beside the question, it tells at the next import which parts the document has changed and which the person
 * has.
 */
export function fingerprintOf(question: Question): string {
  return documentParts.map((part) => hashOf(question, part)).join("-");
}

/** One part of a fingerprint; null where there is none to compare with. */
export function partOfFingerprint(fingerprint: string, part: DocumentPart): string | null {
  const parts = /^([0-9a-f]{8})-([0-9a-f]{8})-([0-9a-f]{8})-([0-9a-f]{8})$/.exec(fingerprint);
  return parts?.[documentParts.indexOf(part) + 1] ?? null;
}

/** The hash of one part of a question as it is now. */
export function hashOf(question: Question, part: DocumentPart): string {
  // In one call: an object for each of 100,000 hashes fills memory faster than it is freed.
  return hash("sha256", textOf(question, part), "hex").slice(0, DIGITS);
}

function textOf(question: Question, part: DocumentPart): string {
  if (part === "prompt") return promptOf(question);
  if (part === "answer") return question.answer;
  const { section, level, tags, refs } = question;
  if (part === "place") return JSON.stringify([section, level, tags, refs]);
  const { points, proposed, misconceptions, followUps, related, lab, noLab, shown } = question;
  const { noShown, borrows } = question;
  // Proposed points follow from the answer. The last keys came later: hashes that were kept before go on being true.
  const later = borrows === "" ? (noShown === "" ? [] : [noShown]) : [noShown, borrows];
  return JSON.stringify([
    proposed ? [] : points,
    misconceptions,
    followUps,
    related,
    lab,
    noLab,
    shown,
    ...later,
  ]);
}
