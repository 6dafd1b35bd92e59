import { oppositesOf } from "./everyday-opposites.ts";
import type { HeardWhole } from "./heard-whole.ts";
import type { Word } from "./read-text.ts";
import { isName, stanceOf } from "./stance.ts";
import { isNegative, type WholeReference } from "./whole-reference.ts";
import { ALIKE, type Met } from "./whole-words.ts";
import type { WordData } from "./word-data.ts";

/** More of a kind says no more. */
const MOST = 2;
/** What an opposite costs beside a word that is met. */
const OPPOSED = 2;
/** A choice is made among the first words. */
const OPENING = 4;

/** Where an answer turns against its reference: yes for no, up for down, a not too many, another name. */
export function conflictFeatures(
  reference: WholeReference,
  heard: HeardWhole,
  met: readonly Met[],
  data: WordData,
) {
  const opens = stanceOf(heard.words);
  return {
    stance: reference.stance * opens,
    choice: choiceOf(reference, heard),
    ...directionsOf(reference, heard),
    ...negationsOf(met),
    negativesDiffer: isNegative(reference.words) === isNegative(heard.words) ? 0 : 1,
    contrasted: contrastOf(met, heard, data),
    ...namesOf(reference, heard),
    ...clausesOf(reference, heard),
  };
}

/** 1 the choice of the reference is made, -1 another one of the question's, -1/2 none; 0 where there is none to make. */
function choiceOf({ choice, askedStems, stems }: WholeReference, heard: HeardWhole): number {
  if (choice.length === 0) return 0;
  if (choice.every((stem) => heard.stems.has(stem))) return 1;
  const other = heard.words
    .slice(0, OPENING)
    .some(
      (word) =>
        askedStems.has(word.stem) && !stems.has(word.stem) && (word.role === "content" || isName(word)),
    );
  return other ? -1 : -1 / 2;
}

/** Words that point somewhere: how many are met, opposed, or met with a "not" on one side alone. */
function directionsOf({ words, stems }: WholeReference, heard: HeardWhole) {
  const pointing = new Set([...stems].filter((stem) => oppositesOf(stem).size > 0));
  let [hit, opposed, turned] = [0, 0, 0];
  for (const stem of pointing) {
    if (heard.stems.has(stem)) hit += 1;
    else if (saysOpposite(stem, stems, heard.stems)) opposed += 1;
  }
  for (const word of words) {
    if (!pointing.has(word.stem)) continue;
    const other = heard.words.find(({ stem }) => stem === word.stem);
    if (other !== undefined && other.negated !== word.negated) turned += 1;
  }
  return {
    directions: pointing.size === 0 ? 0 : (hit - OPPOSED * opposed) / pointing.size,
    directionsOpposed: Math.min(MOST, opposed),
    directionsTurned: Math.min(MOST, turned),
  };
}

function saysOpposite(stem: string, wanted: ReadonlySet<string>, said: ReadonlySet<string>): boolean {
  for (const opposite of oppositesOf(stem)) if (said.has(opposite) && !wanted.has(opposite)) return true;
  return false;
}

/** Of the words that are met: the share that is negated by the answer alone, and by the reference alone. */
function negationsOf(met: readonly Met[]) {
  let [all, answer, reference] = [0, 0, 0];
  for (const { wanted, likeness, by } of met) {
    if (by === null || likeness < ALIKE) continue;
    all += 1;
    if (by.negated && !wanted.word.negated) answer += 1;
    if (wanted.word.negated && !by.negated) reference += 1;
  }
  return { negatedByAnswer: answer / (all || 1), negatedByReference: reference / (all || 1) };
}

/** Share of the reference's weight that is not met and of which the answer holds a contrast of the lexicon. */
function contrastOf(met: readonly Met[], { distinct }: HeardWhole, data: WordData): number {
  let [total, against] = [0, 0];
  for (const { wanted, likeness } of met) {
    total += wanted.weight;
    if (likeness < ALIKE && distinct.some(({ word }) => exclude(wanted.word, word, data)))
      against += wanted.weight;
  }
  return against / (total || 1);
}

const exclude = (a: Word, b: Word, { opposites }: WordData): boolean =>
  a.groups.some((group) => b.groups.some((other) => opposites.get(group)?.has(other) === true));

function namesOf({ names }: WholeReference, { words }: HeardWhole) {
  const said = new Set(words.filter(isName).map(({ word }) => word));
  const missed = [...names].filter((name) => !said.has(name)).length;
  const other = [...said].filter((name) => !names.has(name)).length;
  return { namesMissed: missed / (names.size || 1), otherNames: Math.min(MOST, other) };
}

/** The best pair of clauses that say the same, and the best pair of which one says the opposite. */
function clausesOf({ clauses, stems }: WholeReference, heard: HeardWhole) {
  let [agreeing, clashing] = [0, 0];
  const spoken = heard.clauses.map((words) => ({
    stems: new Set(words.map(({ stem }) => stem)),
    isNegative: isNegative(words),
    length: words.filter(({ role }) => role === "content" || role === "light").length,
  }));
  for (const clause of clauses) {
    for (const one of spoken) {
      let [hit, opposed] = [0, 0];
      for (const { stem, weight } of clause.words) {
        if (one.stems.has(stem)) hit += weight;
        else if (saysOpposite(stem, stems, one.stems)) opposed += weight;
      }
      if (hit + opposed === 0) continue;
      const touched = (hit + opposed) / clause.weight;
      // What a clause says beside counts against it as much as what it leaves out.
      const value = (2 * touched) / (1 + Math.max(1, one.length / clause.weight));
      const isTurned = (clause.isNegative !== one.isNegative) !== opposed > 0;
      if (isTurned) clashing = Math.max(clashing, value);
      else agreeing = Math.max(agreeing, value);
    }
  }
  return { agreeing, clashing };
}
