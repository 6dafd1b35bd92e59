import { readLabelled, sniffLabelled } from "../labelled/text.ts";
import type { Draft, SourceText, TextReader } from "../reader.ts";
import { markdownCards } from "./cards.ts";
import { type MarkdownSigns, shareOf } from "./signs.ts";
import { sniffMarkdownTable } from "./sniff-table.ts";

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
    return (await import("./numbered-headings.ts")).readNumberedHeadings;
  }),
  markdown("markdown-question-headings", "Markdown with headings that ask", "questionHeadings", async () => {
    return (await import("./question-headings.ts")).readQuestionHeadings;
  }),
  markdown("markdown-bold", "Markdown with questions in bold", "boldParagraphs", async () => {
    return (await import("./bold.ts")).readBold;
  }),
  markdown(
    "markdown-numbered-list",
    "Markdown with a numbered list of questions",
    "numberedItems",
    async () => {
      return (await import("./numbered-list.ts")).readNumberedList;
    },
  ),
  markdown("markdown-bullets", "Markdown with bullets that ask", "bullets", async () => {
    return (await import("./bullets.ts")).readBullets;
  }),
  markdown("markdown-details", "Markdown with <details> that unfold answers", "details", async () => {
    return (await import("./details.ts")).readDetails;
  }),
  {
    takes: "text",
    name: "markdown-table",
    about: "Markdown with tables of questions",
    sniff: sniffMarkdownTable,
    read: async (source) => (await import("./table.ts")).readMarkdownTable(source),
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
