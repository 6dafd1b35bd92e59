/** The words of a text in lower case, one blank between them, without marks: for comparing wordings. */
export function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");
}

/** How many words a text has; of scripts without blanks between words, two characters count as one. */
export function countWords(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu) ?? [];
  const rest = text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu, " ");
  return Math.ceil(dense.length / 2) + (rest.match(/[^\s]*[\p{L}\p{N}][^\s]*/gu) ?? []).length;
}
