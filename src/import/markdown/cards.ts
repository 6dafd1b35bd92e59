import type { SourceText, TextReader } from "../reader.ts";

const READER = "markdown-cards";

/** What note-taking programs leave in the text for themselves. */
const PROGRAM_LINE =
  /^\s*(?:[-*]\s+)?(?:card-[\w-]{1,40}|collapsed|id|deck|logseq\.[\w.-]{1,40})::.*$|^\s*(?:<!--\s?)?(?:SR:!|ID: ?\d).*$|^\s*\^[\w-]{4,40}\s*$/;

const SIGNS: Readonly<Record<"tag" | "start" | "inline" | "mark" | "definition" | "quote", RegExp>> = {
  tag: /(?:^|\s)#(?:flash)?cards?(?:[/\s]|$)/i,
  start: /^START\s*$/,
  inline: /^\s{0,3}(?:[-*+]\s+)?[^\s:`|][^:`|]{2,300}?\s?:::?(?=[^:\s]|\s\S)[^\n]*$/,
  mark: /^\?\??\s*$/,
  definition: /^:[ \t]{1,4}\S/,
  quote: /^>[ \t]?[^>\n]{3,300}[?？]\s*$/,
};

/** Lines that are looked at. */
const LOOKED_AT = 1000;

/** Flash cards as note-taking programs write them. */
export const markdownCards: TextReader = {
  takes: "text",
  name: READER,
  about: "flash cards in notes: Q::A, a line with ?, #card, definition lists, quoted questions",
  sniff,
  async read(source) {
    const [{ cardStarts }, { draftFrom, emptyDraft }, { outlineOf }] = await Promise.all([
      import("./card-starts.ts"),
      import("./draft.ts"),
      import("./outline.ts"),
    ]);
    const outline = outlineOf(source);
    const { starts, evidence } = cardStarts(outline);
    if (starts.length === 0) return emptyDraft(READER);
    const draft = draftFrom(outline, READER, starts, evidence);
    const questions = draft.questions.map((each) => ({ ...each, answer: withoutProgramLines(each.answer) }));
    return { ...draft, questions };
  },
};

function sniff({ lines }: SourceText): number {
  const counts = { tag: 0, start: 0, inline: 0, mark: 0, definition: 0, quote: 0 };
  let texts = 0;
  for (const line of lines.slice(0, LOOKED_AT)) {
    if (line.trim() === "") continue;
    texts++;
    const start = line.slice(0, 400);
    for (const [sign, pattern] of Object.entries(SIGNS)) {
      if (pattern.test(start)) counts[sign as keyof typeof counts]++;
    }
  }
  const { tag, start, inline, mark, definition, quote } = counts;
  if (start > 0 || mark > 1 || (tag > 0 && (inline > 0 || tag > 1))) return 0.92;
  if (mark > 0 && inline > 0) return 0.92;
  const share = (count: number) => (count < 2 ? 0 : count / Math.max(1, texts));
  const best = Math.max(share(inline) / 0.4, share(definition) / 0.25, share(quote) / 0.2);
  return best === 0 ? 0 : Math.min(0.8, 0.2 + 0.6 * best);
}

const withoutProgramLines = (answer: string): string =>
  answer
    .split("\n")
    .filter((line) => !PROGRAM_LINE.test(line.slice(0, 300)))
    .join("\n")
    .trim();
