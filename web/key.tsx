import { singleKeys } from "./keys.ts";
import { useWatched } from "./watch.ts";

const isMac = /mac|iphone|ipad/i.test(navigator.platform);

/** A key beside the button that it presses, for the eye only: what it does is the button's name. */
export function Key({ name }: { name: string }) {
  const isSingle = /^[a-z0-9?]$/i.test(name);
  if (!useWatched(singleKeys) && isSingle) return null;
  const shown = name
    .replace("Escape", "Esc")
    .replace("Mod", isMac ? "⌘" : "Ctrl")
    .replace("Alt", isMac ? "⌥" : "Alt")
    .replaceAll("+", isMac ? "" : " + ");
  return (
    <kbd>
      <span aria-hidden="true">{shown}</span>
    </kbd>
  );
}
