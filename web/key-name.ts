/** What of a key press its name is made of. */
type Press = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey">;

/** Names a key press: `y`, `?`, `Enter`, `Alt+n`, `Mod+Enter`. */
export function keyName({ key, code, altKey, ctrlKey, metaKey }: Press): string {
  if (ctrlKey || metaKey) return altKey ? "" : `Mod+${plain(key)}`;
  // With Alt (Option on a Mac) the key gives another character: the place on the keyboard is meant.
  if (altKey) return `Alt+${code.replace(/^(Key|Digit)/, "").toLowerCase()}`;
  return plain(key);
}

const plain = (key: string): string => (key.length === 1 ? key.toLowerCase() : key);
