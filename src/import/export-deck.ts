import type { Deck } from "../deck/index.ts";
import { writeAnkiPackage } from "./anki-package-out.ts";
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

function lostIn(format: ExportFormat, deck: Deck, { gone, media, history }: DeckBaggage): string[] {
  if (format === "json") return [];
  const some = (what: string, has: boolean) => (has ? [what] : []);
  const { questions } = deck;
  const common = [
    ...some("pictures and sounds", media.length > 0 && format !== "anki"),
    ...some("questions kept aside", gone.length > 0),
    ...some(format === "anki" ? "the words of what was answered" : "the history", history.length > 0),
    ...some(
      "comments and unknown keys of front matter",
      format !== "anki" && questions.some(({ unknown }) => unknown.length > 0),
    ),
  ];
  if (format === "csv") {
    return [
      ...common,
      ...some("what deck.md says", deck.text !== "" || deck.licence !== "" || deck.language !== ""),
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
      questions.some(({ level, tags, refs, related, lab, noLab, shown }) =>
        [level ?? "", tags, refs, related, lab, noLab, shown].some(
          (value) => value !== "" && String(value) !== "",
        ),
      ),
    ),
    ...common,
  ];
}
