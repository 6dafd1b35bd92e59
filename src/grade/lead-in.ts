/** Recognises the sentences of a reference that claim nothing themselves, in running text without marks. */

/** What a sentence of a reference is for. */
export type Purpose = "claim" | "aside" | "nothing";

const OPENER =
  /^(?:sure|certainly|of course|absolutely|great question|good question|excellent question)\b[!,.:]*\s*/i;
/** It points at what stands above or below. */
const POINTER =
  /\b(?:as follows|looks? like(?: this| below)?$|(?:shown|listed|given|mentioned|described|explained|seen|written) (?:above|below)|(?:below|above|following)(?: \w+){0,2} (?:code|example|examples|snippet|table|list|steps?|points?|command|commands|diagram|figure|image|syntax|format|ways?|output)|as (?:below|above)|below:?$|the following:?$)/i;
const PARTS =
  "steps|ways|types|kinds|forms|reasons|principles|components|parts|phases|stages|options|approaches|features|differences|methods|rules|cases|things|points|concepts|benefits|advantages|scenarios|categories|levels|layers|modes|factors";
/** It counts what comes next: "works in five simple steps". */
const COUNTS = new RegExp(
  `\\b(?:two|three|four|five|six|seven|eight|nine|ten|\\d+|several|some|many|few|following|main|key|major|common|different|various)\\s+(?:[\\w-]+\\s+){0,2}(?:${PARTS})\\b`,
  "i",
);
const HERE =
  /^(?:here(?:'s| is| are)|below (?:is|are)|the following (?:is|are)|following (?:is|are)|these are|let us|let's|lets)\b/i;
const COUNTED =
  /\b(?:there (?:are|exist)|has|have|into|of|are|follows|uses|in|using|include|includes|including|main|key|major|common|some|several|few|many|different|various|following|two|three|four|five|six|seven|eight|nine|ten|\d+)\b/i;
const EXAMPLE =
  /^(?:(?:for|as an) (?:example|instance)|e\.g\.|(?:an? |some |the )?examples?\b|consider\b|suppose\b|imagine\b|say we\b|let'?s (?:take|say|consider|look|see)|in (?:the|this|our|your) (?:above |below |following |previous )?(?:case|example|code|snippet)|zum beispiel|beispiel\b|z\. ?b\.|por ejemplo|ejemplo\b|por exemplo|exemplo\b|par exemple|exemple\b|например|пример\b|例如|比如|例子)/i;
const NOTE =
  /^(?:note|n\.b\.|nb|tip|hint|fun fact|trivia|side note|by the way|hinweis|nota|remarque|примечание|注意)\b\s*(?::|-|–|that\b)/i;
const SEE =
  /^(?:see|refer to|read|check(?: out)?|visit|more (?:info|information|details|on this)|learn more|(?:re)?source|reference|credits?|links?|taken from|also see|please see|siehe|véase|ver también|veja|voir|см\.|参见|参考)\b/i;
const LINK = /\[[^\]]*\]\([^)]*\)|https?:\/\/\S+/g;
/** A sentence of more words than this says something besides pointing. */
const SHORT = 16;
/** So few words before a colon and a list name the list. */
const NAMING = 8;

/** Without the greeting before it: "Sure! It is ..." begins at "It". */
export function withoutOpener(sentence: string): string {
  return sentence.replace(OPENER, "");
}

/**
 * What a sentence is for.
 * @param markdown the sentence as it is written
 * @param plain the same without marks
 * @param before what stands behind the sentence's paragraph, when it is the last of it
 */
export function purposeOf(
  markdown: string,
  plain: string,
  before: "item" | "row" | "code" | "text" | "end" | null,
): Purpose {
  const words = plain.split(/\s+/).length;
  const bare = plain.replace(/\s*[:,.;]+$/, "");
  if (
    isLinks(markdown) ||
    (SEE.test(plain) && words <= SHORT && /\]\(|https?:|\blink\b|\bdocs?\b|\barticle\b/i.test(markdown))
  )
    return "nothing";
  if (plain.endsWith("?") || (EXAMPLE.test(plain) && words <= 3)) return "nothing";
  if (HERE.test(plain) && (words <= SHORT || /[:,]$/.test(markdown)) && before !== "text" && before !== null)
    return "nothing";
  if (POINTER.test(bare) && words <= SHORT) return "nothing";
  if (before === "text" && /[:：]$/.test(markdown) && words <= NAMING && COUNTED.test(plain))
    return "nothing";
  if (before === "item" || before === "row") {
    if (/[:：]$/.test(markdown) && words <= NAMING) return "nothing";
    if (/[:：]$/.test(markdown) && (words <= SHORT || COUNTED.test(plain)) && !isDefinition(plain))
      return "nothing";
    if (words <= SHORT && COUNTS.test(plain)) return "nothing";
    if (
      words <= SHORT &&
      /^(?:there (?:are|exist)|it has|they are|these|some|the (?:main|key|major))\b/i.test(plain) &&
      COUNTED.test(plain)
    )
      return "nothing";
  }
  if (/^\(.*\)$/.test(plain)) return "aside";
  return EXAMPLE.test(plain) || /^(?:below|above) (?:is|are)\b/i.test(plain) || NOTE.test(plain)
    ? "aside"
    : "claim";
}

/** "X is a ...": kept though a list follows. */
function isDefinition(plain: string): boolean {
  return /^[^,:]{1,60}\b(?:is|are) (?:an?|the)\b/i.test(plain) && plain.split(/\s+/).length > 10;
}

/** Links and hardly a word besides. */
function isLinks(markdown: string): boolean {
  const rest = markdown.replace(LINK, " ");
  return rest !== markdown && (rest.match(/[\p{L}\p{N}]+/gu) ?? []).length <= 2;
}
