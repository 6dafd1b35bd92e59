import type { DeckName } from "../base/index.ts";
import type { DeckInfo, Point, Question } from "../deck/index.ts";
import { blockHtml, lineHtml } from "./markdown.ts";

/** A prompt, in one and in parts. */
export interface PromptHtml {
  readonly titleHtml: string;
  /** What stands below the first line; "" when nothing does. */
  readonly bodyHtml: string;
  readonly promptHtml: string;
}

export const promptHtmlOf = keptFor(({ title, body }: Question, deck): PromptHtml => {
  const titleHtml = lineHtml(title, deck);
  const bodyHtml = blockHtml(body, deck);
  return { titleHtml, bodyHtml, promptHtml: `<p>${titleHtml}</p>\n${bodyHtml}` };
});
export const answerHtmlOf = keptFor(({ answer }: Question, deck) => blockHtml(answer, deck));
export const pointHtmlOf = keptFor(({ text }: Point, deck) => lineHtml(text, deck));
export const deckHtmlOf = keptFor(({ text }: DeckInfo, deck) => blockHtml(text, deck));

/**
 * Remembers what was made of an object for as long as the object is there: a deck in memory is rendered once. An object
 * is of one deck only.
 */
function keptFor<K extends object, V>(make: (of: K, deck: DeckName) => V): (of: K, deck: DeckName) => V {
  const made = new WeakMap<K, V>();
  return (of, deck) => {
    const before = made.get(of);
    if (before !== undefined) return before;
    const html = make(of, deck);
    made.set(of, html);
    return html;
  };
}
