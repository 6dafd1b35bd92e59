import { weightOf } from "./claim.ts";
import { echoes } from "./echo.ts";
import { PRONOUNS } from "./function-words.ts";
import { type Match, WordMatcher } from "./match-words.ts";
import type { PreparedQuestion } from "./prepare-question.ts";
import { type Clause, type Reading, readText } from "./read-text.ts";

/** A clause of an answer set against all terms of the question. */
export interface SpokenClause extends Clause {
  /** By term: how well the clause says it, and how well it says its opposite. */
  readonly agree: Float32Array;
  readonly against: Float32Array;
  /** Its words that say something, with what they match. */
  readonly words: readonly SpokenWord[];
  /** Anchors the clause names. */
  readonly names: ReadonlySet<number>;
  /** Anchors the clause is about; those of the clause before when it names none. */
  readonly subject: ReadonlySet<number>;
  /** Anchors it names only for comparison ("than a list"). */
  readonly compared: ReadonlySet<number>;
  /** Names what it is about and says nothing of it. */
  readonly bare: boolean;
  /** Copies the prompt. */
  readonly echo: boolean;
}

/** A word of a clause that is not grammar. */
export interface SpokenWord {
  readonly stem: string;
  readonly weight: number;
  readonly negated: boolean;
  readonly matches: readonly Match[];
}

/** One turn of an answer, ready to be judged. */
export interface Spoken {
  readonly reading: Reading;
  readonly clauses: readonly SpokenClause[];
}

/** Verbs that stand for the predicate before: "a list can be changed, a tuple cannot". */
const STANDS_FOR = new Set(["is", "are", "was", "do", "does", "can", "will", "has", "have", "may", "be"]);
const LONGEST_ELLIPSIS = 6;
/** A clause of fewer words leans on the one before. */
const SHORTEST_ALONE = 3;

/** Sets one turn against the terms of a question, clause by clause. */
export function hear(text: string, question: PreparedQuestion): Spoken {
  const reading = readText(text, question.terms.data);
  const anchors = new Set(question.points.flatMap((point) => [...point.anchors]));
  const matcher = new WordMatcher(question.terms, question.promptStems, anchors);
  const clauses: SpokenClause[] = [];
  const copies = echoes(reading, question.prompt);
  for (const [i, clause] of reading.clauses.entries()) {
    const heard = hearClause(reading, clause, matcher, anchors, question, copies[i] === true);
    clauses.push(withEllipsis(reading, heard, clauses.at(-1), anchors));
  }
  return { reading, clauses };
}

function hearClause(
  reading: Reading,
  clause: Clause,
  matcher: WordMatcher,
  anchors: ReadonlySet<number>,
  question: PreparedQuestion,
  echo: boolean,
): SpokenClause {
  const size = question.terms.stems.length;
  const agree = new Float32Array(size);
  const against = new Float32Array(size);
  const subject = new Set<number>();
  const compared = new Set<number>();
  const words = reading.words.slice(clause.from, clause.to);
  const denySubject = !words.some((word) => word.negated && saysSomething(word, matcher, anchors));
  const saying: SpokenWord[] = [];
  // "Threads do not speed it up": the opposite verb is denied, so what it is said of is not.
  const denied = clause.voice === "denied";
  const resolved =
    clause.voice === "own" &&
    words.some((word) => word.negated && word.role === "content" && isOnlyOpposite(matcher.matchesOf(word)));
  for (const word of words) {
    const weight = weightOf(word, question.terms.data);
    const negated = word.negated !== (word.deniedSubject && denySubject);
    const matches = matcher.matchesOf(word);
    if (weight > 0) saying.push({ stem: word.stem, weight, negated, matches });
    for (const { term, likeness, opposite } of matches) {
      if (!opposite && anchors.has(term) && (likeness === 1 || isFullName(matches, question))) {
        (word.compared ? compared : subject).add(term);
      }
      if (clause.voice === "reported" || echo) continue;
      // What a claim is about is not itself denied: "it is not true that tuples change" still speaks of tuples.
      const neutral = !opposite && ((denied && anchors.has(term)) || (negated && resolved));
      const side = opposite === negated || neutral ? agree : against;
      // Said by an opposite ("not mutable"), a thing is said a little less surely.
      const value = opposite && negated ? likeness * 0.9 : likeness;
      if (value > (side[term] ?? 0)) side[term] = value;
    }
  }
  const bare = words.every(
    (word) =>
      word.role === "function" ||
      word.role === "negator" ||
      matcher.matchesOf(word).some((match) => anchors.has(match.term) && !match.opposite),
  );
  return { ...clause, agree, against, words: saying, names: subject, subject, compared, bare, echo };
}

/** "VM" names the virtual machine, "host" does not: a synonym must stand for all a point is about. */
function isFullName(matches: readonly Match[], question: PreparedQuestion): boolean {
  const terms = new Set(matches.filter((one) => !one.opposite).map((one) => one.term));
  return question.points.some(
    ({ anchors }) => anchors.size > 0 && [...anchors].every((one) => terms.has(one)),
  );
}

const isOnlyOpposite = (matches: readonly Match[]): boolean =>
  matches.length > 0 && matches.every((one) => one.opposite);

function saysSomething(
  word: Reading["words"][number],
  matcher: WordMatcher,
  anchors: ReadonlySet<number>,
): boolean {
  return matcher.matchesOf(word).some((match) => !anchors.has(match.term));
}

function withEllipsis(
  reading: Reading,
  clause: SpokenClause,
  before: SpokenClause | undefined,
  anchors: ReadonlySet<number>,
): SpokenClause {
  if (before === undefined) return clause;
  const words = reading.words.slice(clause.from, clause.to);
  const own = clause.subject.size > 0;
  // "It can be changed" goes on about what came before; "shared data needs locks" does not.
  const goesOn = words.some((word) => PRONOUNS.has(word.word)) || words.length <= SHORTEST_ALONE;
  const subject = own || !goesOn ? clause.subject : before.subject;
  const elliptic =
    own &&
    before.sentence === clause.sentence &&
    words.length <= LONGEST_ELLIPSIS &&
    words.some((word) => STANDS_FOR.has(word.word)) &&
    clause.bare;
  if (!elliptic) return { ...clause, subject };
  const flips = words.some((word) => word.role === "negator");
  const agree = clause.agree.slice();
  const against = clause.against.slice();
  for (let term = 0; term < agree.length; term++) {
    if (anchors.has(term) && (clause.subject.has(term) || before.subject.has(term))) continue;
    agree[term] = (flips ? before.against[term] : before.agree[term]) ?? 0;
    against[term] = (flips ? before.agree[term] : before.against[term]) ?? 0;
  }
  return { ...clause, agree, against, subject };
}
