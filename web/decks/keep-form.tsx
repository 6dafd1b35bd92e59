import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { VivaProblem } from "../../clients/typescript/index.ts";
import { parseDeckName } from "../../src/base/index.ts";
import { announce } from "../announce.tsx";
import { decks, type ImportChoices, importFile } from "../api.ts";
import { count } from "../count.ts";
import { queries, useQuery } from "../query.ts";
import type { ImportPreview } from "../shapes.ts";
import { Trouble } from "../trouble.tsx";
import { useOnce } from "../use-when.ts";
import { ImportChange } from "./import-change.tsx";
import { changesNothing, freeName } from "./import-words.ts";
import type { Look } from "./use-import-preview.ts";
import { Working } from "./working.tsx";

/** Milliseconds after the last key until it is looked at what the import does under the new name. */
const LOOK_AFTER = 350;
/** Why a request is called off: nobody looks any more. */
const CLOSED = "closed";

interface KeepFormProps {
  readonly file: File;
  readonly look: Look;
  readonly preview: ImportPreview;
  ask(choices: ImportChoices, afterMs?: number): void;
  close(): void;
}

/** Under which name a document is kept, and what that does. What is sent is what was looked at, with the same choices. */
export function KeepForm({ file, look, preview, ask, close }: KeepFormProps) {
  const { route } = useLocation();
  const [name, setName] = useState(preview.deck);
  const { data: known = [] } = useQuery(["decks"], decks);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const [keeping, setKeeping] = useState<AbortController | null>(null);
  const latest = useRef<AbortController | null>(null);
  useOnce(() => () => latest.current?.abort(CLOSED));
  const parsed = parseDeckName(name.trim());
  const { choices } = look;
  const isShipped = known.some((each) => each.name === preview.deck && !each.writable);
  const isSeen = parsed.ok && look.step === "read" && preview.deck === parsed.value;
  const mayKeep = isSeen && preview.obstacle === null && keeping === null;
  const isDone = isSeen && changesNothing(preview);

  const rename = (next: string, afterMs: number) => {
    setName(next);
    setTrouble(null);
    const renamed = parseDeckName(next.trim());
    // Another deck is replaced only by another yes.
    if (renamed.ok) ask({ into: renamed.value }, afterMs);
  };
  const leaveTo = (deck: string) => {
    close();
    route(`/decks/${deck}`);
  };
  const keep = async () => {
    if (isDone) return leaveTo(preview.deck);
    if (!mayKeep) return;
    const stop = new AbortController();
    latest.current = stop;
    setKeeping(stop);
    setTrouble(null);
    try {
      const { deck } = await importFile(file, choices, { signal: stop.signal });
      await queries.invalidateQueries();
      announce(`Kept as the deck ${deck}.`);
      leaveTo(deck);
    } catch (error) {
      setKeeping(null);
      if (stop.signal.aborted) {
        // It may have been kept all the same: the next look says so.
        void queries.invalidateQueries();
        if (stop.signal.reason !== CLOSED) ask(choices);
        return;
      }
      setTrouble(error instanceof Error ? error : new Error(String(error)));
      // The deck may have changed: what is shown must be what happens.
      if (error instanceof VivaProblem) ask(choices);
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
      <p class="named">
        <label for="import-name">The deck’s name</label>
        <input
          id="import-name"
          value={name}
          required
          autocomplete="off"
          spellcheck={false}
          disabled={keeping !== null}
          aria-invalid={!parsed.ok}
          aria-describedby="import-name-said"
          onInput={(event) => rename(event.currentTarget.value, LOOK_AFTER)}
        />
      </p>
      <div id="import-name-said" role="status">
        {parsed.ok ? (
          <Obstacle
            preview={isSeen ? preview : null}
            isShipped={isShipped}
            free={freeName(
              name.trim(),
              known.map((each) => each.name),
            )}
            onNamed={(free) => rename(free, 0)}
          />
        ) : (
          <p class="aside">A name is a-z, 0-9 and single hyphens, as in “job-talk”.</p>
        )}
        {parsed.ok && look.step === "reading" && (
          <p class="waiting">Looking at what it does to {parsed.value} …</p>
        )}
      </div>
      {isSeen && <ImportChange preview={preview} />}
      {parsed.ok && preview.deck === parsed.value && preview.exists && !isShipped && (
        <p class="replace">
          <label>
            <input
              type="checkbox"
              checked={choices.replace === true}
              disabled={keeping !== null}
              onChange={({ currentTarget: { checked } }) => ask({ ...choices, replace: checked })}
            />{" "}
            Replace it: the deck becomes what the document says, and what else it asks is kept aside
          </label>
        </p>
      )}
      {trouble !== null && <Trouble error={trouble} />}
      {look.step === "failed" && look.error !== null && (
        <Trouble error={look.error} again={() => ask(choices)} />
      )}
      {keeping !== null && <Working what="Keeping it" onStopped={() => keeping.abort()} />}
      <p class="actions">
        <button type="submit" class="main" disabled={!mayKeep}>
          {mainSaid(preview, choices, isDone)}
        </button>
        <button type="button" class="quiet" onClick={close}>
          {isDone ? "Close" : "Keep nothing"}
        </button>
      </p>
    </form>
  );
}

function mainSaid(
  { exists, deck, change, obstacle }: ImportPreview,
  choices: ImportChoices,
  isDone: boolean,
) {
  if (isDone) return "Go to the deck";
  if (!exists || obstacle !== null) return `Import ${count(change.added.count, "question")}`;
  return choices.replace === true ? `Replace the deck ${deck}` : `Bring the deck ${deck} up to date`;
}

interface ObstacleProps {
  readonly preview: ImportPreview | null;
  readonly isShipped: boolean;
  readonly free: string;
  onNamed(name: string): void;
}

/** Why it cannot be kept under the name, and the ways out. The server's own sentence speaks of a command's options. */
function Obstacle({ preview, isShipped, free, onNamed }: ObstacleProps) {
  if (preview === null || preview.obstacle === null) return null;
  const { deck } = preview;
  return (
    <p class="trouble calm">
      {isShipped
        ? `The deck ${deck} comes with Vivarium and stays as it is. Choose another name.`
        : `There is a deck ${deck}, and nothing of it is in this document. Choose another name, or replace it.`}{" "}
      <button type="button" class="quiet" onClick={() => onNamed(free)}>
        Name it {free}
      </button>
    </p>
  );
}
