import type { DeckInfo, Point, Question } from "../deck/index.ts";
import { blockHtml, lineHtml } from "./markdown.ts";

/** A prompt, in one and in parts. */
export interface PromptHtml {
  readonly titleHtml: string;
  /** What stands below the first line; "" when nothing does. */
  readonly bodyHtml: string;
  readonly promptHtml: string;
}

export const promptHtmlOf = keptFor(({ title, body }: Question): PromptHtml => {
  const titleHtml = lineHtml(title);
  const bodyHtml = blockHtml(body);
  return { titleHtml, bodyHtml, promptHtml: `<p>${titleHtml}</p>\n${bodyHtml}` };
});
export const answerHtmlOf = keptFor(({ answer }: Question) => blockHtml(answer));
export const pointHtmlOf = keptFor(({ text }: Point) => lineHtml(text));
export const deckHtmlOf = keptFor(({ text }: DeckInfo) => blockHtml(text));

/** Remembers what was made of an object for as long as the object is there: a deck in memory is rendered once. */
function keptFor<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, V>();
  return (of) => {
    const before = made.get(of);
    if (before !== undefined) return before;
    const html = make(of);
    made.set(of, html);
    return html;
  };
}
