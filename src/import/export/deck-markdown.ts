import { bySection, type Deck, type Question } from "../../deck/index.ts";

/**
 * A deck as one Markdown document, to read, print and send: sections, questions, reference answers. Reading it again
 * gives those back; what the judge needs beyond them stands in no document for people.
 */
export function deckToMarkdown(deck: Deck): string {
  const { title, licence, text } = deck;
  const parts = [
    `---\ntitle: ${JSON.stringify(title)}\n${licence === "" ? "" : `licence: ${JSON.stringify(licence)}\n`}---`,
  ];
  if (text !== "") parts.push(quoted(text));
  let section = "";
  let number = 0;
  for (const question of bySection(deck, deck.questions, (each) => each.section)) {
    if (question.section !== section) {
      section = question.section;
      parts.push(`# ${section === "" ? title : section}`);
    }
    number++;
    parts.push(...questionLines(question, number));
  }
  return `${parts.join("\n\n")}\n`;
}

function questionLines({ title, body, answer }: Question, number: number): string[] {
  return [
    `## ${number}. ${title}`,
    ...(body === "" ? [] : [body]),
    ...(answer === "" ? [] : ["**Answer:**", answer]),
  ];
}

/** As a quotation, no heading of it can be taken for a section. */
const quoted = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
