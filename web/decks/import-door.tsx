import type { FunctionComponent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Trouble } from "../trouble.tsx";
import { useBeforePaint, useOnce } from "../use-when.ts";
import { useWatched } from "../watch.ts";
import { bring, decided, documentsBrought, leaveAll } from "./documents-brought.ts";
import { droppedOf } from "./dropped.ts";
import type { ImportDialog } from "./import-dialog.tsx";

/** Takes documents that are dropped anywhere on the page. What reads them is loaded when one comes. */
export function ImportDoor() {
  const [brought, ...more] = useWatched(documentsBrought);
  const isOver = useDrop();
  const [Dialog, setDialog] = useState<FunctionComponent<Parameters<typeof ImportDialog>[0]> | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const hasCome = brought !== undefined;
  useEffect(() => {
    if (!hasCome || Dialog !== null) return;
    import("./import-dialog.tsx").then(
      (module) => setDialog(() => module.ImportDialog),
      (error) => setError(error instanceof Error ? error : new Error(String(error))),
    );
  }, [hasCome, Dialog]);
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
            leaveAll();
          }}
        />
      )}
      {brought !== undefined && Dialog !== null && (
        <Dialog
          key={brought.number}
          brought={brought}
          waiting={more.length}
          onClosed={() => decided(brought.number)}
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

/** Brings what is dropped, or pasted as files. @returns whether something is held over the page now */
function useDrop(): boolean {
  const [isOver, setOver] = useState(false);
  useBeforePaint(null, () => {
    const stop = new AbortController();
    const { signal } = stop;
    const holdsFiles = (data: DataTransfer | null) => data?.types.includes("Files") === true;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event.dataTransfer)) return;
      // Otherwise the browser would open the document in place of the page.
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // It left the window, and not only one element for another.
      if (event.relatedTarget === null) setOver(false);
    };
    const take = (event: Event, data: DataTransfer | null) => {
      setOver(false);
      if (data === null || !holdsFiles(data)) return;
      event.preventDefault();
      const { files, folders } = droppedOf(data);
      bring(files, folders);
    };
    addEventListener("dragenter", over, { signal });
    addEventListener("dragover", over, { signal });
    addEventListener("dragleave", leave, { signal });
    addEventListener("drop", (event) => take(event, event.dataTransfer), { signal });
    addEventListener("paste", (event) => take(event, event.clipboardData), { signal });
    return () => stop.abort();
  });
  return isOver;
}
