/** `{{c1::text::hint}}`; clozes inside clozes are read as text, which no text export met so far has. */
const CLOZE = /\{\{c(\d{1,3})::((?:(?!\}\}|\{\{c\d)[\s\S])*?)(?:::((?:(?!\}\}|\{\{c\d)[\s\S])*?))?\}\}/g;

/** A card of a text with clozes: the text with blanks, and what they hide. */
export interface ClozeCard {
  readonly question: string;
  readonly hidden: readonly string[];
}

/** Whether a text has a cloze of Anki. */
export const hasCloze = (text: string): boolean => /\{\{c\d{1,3}::/.test(text);

/** One card for each number, as Anki makes them: its clozes are blanks or their hints, the others plain text. */
export function clozeCards(text: string): ClozeCard[] {
  const numbers = new Set([...text.matchAll(CLOZE)].map(([, number = ""]) => number));
  return [...numbers]
    .toSorted((a, b) => Number(a) - Number(b))
    .map((asked) => {
      const hidden: string[] = [];
      const question = text.replace(CLOZE, (_, number: string, shown: string, hint?: string) => {
        if (number !== asked) return shown;
        hidden.push(shown);
        return `[${hint ?? "..."}]`;
      });
      return { question, hidden };
    });
}
