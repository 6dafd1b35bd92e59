import { alignAll, join, type Window } from "./align.ts";
import type { Claim } from "./claim.ts";
import { type Hearing, hearTurn } from "./hearing.ts";
import type { Finding } from "./judge-point.ts";
import type { PreparedExamples } from "./prepare-question.ts";
import type { Spoken } from "./spoken.ts";
import type { Judged } from "./verdict.ts";

/** One point as one turn says it. */
export interface JudgedPoint {
  readonly spoken: Spoken;
  readonly finding: Finding;
  readonly judged: Judged;
}

/** Share of an exemplar's words that make a turn the same thing said again. */
const SAME = 0.8;
/** What of an exemplar may be turned round in it. */
const TURNED = 0.1;
/** An exemplar of less weight ("yes, it does") would be found in any answer. */
const LEAST = 2;
/** The person's own word on the same words leaves little doubt. */
const P = 0.95;

/**
 * What the person overruled before holds for the same thing said again: "I did say that" makes it covered, "that was
 * wrong" missing. Nothing is learnt beyond that: with one to three graded answers to learn from, other verdicts got
 * worse when it was measured.
 */
export function byExample(
  hearing: Hearing,
  text: string,
): (judged: JudgedPoint, index: number) => JudgedPoint {
  const { examples } = hearing.question;
  if (examples === null) return (judged) => judged;
  const told = hearTurn(examples.question, text);
  return (judged, index) => overrule(judged, index, examples, hearing, told);
}

function overrule(
  before: JudgedPoint,
  index: number,
  { list }: PreparedExamples,
  hearing: Hearing,
  told: Hearing,
): JudgedPoint {
  const { finding } = before;
  for (const { point, claim, verdict } of list) {
    if (point !== index || claim.allTotal < LEAST) continue;
    const judged = { verdict, p: P, doubt: 1 - P };
    if (verdict === "missing") {
      if (!restsOn(claim, before)) continue;
      return { ...before, finding: { ...finding, support: 0, said: null, literal: false }, judged };
    }
    const window = saysAgain(claim, told);
    const own = hearing.question.points[index]?.claims[0];
    if (window === null || own === undefined) continue;
    const said = { window: spanOf(hearing, window), claim: own };
    return { spoken: hearing.spoken, finding: { ...finding, support: 1, said, literal: true }, judged };
  }
  return before;
}

/** The shortest window that says the words again, else the whole turn when that does. */
function saysAgain(claim: Claim, hearing: Hearing): Window | null {
  const says = (window: Window): boolean => {
    const { recall, conflict } = alignAll(claim, window);
    return recall >= SAME && conflict <= TURNED;
  };
  const byLength = (a: Window, b: Window): number => a.to - a.from - (b.to - b.from);
  const [shortest] = hearing.windows.filter(says).sort(byLength);
  if (shortest !== undefined || hearing.windows.length === 0) return shortest ?? null;
  const whole = spanOf(hearing, { from: 0, to: hearing.spoken.clauses.length });
  return says(whole) ? whole : null;
}

/** The clauses of a window as one. */
function spanOf({ windows }: Hearing, { from, to }: Pick<Window, "from" | "to">): Window {
  const parts = windows.filter((one) => one.to === one.from + 1 && one.from >= from && one.to <= to);
  return { ...parts.reduce(join), from, to };
}

/** Whether the words that a verdict rests on are those of the exemplar and hardly any others. */
function restsOn(claim: Claim, { spoken, finding }: JudgedPoint): boolean {
  const window = finding.said?.window;
  if (window === undefined) return false;
  const from = spoken.clauses[window.from]?.from ?? 0;
  const to = spoken.clauses[window.to - 1]?.to ?? 0;
  const said = stemsOf(spoken.reading.words.slice(from, to));
  const overruled = stemsOf(claim.reading.words);
  const both = [...said].filter((stem) => overruled.has(stem)).length;
  return 2 * both >= SAME * (said.size + overruled.size);
}

/** Negators are among them: one "not" makes it another thing. */
function stemsOf(words: readonly { readonly stem: string; readonly role: string }[]): Set<string> {
  return new Set(words.filter(({ role }) => role !== "function").map(({ stem }) => stem));
}
