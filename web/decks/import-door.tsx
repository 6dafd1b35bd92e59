import type { FunctionComponent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Trouble } from "../trouble.tsx";
import { useOnce } from "../use-when.ts";
import { useWatched } from "../watch.ts";
import { documentBrought } from "./document-brought.ts";
import type { ImportDialog } from "./import-dialog.tsx";

/** Takes a document that is dropped anywhere on the page. What reads it is loaded when one comes. */
export function ImportDoor() {
  const file = useWatched(documentBrought);
  const isOver = useDrop((dropped) => documentBrought.replace(dropped));
  const [Dialog, setDialog] = useState<FunctionComponent<Parameters<typeof ImportDialog>[0]> | null>(null);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    if (file === null || Dialog !== null) return;
    import("./import-dialog.tsx").then(
      (module) => setDialog(() => module.ImportDialog),
      (error) => setError(error instanceof Error ? error : new Error(String(error))),
    );
  }, [file, Dialog]);
  return (
    <>
      {isOver && (
        <div class="drop" aria-hidden="true">
          <p>Drop the document to see what is in it</p>
        </div>
      )}
      {error !== null && (
        <NotLoaded
          error={error}
          onClosed={() => {
            setError(null);
            documentBrought.replace(null);
          }}
        />
      )}
      {file !== null && Dialog !== null && (
        <Dialog
          key={`${file.name} ${file.lastModified}`}
          file={file}
          onClosed={() => documentBrought.replace(null)}
        />
      )}
    </>
  );
}

/** What reads documents could not be loaded: nothing was looked at. */
function NotLoaded({ error, onClosed }: { error: Error; onClosed: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useOnce(() => dialog.current?.showModal());
  return (
    <dialog ref={dialog} aria-labelledby="not-loaded" onClose={onClosed}>
      <h2 id="not-loaded">The document was not read</h2>
      <Trouble error={error} />
      <form method="dialog">
        <button type="submit" class="main">
          Close
        </button>
      </form>
    </dialog>
  );
}

/** @returns whether a document is held over the page now */
function useDrop(onDropped: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  useOnce(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Otherwise the browser would open the document in place of the page.
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // It left the window, and not only one element for another.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file !== undefined) onDropped(file);
    };
    addEventListener("dragenter", over, { signal });
    addEventListener("dragover", over, { signal });
    addEventListener("dragleave", leave, { signal });
    addEventListener("drop", drop, { signal });
    return () => stop.abort();
  });
  return isOver;
}
