import { useState } from "preact/hooks";

/** The forms in which a deck leaves (`src/import/export/export-deck.ts`), with what each is good for. */
const FORMS = [
  {
    format: "json",
    ending: "json",
    title: "JSON",
    about: "all of it; brought back here, nothing is lost",
    holdsHistory: true,
  },
  { format: "markdown", ending: "md", title: "Markdown", about: "to read and print", holdsHistory: false },
  {
    format: "anki",
    ending: "apkg",
    title: "Anki",
    about: "a card a question, with its pictures",
    holdsHistory: true,
  },
  { format: "csv", ending: "csv", title: "CSV", about: "for spreadsheets", holdsHistory: false },
] as const;

/** A deck as a file, to take along. */
export function DeckExport({ deck }: { deck: string }) {
  const [withHistory, setWithHistory] = useState(false);
  return (
    <section class="take-along" aria-labelledby="take-along">
      <h2 id="take-along">Take it along</h2>
      <dl>
        {FORMS.map(({ format, ending, title, about, holdsHistory }) => (
          <div key={format}>
            <dt>
              <a
                href={`/v1/decks/${deck}/export?format=${format}${withHistory && holdsHistory ? "&history=true" : ""}`}
                download={`${deck}.${ending}`}
              >
                {title}
              </a>
            </dt>
            <dd class="aside">{about}</dd>
          </div>
        ))}
      </dl>
      <p>
        <label>
          <input
            type="checkbox"
            checked={withHistory}
            onChange={(event) => setWithHistory(event.currentTarget.checked)}
          />{" "}
          With what I answered, in JSON; with how well I know it, in Anki
        </label>
      </p>
    </section>
  );
}
