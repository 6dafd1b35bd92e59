import { useState } from "preact/hooks";
import { bring } from "./documents-brought.ts";

/** The ways in which a document comes: chosen, dropped, pasted. */
export function BringDocument() {
  const [pasted, setPasted] = useState("");
  return (
    <section class="bring" aria-labelledby="bring">
      <h2 id="bring">Bring a document</h2>
      <p>
        Questions and answers in nearly any form: text, Markdown, a web page, a table, JSON, Anki, Word, PDF,
        or a zip archive of such. Drop it anywhere on the page, or choose it here; you see what was found
        before anything is kept. What was brought before brings its deck up to date.
      </p>
      <p>
        <label for="document" class="unseen">
          Document
        </label>
        <input
          id="document"
          type="file"
          multiple
          onChange={(event) => {
            bring([...(event.currentTarget.files ?? [])]);
            // The same document may be chosen again.
            event.currentTarget.value = "";
          }}
        />
      </p>
      <details>
        <summary>Or paste its text</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            bring([new File([pasted], "pasted.md", { type: "text/markdown" })]);
          }}
        >
          <p class="words">
            <label for="pasted">Questions and answers</label>
            <textarea
              id="pasted"
              rows={6}
              required
              value={pasted}
              onInput={(event) => setPasted(event.currentTarget.value)}
            />
          </p>
          <p class="actions">
            <button type="submit">See what is in it</button>
          </p>
        </form>
      </details>
    </section>
  );
}
