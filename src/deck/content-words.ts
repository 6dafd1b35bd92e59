import { stemmer } from "stemmer";

/** Words that carry no claim of their own: articles, pronouns, auxiliaries, question words and the like. */
const FUNCTION_WORDS = new Set(
  `a about after all also an and any are as at be because been before being between both but by can could did do does
  doing done each either else even ever every for from get gets give given go goes got had happen happens has have he
  her here him his how i if in instead into is it its itself just kind know less let like look many may me mean means
  might more most much must my name need needs never no not nothing now of off often on once one only or other our out
  over own part people person put say says see she should so some somebody someone something sort still such take takes
  tell than that the their them then there these they thing things this those though through time to too two under
  until up us use used uses using very want wants was way we well were what when where which while who whole whose why
  will with without would yes yet you your yours`.split(/\s+/),
);

/** The stems (Porter) of the words in a text that could give a claim away; ASCII words and numbers only. */
export function contentStems(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .replace(/['’](s|re|ve|ll|d|t)\b/g, "")
    .match(/[a-z0-9]+/g);
  const stems = new Set<string>();
  for (const word of words ?? []) {
    if (!FUNCTION_WORDS.has(word) && word.length > 1) stems.add(stemmer(word));
  }
  return stems;
}
