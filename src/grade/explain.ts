import type { Evidence, PointVerdict } from "./assessment.ts";
import type { Claim } from "./claim.ts";
import type { Finding } from "./judge-point.ts";
import type { PreparedPoint, PreparedQuestion } from "./prepare-question.ts";
import type { Spoken } from "./spoken.ts";

/** Why a verdict is what it is, in words for the person. */
export interface Explanation {
  /** One sentence. It tells nothing of a point that was not said. */
  readonly why: string;
  /** Of a point that was said in part: its words that were not heard. It gives the point away. */
  readonly lacks: string | null;
}

/** Support from which on something near a point was said. */
const NEAR = 0.15;
/** How well a word of the claim must be said to be heard. */
const HEARD = 0.5;
/** More of them would be the claim itself. */
const MOST_PARTS = 3;

/** Before anything was said. */
export const UNSPOKEN: Explanation = { why: "Nothing you said speaks of it.", lacks: null };

/** What is found of a point in one turn, and where. */
interface Grounds {
  readonly verdict: PointVerdict;
  readonly finding: Finding;
  readonly evidence: Evidence | null;
  readonly spoken: Spoken;
  /** By an exemplar: the person decided it themselves. */
  readonly isOwn: boolean;
}

/** Says why one turn has this verdict, quoting the words it rests on. */
export function explain(point: PreparedPoint, question: PreparedQuestion, grounds: Grounds): Explanation {
  const { verdict, finding, spoken, isOwn } = grounds;
  const quote = `“${(grounds.evidence?.text ?? "").replace(/\s+/g, " ")}”`;
  switch (verdict) {
    case "covered":
      return { why: whyCovered(point, finding, quote, isOwn), lacks: null };
    case "partly":
      return { why: `You said a part of it: ${quote}.`, lacks: lacking(point, question, spoken) };
    case "contradicted":
      return { why: whyContradicted(finding, quote), lacks: null };
    case "missing":
      return {
        why: isOwn ? "You said before that these words do not say it." : whyMissing(finding, spoken),
        lacks: null,
      };
    default:
      return verdict satisfies never;
  }
}

function whyCovered(point: PreparedPoint, { literal, said }: Finding, quote: string, isOwn: boolean): string {
  if (isOwn) return `You said before that this says it: ${quote}.`;
  if (said === null) return "You know that a common misconception about it is wrong.";
  if (literal) return `You said it nearly word for word: ${quote}.`;
  if (said.claim === point.claims[0]) return `You said ${quote}.`;
  return `You said ${quote}, which is as good as “${said.claim.reading.text}”.`;
}

function whyContradicted({ accused, error, correction }: Finding, quote: string): string {
  const isMisconception = accused === null ? error !== null : correction !== null;
  return `${isMisconception ? "That is a common misconception" : "You said the opposite"}: ${quote}.`;
}

function whyMissing({ support, said }: Finding, { clauses }: Spoken): string {
  if (clauses.length === 0) return "There was no answer to judge.";
  if (clauses.every(({ echo }) => echo)) return "You repeat the question.";
  return support >= NEAR && said !== null ? "You come near it, and do not say it." : UNSPOKEN.why;
}

/** The runs of words of a point that no clause says. */
function lacking(point: PreparedPoint, { terms }: PreparedQuestion, spoken: Spoken): string | null {
  const claim = point.claims[0];
  if (claim === undefined) return null;
  const isHeard = (term: number): boolean => spoken.clauses.some(({ agree }) => (agree[term] ?? 0) >= HEARD);
  const own = new Set(claim.terms.map(({ term }) => term));
  const runs: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (const word of claim.reading.words) {
    // Grammar ends no run, and begins none.
    if (word.role === "function" || word.role === "negator") continue;
    const term = terms.numberOf(word);
    if (!own.has(term) || isHeard(term)) open = null;
    else if (open !== null) open.end = word.end;
    else {
      open = { start: word.start, end: word.end };
      runs.push(open);
    }
  }
  const texts = runs.slice(0, MOST_PARTS).map((run) => wordsOf(claim, run));
  return texts.length === 0 ? null : texts.join(" … ");
}

const wordsOf = ({ reading }: Claim, { start, end }: { start: number; end: number }): string =>
  reading.text.slice(start, end);
