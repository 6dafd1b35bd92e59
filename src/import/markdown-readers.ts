import { readLabelled, sniffLabelled } from "./labelled-text.ts";
import { markdownCards } from "./markdown-cards.ts";
import { type MarkdownSigns, shareOf } from "./markdown-signs.ts";
import type { Draft, SourceText, TextReader } from "./reader.ts";
import { sniffMarkdownTable } from "./sniff-markdown-table.ts";

/**
 * The shapes that a text with the marks of Markdown can have. Code that is heavy to load (the Markdown parser) is
 * imported when one of them reads.
 */
export const markdownReaders: readonly TextReader[] = [
  {
    takes: "text",
    name: "labelled-text",
    about: 'text with "Question:" and "Answer:" labels',
    sniff: sniffLabelled,
    read: async (source) => readLabelled(source),
  },
  markdown("markdown-numbered-headings", "Markdown with numbered headings", "numberedHeadings", async () => {
    return (await import("./markdown-numbered-headings.ts")).readNumberedHeadings;
  }),
  markdown("markdown-question-headings", "Markdown with headings that ask", "questionHeadings", async () => {
    return (await import("./markdown-question-headings.ts")).readQuestionHeadings;
  }),
  markdown("markdown-bold", "Markdown with questions in bold", "boldParagraphs", async () => {
    return (await import("./markdown-bold.ts")).readBold;
  }),
  markdown(
    "markdown-numbered-list",
    "Markdown with a numbered list of questions",
    "numberedItems",
    async () => {
      return (await import("./markdown-numbered-list.ts")).readNumberedList;
    },
  ),
  markdown("markdown-bullets", "Markdown with bullets that ask", "bullets", async () => {
    return (await import("./markdown-bullets.ts")).readBullets;
  }),
  markdown("markdown-details", "Markdown with <details> that unfold answers", "details", async () => {
    return (await import("./markdown-details.ts")).readDetails;
  }),
  {
    takes: "text",
    name: "markdown-table",
    about: "Markdown with tables of questions",
    sniff: sniffMarkdownTable,
    read: async (source) => (await import("./markdown-table.ts")).readMarkdownTable(source),
  },
  markdownCards,
];

function markdown(
  name: string,
  about: string,
  sign: keyof MarkdownSigns,
  load: () => Promise<(source: SourceText) => Draft>,
): TextReader {
  return {
    takes: "text",
    name,
    about,
    sniff: (source) => shareOf(source, sign),
    read: async (source) => (await load())(source),
  };
}
