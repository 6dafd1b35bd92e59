import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { parseDeckName } from "../../src/base/index.ts";
import { announce } from "../announce.tsx";
import { decks, importFile, previewImport } from "../api.ts";
import { count } from "../count.ts";
import { queries, useQuery } from "../query.ts";
import type { DeckSummary, ImportPreview } from "../shapes.ts";
import { Trouble } from "../trouble.tsx";
import { useOnce } from "../use-when.ts";
import { ImportFindings } from "./import-findings.tsx";

/** Says what a document holds, and makes a deck of it after a yes. */
export function ImportDialog({ file, onClosed }: { file: File; onClosed: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [error, setError] = useState<Error | null>(null);
  useOnce(() => dialog.current?.showModal());
  const read = () => {
    setError(null);
    previewImport(file, {}).then((found) => {
      setPreview(found);
      announce(`${count(found.totals.questions, "question")} found.`);
    }, setError);
  };
  useOnce(read);
  return (
    <dialog ref={dialog} class="import" aria-labelledby="import-title" onClose={onClosed}>
      <h2 id="import-title" tabIndex={-1} autofocus>
        {file.name}
      </h2>
      {error !== null && <Trouble error={error} again={read} />}
      {preview === null ? (
        <>
          {error === null && <Reading what="Reading the document" />}
          <p class="actions">
            <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
              Close
            </button>
          </p>
        </>
      ) : (
        <>
          <ImportFindings preview={preview} />
          <KeepForm file={file} preview={preview} close={() => dialog.current?.close()} />
        </>
      )}
    </dialog>
  );
}

function KeepForm({ file, preview, close }: { file: File; preview: ImportPreview; close: () => void }) {
  const { route } = useLocation();
  const [name, setName] = useState(preview.deck);
  const { data: known = [] } = useQuery(["decks"], decks);
  const [replace, setReplace] = useState(false);
  const [step, setStep] = useState<"asking" | "keeping" | Error>("asking");
  const parsed = parseDeckName(name.trim());
  const taken = known.find((each) => each.name === name.trim());
  const mayKeep = parsed.ok && (taken === undefined || (taken.writable && replace));
  const keep = async () => {
    if (!parsed.ok || !mayKeep) return;
    setStep("keeping");
    try {
      const { deck } = await importFile(file, { into: parsed.value, replace: taken !== undefined });
      await queries.invalidateQueries();
      close();
      route(`/decks/${deck}`);
    } catch (error) {
      setStep(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <form
      class="keep"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p>
        <label for="import-name">The deck’s name</label>
        <input
          id="import-name"
          value={name}
          required
          autocomplete="off"
          spellcheck={false}
          aria-invalid={!parsed.ok}
          aria-describedby="import-name-said"
          onInput={(event) => {
            setName(event.currentTarget.value);
            setReplace(false);
            setStep("asking");
          }}
        />
      </p>
      <p id="import-name-said" class="aside" role="status">
        {parsed.ok ? saidOf(taken) : "A name is a-z, 0-9 and single hyphens, as in “job-talk”."}
      </p>
      {taken?.writable === true && (
        <p>
          <label>
            <input
              type="checkbox"
              checked={replace}
              onChange={(event) => setReplace(event.currentTarget.checked)}
            />{" "}
            Replace the deck {name.trim()}
          </label>
        </p>
      )}
      {step instanceof Error && <Trouble error={step} />}
      {step === "keeping" && <Reading what="Making the deck" />}
      <p class="actions">
        <button type="submit" class="main" disabled={!mayKeep || step === "keeping"}>
          Import {count(preview.totals.questions - preview.merged, "question")}
        </button>
        <button type="button" class="quiet" onClick={close}>
          Keep nothing
        </button>
      </p>
    </form>
  );
}

function saidOf(taken: DeckSummary | undefined): string {
  if (taken === undefined) return "";
  return taken.writable
    ? "A deck of that name exists. Choose another name, or replace it: its questions are then gone."
    : "The deck of that name comes with Vivarium. Choose another name.";
}

function Reading({ what }: { what: string }) {
  return (
    <p class="reading" role="status">
      <label>
        {what} … <progress />
      </label>
    </p>
  );
}
