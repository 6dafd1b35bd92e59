import { bestDraft } from "../choose-draft.ts";
import type { Draft, SourceText } from "../reader.ts";
import { markdownReaders } from "./readers.ts";

/** A document that was turned into Markdown: a page, an outline, a text with other marks. */
export interface Translated {
  readonly name: string;
  readonly lines: readonly string[];
  /** For each of `lines`, the line of the document it was made from, counted from 1. */
  readonly lineOf: readonly number[];
}

/**
 * Reads a translated document by the shapes that Markdown has, and tells the lines of the original. The draft may be
 * empty: whether it is good enough is decided where all readings are compared.
 * @param reader the name that the draft bears
 */
export async function readAsMarkdown(reader: string, { name, lines, lineOf }: Translated): Promise<Draft> {
  const source: SourceText = { name, text: lines.join("\n"), lines, encoding: "utf-8" };
  const found = await bestDraft(
    markdownReaders.map(({ name: shape, sniff, read }) => ({
      name: shape,
      sniff: () => sniff(source),
      read: () => read(source),
    })),
  );
  if (found === null) return { reader, questions: [], warnings: [], evidence: 0, accounted: 0 };
  const { draft } = found;
  const original = (line: number) => lineOf[line - 1] ?? 1;
  return {
    ...draft,
    reader,
    questions: draft.questions.map((each) => ({ ...each, line: original(each.line) })),
    warnings: draft.warnings.map((each) => ({ ...each, line: original(each.line) })),
  };
}
