import { VivaError } from "../../base/index.ts";
import { readAsMarkdown } from "../markdown/read-as-markdown.ts";
import type { Draft, SourceBytes } from "../reader.ts";
import { type PageLine, pageLines } from "./lines.ts";
import { pagesToMarkdown } from "./markdown.ts";

const MOST_PAGES = 2000;
/** Milliseconds; a page of text takes some ten. */
const LONGEST = 9000;
/** Fewer letters a page than this, and the pages are pictures. */
const LETTERS_A_PAGE = 10;

/**
 * Reads the text of a PDF, line by line. What its layout meant can only be guessed: a warning says so.
 * @throws VivaError VIVA_FILE_TOO_LARGE, VIVA_FILE_UNREADABLE, VIVA_NO_QUESTIONS
 */
export async function readPdf({ name, bytes }: SourceBytes): Promise<Draft> {
  const pages = await pagesOf(name, bytes);
  const letters = pages.flat().reduce((sum, { text }) => sum + text.length, 0);
  if (letters < pages.length * LETTERS_A_PAGE) {
    throw new VivaError(
      "VIVA_NO_QUESTIONS",
      `${name} holds no text in its ${pages.length} ${pages.length === 1 ? "page" : "pages"}, only pictures of it: nothing imported; have the text recognised (OCR) first`,
    );
  }
  const { lines, pageOf } = pagesToMarkdown(pages);
  const draft = await readAsMarkdown("pdf", { name, lines, lineOf: pageOf });
  return {
    ...draft,
    questions: draft.questions.map((each) => ({ ...each, line: 1, place: `page ${each.line}` })),
    warnings: [
      {
        code: "layout-lost",
        line: 1,
        text: "a PDF says where letters stand, not what they are: columns, lists and code may have been lost",
      },
      ...draft.warnings.map((each) => ({ ...each, line: 1, place: `page ${each.line}` })),
    ],
  };
}

async function pagesOf(name: string, bytes: Uint8Array): Promise<PageLine[][]> {
  const { getDocumentProxy } = await import("unpdf");
  const started = performance.now();
  try {
    // The parser takes the bytes for itself.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
    });
    try {
      if (pdf.numPages > MOST_PAGES) throw tooLong(name, `${pdf.numPages} pages`, `the ${MOST_PAGES}`);
      const pages: PageLine[][] = [];
      for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number);
        const { items, styles } = await page.getTextContent();
        pages.push(
          pageLines(
            items.flatMap((item) => ("str" in item ? [item] : [])),
            styles,
          ),
        );
        page.cleanup();
        if (performance.now() - started > LONGEST) {
          throw tooLong(name, `more than ${number} pages`, `what ${LONGEST / 1000} seconds suffice for`);
        }
      }
      return pages;
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (error) {
    throw error instanceof VivaError ? error : unreadable(name, error);
  }
}

function tooLong(name: string, found: string, most: string): VivaError {
  return new VivaError(
    "VIVA_FILE_TOO_LARGE",
    `${name} has ${found}, more than ${most} that are read: nothing imported; split it`,
  );
}

function unreadable(name: string, cause: unknown): VivaError {
  const isLocked = cause instanceof Error && cause.name === "PasswordException";
  const found = cause instanceof Error ? cause.message.replace(/\s+/g, " ").slice(0, 120) : "unknown";
  return new VivaError(
    "VIVA_FILE_UNREADABLE",
    isLocked
      ? `${name} is locked with a password: nothing imported; save it without one`
      : `${name} cannot be read as a PDF (${found}): nothing imported; print it to a new PDF, or give its text`,
    { cause },
  );
}
