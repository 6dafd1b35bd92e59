import { draftQuality } from "../choose-draft.ts";
import { readAsMarkdown } from "../markdown/read-as-markdown.ts";
import { Translation } from "../markdown/translation.ts";
import { refuseTooMany } from "../most-questions.ts";
import type { Draft, SourceText } from "../reader.ts";
import { writeBody } from "./body.ts";
import { cardDraft, leafDraft, READER, termDraft } from "./drafts.ts";
import { orgInline } from "./inline.ts";
import type { OrgTree } from "./tree.ts";

/** A reading of the outline itself must be this much better than one by the shapes of Markdown, which know labels. */
const CLEARLY = 0.02;

/**
 * Reads an outline: its cards where it has any; else by the shapes of Markdown, or, where they see less, its headings
 * without others below, or its lists of terms.
 * @throws VivaError VIVA_FILE_TOO_LARGE for more headings than any document has questions
 */
export async function orgToDraft(source: SourceText, tree: OrgTree): Promise<Draft> {
  refuseTooMany(source, tree.entries.length);
  const cards = cardDraft(source, tree);
  if (cards !== null && cards.questions.length > 0) return cards;
  const out = new Translation();
  writeBody(tree.preface, out);
  for (const { at, level, title, body } of tree.entries) {
    out.addGap(at + 1);
    out.add(`${"#".repeat(Math.min(6, level))} ${orgInline(title)}`, at + 1);
    out.addGap(at + 1);
    writeBody(body, out);
  }
  const shaped = withTags(await readAsMarkdown(READER, out.toTranslated(source.name)), tree);
  const plain = [leafDraft(source, tree), termDraft(source, tree)].flatMap((draft) => draft ?? []);
  return plain.reduce(
    (best, draft) => (draftQuality(draft) > draftQuality(best) + CLEARLY ? draft : best),
    shaped,
  );
}

function withTags(draft: Draft, { entries }: OrgTree): Draft {
  const tagsAt = new Map(entries.map(({ at, tags }) => [at + 1, tags]));
  return {
    ...draft,
    questions: draft.questions.map((question) => {
      const tags = tagsAt.get(question.line) ?? [];
      return tags.length === 0 ? question : { ...question, tags };
    }),
  };
}
