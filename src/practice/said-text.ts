/**
 * The words of an answer as they are judged and kept, whether they came from a terminal or a page: lines end in LF,
 * blank lines at the start and white space at the end are gone. What no store can hold (NUL, half a surrogate pair)
 * becomes U+FFFD, so that the kept words are the judged ones and offsets into them stay true.
 */
export function saidText(text: string): string {
  const words = text.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd").toWellFormed().trimEnd();
  const start = words.length - words.trimStart().length;
  // The first line keeps its indent: it may be code.
  return words.slice(words.lastIndexOf("\n", start - 1) + 1);
}
