import { VivaError } from "../base/index.ts";
import { chooseDraft } from "./choose-draft.ts";
import { readLabelled, sniffLabelled } from "./labelled-text.ts";
import { type MarkdownSigns, shareOf } from "./markdown-signs.ts";
import type { Draft, Reader, SourceText } from "./reader.ts";

/** All readers. Code that is heavy to load (the Markdown parser) is imported when a reader of Markdown reads. */
export const readers: readonly Reader[] = [
  {
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
];

function markdown(
  name: string,
  about: string,
  sign: keyof MarkdownSigns,
  load: () => Promise<(source: SourceText) => Draft>,
): Reader {
  return {
    name,
    about,
    sniff: (source) => shareOf(source, sign),
    read: async (source) => (await load())(source),
  };
}

/**
 * Reads a document with the reader that suits it best, or with the one that is named.
 *
 * @throws VivaError VIVA_NO_QUESTIONS when no reader makes sense of it; VIVA_USAGE for a reader that does not exist
 */
export async function readDocument(source: SourceText, options: { reader?: string } = {}): Promise<Draft> {
  if (options.reader === undefined) return chooseDraft(source, readers);
  const named = readers.find((reader) => reader.name === options.reader);
  if (named === undefined) {
    throw new VivaError(
      "VIVA_USAGE",
      `no reader is called "${options.reader}": take one of ${readers.map((reader) => reader.name).join(", ")}`,
    );
  }
  return chooseDraft(source, [named]);
}
