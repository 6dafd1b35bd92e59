import type { Token } from "./tokens.ts";

/** Whose claim a clause is: the person's own, somebody else's ("people think that"), or one they call untrue. */
export type Voice = "own" | "reported" | "denied";

/** Openings after which the rest of the sentence, up to a "but", is somebody else's claim. */
const REPORTS = [
  /\b(?:people|many|some|most|others|folks|candidates|beginners|everybody|everyone|developers|colleagues)(?: \w+){0,2} (?:think|thinks|thought|believe|believes|believed|say|says|assume|assumes|claim|claims)\b/,
  /\b(?:you|one|people) (?:might|may|could|would) (?:think|believe|assume|expect)\b/,
  /\b(?:is|it s) (?:often|commonly|sometimes|usually|widely) (?:said|believed|thought|claimed|assumed)\b/,
  /\b(?:common|popular|usual) (?:belief|wisdom|assumption|claim)\b/,
  /\bcontrary to\b/,
  /\bi (?:really )?(?:do not|never) (?:really )?(?:know|remember|recall)\b/,
  /\bnot sure (?:if|whether|about|how|what)\b/,
  /\bno (?:idea|clue)\b/,
];

/** Openings that call the rest of the sentence untrue. */
const DENIALS = [
  /\b(?:not true|untrue|false|wrong|a myth|a misconception|a mistake|nonsense|incorrect|not correct|not right) (?:that|to say|to think|to believe|to assume)\b/,
  /\bmisconception (?:is|that)\b/,
  /\bmyth (?:is|that)\b/,
  /\b(?:do|does|did) not (?:mean|imply) (?:that )?/,
];

/** Endings that call what stands before them in the sentence untrue; a bare "is wrong" may be about a password. */
const TRAILING_DENIALS =
  /\b(?:(?:that|this|which|it) (?:is|s|would be) (?:just |simply |plain )*(?:wrong|incorrect|false|not true|not right)|(?:is|are|s) (?:just |simply |plain |a |an )*(?:false|untrue|myth|misconception|nonsense|not true))$/;

const TURNS = new Set(["but", "however", "actually", "though", "yet", "reality", "fact", "truth"]);

/** "I think" and "I would say" are the person's own claim; so is what they say of themselves. */
const OWN = /\bi(?: would| do)? (?:think|thought|believe|say|said|assume)\b/;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
}

/** Tells for every clause whose claim it is. Knowing a wrong claim and calling it wrong must never cost marks. */
export function tellVoices<T extends Span>(
  tokens: readonly Token[],
  spans: readonly T[],
): (T & { voice: Voice })[] {
  const out: (T & { voice: Voice })[] = [];
  let voice: Voice = "own";
  let sentence = -1;
  for (const span of spans) {
    const said = tokens
      .slice(span.from, Math.min(span.to, span.from + 40))
      .map((token) => token.word)
      .join(" ");
    if (span.sentence !== sentence) voice = "own";
    sentence = span.sentence;
    if (TURNS.has(tokens[span.from]?.word ?? "") || TURNS.has(tokens[span.from + 1]?.word ?? ""))
      voice = "own";
    if (DENIALS.some((pattern) => pattern.test(said))) voice = "denied";
    else if (!OWN.test(said) && REPORTS.some((pattern) => pattern.test(said))) voice = "reported";
    out.push({ ...span, voice });
    if (TRAILING_DENIALS.test(said)) denySentence(out, sentence);
  }
  return out;
}

function denySentence(out: { sentence: number; voice: Voice }[], sentence: number): void {
  for (let i = out.length - 1; i >= 0 && out[i]?.sentence === sentence; i--) {
    const clause = out[i];
    if (clause !== undefined) clause.voice = "denied";
  }
}
