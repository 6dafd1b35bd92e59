import { type Deck, printQuestion, type Question } from "../../deck/index.ts";
import { writeAnkiPackage } from "../anki/package-out.ts";
import { deckToCsv } from "./deck-csv.ts";
import { type DeckBaggage, deckToJson } from "./deck-json.ts";
import { deckToMarkdown } from "./deck-markdown.ts";

/** The forms in which a deck leaves. */
export const exportFormats = ["json", "markdown", "csv", "anki"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What is known of a form. */
export const aboutFormats: Readonly<
  Record<ExportFormat, { readonly ending: string; readonly type: string; readonly about: string }>
> = {
  json: { ending: "json", type: "application/json", about: "all of it, for programs and for taking it back" },
  markdown: { ending: "md", type: "text/markdown; charset=utf-8", about: "to read and print" },
  csv: { ending: "csv", type: "text/csv; charset=utf-8", about: "for spreadsheets" },
  anki: { ending: "apkg", type: "application/zip", about: "a package of flash cards for Anki" },
};

/** A deck in another form. */
export interface ExportedDeck {
  readonly bytes: Uint8Array;
  /** What the form cannot hold and the deck has, in words for the person. */
  readonly lost: readonly string[];
}

/** Writes a deck in a form, and says what that form cannot hold of it. */
export async function exportDeck(
  deck: Deck,
  baggage: DeckBaggage,
  format: ExportFormat,
): Promise<ExportedDeck> {
  if (format === "anki") {
    const { media, reviews, at } = baggage;
    const made = await writeAnkiPackage({ deck, media, reviews, now: Date.parse(at) });
    return { bytes: made.bytes, lost: [...made.lost, ...lostIn(format, deck, baggage)] };
  }
  const text = {
    json: () => deckToJson(deck, baggage),
    markdown: () => deckToMarkdown(deck),
    csv: () => deckToCsv(deck),
  }[format]();
  return { bytes: new TextEncoder().encode(text), lost: lostIn(format, deck, baggage) };
}

/** Anki gets each question's deck file and that of the deck: what is not in them is lost. */
function lostIn(format: ExportFormat, deck: Deck, { gone, media, history }: DeckBaggage): string[] {
  const { questions } = deck;
  const aside = some("questions kept aside", gone.length > 0);
  if (format === "json") return [];
  if (format === "anki") {
    return [
      ...some("pictures and sounds that no question shows", areUnseen(media, questions)),
      ...aside,
      ...some("the words of what was answered", history.length > 0),
    ];
  }
  const common = [
    ...some("pictures and sounds", media.length > 0),
    ...aside,
    ...some("the history", history.length > 0),
    ...some(
      "comments and unknown keys of front matter",
      questions.some(({ unknown }) => unknown.length > 0),
    ),
  ];
  if (format === "csv") {
    return [
      ...common,
      ...some(
        "what deck.md says",
        deck.terms.length > 0 || [deck.text, deck.licence, deck.language].some((said) => said !== ""),
      ),
    ];
  }
  return [
    "ids",
    ...some(
      "points",
      questions.some(({ points, proposed }) => points.length > 0 && !proposed),
    ),
    ...some(
      "misconceptions",
      questions.some(({ misconceptions }) => misconceptions.length > 0),
    ),
    ...some(
      "follow-ups",
      questions.some(({ followUps }) => followUps.length > 0),
    ),
    ...some(
      "levels, tags, references and labs",
      questions.some(({ level, tags, refs, related, lab, noLab, shown, noShown, borrows }) =>
        [level ?? "", tags, refs, related, lab, noLab, shown, noShown, borrows].some(
          (value) => String(value) !== "",
        ),
      ),
    ),
    ...some("the language", deck.language !== ""),
    ...some("the deck's own terms", deck.terms.length > 0),
    ...common,
  ];
}

const some = (what: string, has: boolean): string[] => (has ? [what] : []);

/** A package is read for what its cards show. */
function areUnseen(media: DeckBaggage["media"], questions: readonly Question[]): boolean {
  if (media.length === 0) return false;
  const texts = questions.map(printQuestion).join("\n");
  return media.some(({ name }) => !texts.includes(`media/${name}`));
}
