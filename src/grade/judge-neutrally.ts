import type { Evidence, PointVerdict } from "./assessment.ts";
import { CUT, SOFT_CUT } from "./cut.ts";
import { explain } from "./explain.ts";
import { saysAnything } from "./heard-whole.ts";
import { NOTHING } from "./judge-point.ts";
import { isEnglish } from "./language.ts";
import { foldWord } from "./letters-alike.ts";
import { sharedShare } from "./likeness.ts";
import {
  hearNeutrally,
  indexOfRun,
  matchNeutrally,
  type NeutralMatch,
  type NeutralTurn,
} from "./neutral-heard.ts";
import { neutralQuestion } from "./neutral-question.ts";
import type { PointState } from "./point-state.ts";
import type { PreparedQuestion } from "./prepare-question.ts";
import { hear, type Spoken } from "./spoken.ts";
import { decide, type Judged } from "./verdict.ts";

/** Share of a claim's words from which on it is said, and said in part. */
const COVERED = 0.65;
const PARTLY = 0.4;
/** Nothing can turn round what stands by itself word for word; everything else a word that is not understood may. */
const LITERAL = { p: 0.95, doubt: 0.05 };
const UNSURE: Readonly<Record<"covered" | "partly" | "missing", Omit<Judged, "verdict">>> = {
  covered: { p: 0.65, doubt: 0.6 },
  partly: { p: 0.5, doubt: 0.75 },
  missing: { p: 0.55, doubt: 0.75 },
};
/** A question and an answer in two languages share names and code at most: that nothing was found says hardly anything. */
const OTHER_LANGUAGE = { p: 0.4, doubt: 0.9 };
const BY_PERSON = { p: 0.95, doubt: 0.05 };
/** Share of words that make what was said the same as what the person said of it before. */
const SAME = 0.8;
/** More words of a point would be the point itself. */
const MOST_PARTS = 3;

/** Whether a turn is judged by its words as they are: no English rule and no weights trained on English hold for it. */
export function isJudgedNeutrally(question: PreparedQuestion, text: string): boolean {
  return !question.isEnglish || !isEnglish(text, question.terms.data);
}

/** Judges a turn in whatever language: which words of each point stand there, and nothing of what they deny. */
export function judgeNeutrally(
  question: PreparedQuestion,
  text: string,
  turn: number,
  before: readonly PointState[],
): PointState[] {
  const spoken = hear(text, question);
  if (!saysAnything(spoken, question.promptStems)) return silence(question, spoken, before);
  const neutral = neutralQuestion(question);
  const heard = hearNeutrally(spoken, neutral);
  return question.points.map((_, i) => {
    const old = before[i];
    const match = matchNeutrally(neutral.claims[i] ?? [], heard, old?.neutral ?? null);
    const own = byPerson(question, i, heard, match);
    if (own !== null)
      return { ...own.judged, evidence: evidenceOf(heard, own.place, turn), ...NO_ACCUSATION };
    const verdict = verdictOf(match);
    const evidence = verdict === "missing" ? null : evidenceOf(heard, match, turn);
    const isBetter = match !== null && match.support > (old?.support ?? 0);
    return {
      verdict,
      ...certaintyOf(verdict, match, question.isEnglish),
      evidence,
      why: whyOf(verdict, match, evidence, question.isEnglish),
      lacks: verdict === "partly" && match !== null ? lacking(match, heard) : null,
      support: match?.support ?? 0,
      isOwn: false,
      ...NO_ACCUSATION,
      neutral: isBetter ? match.agree : (old?.neutral ?? null),
    };
  });
}

/** Of an answer that is none: what is not there is missing in every language. */
function silence(question: PreparedQuestion, spoken: Spoken, before: readonly PointState[]): PointState[] {
  const judged = decide(NOTHING, question.proposed ? SOFT_CUT : CUT);
  const grounds = { verdict: "missing", finding: NOTHING, evidence: null, spoken, isOwn: false } as const;
  return question.points.map((point, i) => ({
    ...judged,
    ...explain(point, question, grounds),
    evidence: null,
    support: 0,
    isOwn: false,
    ...NO_ACCUSATION,
    neutral: before[i]?.neutral ?? null,
  }));
}

const NO_ACCUSATION = { correction: null, said: null, neutral: null };

function verdictOf(match: NeutralMatch | null): "covered" | "partly" | "missing" {
  if (match === null || match.support < PARTLY) return "missing";
  return match.support >= COVERED ? "covered" : "partly";
}

function certaintyOf(
  verdict: "covered" | "partly" | "missing",
  match: NeutralMatch | null,
  isOtherLanguage: boolean,
): Omit<Judged, "verdict"> {
  if (match?.alone === true) return LITERAL;
  return verdict === "missing" && isOtherLanguage ? OTHER_LANGUAGE : UNSURE[verdict];
}

function whyOf(
  verdict: PointVerdict,
  match: NeutralMatch | null,
  evidence: Evidence | null,
  isOtherLanguage: boolean,
): string {
  const quote = `“${(evidence?.text ?? "").replace(/\s+/g, " ")}”`;
  if (match?.literal === true) return `You said it nearly word for word: ${quote}.`;
  if (verdict === "covered")
    return `Most of its words stand in ${quote}; the judge does not know the language well.`;
  if (verdict === "partly")
    return `Some of its words stand in ${quote}; the judge does not know the language well.`;
  return isOtherLanguage
    ? "Your answer is in a language that the judge does not know well."
    : "The question is in a language that the judge does not know well, and too few of its words were found.";
}

function evidenceOf(
  { spoken }: NeutralTurn,
  place: Pick<NeutralMatch, "from" | "to"> | null,
  turn: number,
): Evidence | null {
  const { text, words } = spoken.reading;
  const first = words[place?.from ?? -1];
  const last = words[(place?.to ?? 0) - 1];
  if (first === undefined || last === undefined) return null;
  return { text: text.slice(first.start, last.end), start: first.start, end: last.end, turn };
}

/** A verdict of the person's own, and the words it rests on. */
interface Overruled {
  readonly judged: Omit<PointState, "evidence" | "correction" | "said" | "neutral">;
  readonly place: Pick<NeutralMatch, "from" | "to"> | null;
}

/** What the person overruled before holds for the same words, whatever they mean. */
function byPerson(
  { examples }: PreparedQuestion,
  index: number,
  { words }: NeutralTurn,
  match: NeutralMatch | null,
): Overruled | null {
  for (const { point, verdict, claim } of examples?.list ?? []) {
    if (point !== index) continue;
    const told = claim.reading.words.map(({ word }) => foldWord(word));
    const own = { verdict, ...BY_PERSON, lacks: null, isOwn: true };
    if (verdict === "missing") {
      const said = match === null ? [] : words.slice(match.from, match.to);
      if (match === null || sharedShare(new Set(said), new Set(told)) < SAME) continue;
      const why = "You said before that these words do not say it.";
      return { judged: { ...own, support: 0, why }, place: null };
    }
    const from = indexOfRun(words, told);
    if (from < 0) continue;
    const why = `You said before that this says it: “${claim.reading.text}”.`;
    return { judged: { ...own, support: 1, why }, place: { from, to: from + told.length } };
  }
  return null;
}

/** The words of a point that its window does not say, as the point writes them. */
function lacking({ claim, from, to }: NeutralMatch, { words }: NeutralTurn): string | null {
  const said = new Set(words.slice(from, to));
  const unsaid = claim.claim.reading.words.filter(
    (_, i) => !said.has(claim.words[i] ?? "") && (claim.words[i]?.length ?? 0) > 1,
  );
  const texts = unsaid
    .slice(0, MOST_PARTS)
    .map(({ start, end }) => claim.claim.reading.text.slice(start, end));
  return texts.length === 0 ? null : texts.join(" … ");
}
