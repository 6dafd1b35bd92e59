import { useRef } from "preact/hooks";
import { storage } from "./kept/this-browser.ts";
import { keyName } from "./key-name.ts";
import { useBeforePaint } from "./use-when.ts";
import { watchable } from "./watch.ts";

const KEPT = "viva.single-keys";

/** Whether single keys do something. Who works by voice or a screen reader may switch them off (WCAG 2.1.4). */
export const singleKeys = watchable(storage.read(KEPT) !== "off");

/** Switches single keys on or off, also for the next visit of the page. */
export function setSingleKeys(isOn: boolean): void {
  storage.write(KEPT, isOn ? "on" : "off");
  singleKeys.replace(isOn);
}

/**
 * Does things by keys, as long as the component is there. Names: `y`, `Enter`, `ArrowDown`, `Alt+n`, `Mod+Enter` (Ctrl,
 * or Command on a Mac). Keys without Alt or Mod, but for Escape, do nothing where one types; Enter does nothing on what it presses.
 */
export function useKeys(bindings: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useBeforePaint(null, () => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event)) return;
      const name = keyName(event);
      const action = latest.current[name];
      if (action === undefined || !mayAct(name, event)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}

/** A dialog has the keyboard for itself. */
const isElsewhere = (event: KeyboardEvent): boolean =>
  document.querySelector("dialog[open]") !== null || event.repeat;

function mayAct(name: string, { target }: KeyboardEvent): boolean {
  if (name.includes("+") || name === "Escape") return true;
  const element = target instanceof Element ? target : null;
  if (element?.closest("textarea, input:not([type=radio]), select") != null) return false;
  if (name === "Enter") return element?.closest("a, button, summary, input") == null;
  // Arrows choose among the answers of a radio group.
  if (name.startsWith("Arrow")) return element?.closest("input") == null;
  return singleKeys.state();
}
