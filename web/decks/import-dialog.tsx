import { useRef } from "preact/hooks";
import { Trouble } from "../trouble.tsx";
import { useOnce } from "../use-when.ts";
import { type Brought, leaveAll } from "./documents-brought.ts";
import { ImportFindings } from "./import-findings.tsx";
import { tooLarge } from "./import-words.ts";
import { KeepForm } from "./keep-form.tsx";
import { useImportPreview } from "./use-import-preview.ts";
import { Working } from "./working.tsx";

interface ImportDialogProps {
  readonly brought: Brought;
  /** How many come after it. */
  readonly waiting: number;
  onClosed(): void;
}

/** Says what a document holds, and makes a deck of it after a yes. */
export function ImportDialog({ brought, waiting, onClosed }: ImportDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useOnce(() => dialog.current?.showModal());
  const close = () => dialog.current?.close();
  const refusal = brought.kind === "document" ? tooLarge(brought.file) : null;
  return (
    <dialog ref={dialog} class="import" aria-labelledby="import-title" onClose={onClosed}>
      <h2 id="import-title" tabIndex={-1} autofocus>
        {brought.kind === "document" ? brought.file.name : brought.name}
      </h2>
      {waiting > 0 && (
        <p class="aside queue">
          {waiting === 1 ? "One more document comes" : `${waiting} more documents come`} after it.{" "}
          <button type="button" class="quiet" onClick={leaveAll}>
            Leave them all
          </button>
        </p>
      )}
      {brought.kind === "folder" ? (
        <NotRead close={close}>
          This is a folder, and a browser hands over files alone. Make a zip archive of it and drop that, or
          run <code>viva import</code> with the folder in a terminal.
        </NotRead>
      ) : refusal === null ? (
        <Reading file={brought.file} close={close} />
      ) : (
        <NotRead close={close}>{refusal}</NotRead>
      )}
    </dialog>
  );
}

function Reading({ file, close }: { file: File; close: () => void }) {
  const look = useImportPreview(file);
  const { preview, step, error, choices, ask, stop } = look;
  if (preview !== null) {
    return (
      <>
        <ImportFindings preview={preview} />
        <KeepForm file={file} look={look} preview={preview} ask={ask} close={close} />
      </>
    );
  }
  const again = () => ask(choices);
  return (
    <>
      {step === "reading" && <Working what="Reading the document" onStopped={stop} />}
      {error !== null && <Trouble error={error} again={again} />}
      {step === "stopped" && <p role="status">Stopped; nothing was kept.</p>}
      <p class="actions">
        {step === "stopped" && (
          <button type="button" class="main" onClick={again}>
            Read it after all
          </button>
        )}
        <button type="button" class="quiet" onClick={close}>
          Close
        </button>
      </p>
    </>
  );
}

/** Why a thing is not read at all. */
function NotRead({ close, children }: { close: () => void; children: preact.ComponentChildren }) {
  return (
    <>
      <p class="trouble calm">{children}</p>
      <p class="actions">
        <button type="button" class="main" onClick={close}>
          Close
        </button>
      </p>
    </>
  );
}
