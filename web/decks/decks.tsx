import { decks } from "../api.ts";
import { count } from "../count.ts";
import { PageHeading } from "../page-heading.tsx";
import { useQuery } from "../query.ts";
import { Trouble } from "../trouble.tsx";
import { documentBrought } from "./document-brought.ts";

/** All decks, and the way to bring one. */
export function Decks() {
  const { data, error, refetch } = useQuery(["decks"], decks);
  return (
    <>
      <PageHeading title="Decks" />
      {error !== null && data === undefined && <Trouble error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <p class="waiting">Looking at the decks …</p>}
      {data !== undefined && (
        <ul class="decks">
          {data.map(({ name, title, questions, sections, writable }) => (
            <li key={name}>
              <a href={`/decks/${name}`}>{title}</a>
              <span class="aside">
                {count(questions, "question")}
                {sections > 0 && ` in ${count(sections, "section")}`}
                {writable && " · imported"}
              </span>
            </li>
          ))}
        </ul>
      )}
      <section class="bring" aria-labelledby="bring">
        <h2 id="bring">Bring a document</h2>
        <p>
          Questions and answers as text, Markdown or HTML: drop the document anywhere on the page, or choose
          it here. You see what was found before anything is kept.
        </p>
        <p>
          <label for="document" class="unseen">
            Document
          </label>
          <input
            id="document"
            type="file"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file !== undefined) documentBrought.replace(file);
              // The same document may be chosen again.
              event.currentTarget.value = "";
            }}
          />
        </p>
      </section>
    </>
  );
}
