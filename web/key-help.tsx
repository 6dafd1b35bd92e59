import { useRef } from "preact/hooks";
import { Key } from "./key.tsx";
import { setSingleKeys, singleKeys, useKeys } from "./keys.ts";
import { useWatched } from "./watch.ts";

const KEYS = [
  [
    "Today",
    [
      ["Enter", "start"],
      ["S", "start"],
    ],
  ],
  [
    "The question",
    [
      ["1", "I guess"],
      ["2", "I think so"],
      ["3", "I am sure"],
      ["Enter", "write the answer"],
      ["Mod+Enter", "answer"],
      ["Alt+G", "I don’t know"],
      ["Alt+N", "pass over"],
    ],
  ],
  [
    "The verdict",
    [
      ["↑", "the point above"],
      ["↓", "the point below"],
      ["Y", "I did say that: the point in focus, or the first that is missing"],
      ["X", "that was wrong: the point in focus"],
      ["U", "take back"],
      ["B", "judge it by this document alone, not by borrowed points"],
      ["Enter", "write to the follow-up, or go on"],
    ],
  ],
  [
    "Editing a question",
    [
      ["Alt+↑", "the point moves up"],
      ["Alt+↓", "the point moves down"],
      ["Mod+Enter", "save"],
    ],
  ],
] as const;

/** The button that shows all keys, and the dialog with them. */
export function KeyHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOn = useWatched(singleKeys);
  const open = () => dialog.current?.showModal();
  useKeys({ "?": open });
  return (
    <>
      <button type="button" class="quiet" onClick={open}>
        Keys <Key name="?" />
      </button>
      <dialog ref={dialog} aria-labelledby="keys-title" closedby="any">
        <h2 id="keys-title" tabIndex={-1} autofocus>
          Keys
        </h2>
        {KEYS.map(([title, keys]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl class="keys">
              {keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key.replace("Mod+", "Ctrl + ").replace("Alt+", "Alt + ")}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p>
          <label>
            <input
              type="checkbox"
              checked={isOn}
              onChange={(event) => setSingleKeys(event.currentTarget.checked)}
            />{" "}
            Single keys work (1, Y, ? and the like). They never do where you type.
          </label>
        </p>
        <form method="dialog">
          <button type="submit" class="main">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
