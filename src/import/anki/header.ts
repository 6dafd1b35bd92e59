/** What the lines `#key:value` above an Anki text say. Columns count from 1. */
export interface AnkiHeader {
  readonly separator: string | null;
  readonly isHtml: boolean;
  readonly tags: readonly string[];
  readonly names: readonly string[];
  readonly deck: string;
  readonly notetypeColumn: number;
  readonly deckColumn: number;
  readonly tagsColumn: number;
  readonly guidColumn: number;
  /** Lines that the header takes. */
  readonly lines: number;
}

const KEY =
  /^#\s*(separator|html|tags|columns|notetype|deck|notetype column|deck column|tags column|guid column|if matches)\s*:(.*)$/i;
const SEPARATORS: Readonly<Record<string, string>> = {
  comma: ",",
  semicolon: ";",
  tab: "\t",
  space: " ",
  pipe: "|",
  colon: ":",
};
/** An old form without number sign. */
const OLD_TAGS = /^tags:(.*)$/i;

/** Whether the first line is one of an Anki text. */
export const beginsLikeAnki = (lines: readonly string[]): boolean =>
  KEY.test((lines.find((line) => line.trim() !== "") ?? "").slice(0, 300));

export function hasOldTags(lines: readonly string[]): boolean {
  return OLD_TAGS.test(lines[0] ?? "") && lines.slice(1, 4).some((line) => line.includes("\t"));
}

/** Reads the lines at the top; keys in any case, blanks after the colon and quotes round values allowed. */
export function ankiHeader(lines: readonly string[]): AnkiHeader {
  const values = new Map<string, string>();
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, key, value = ""] = KEY.exec(line) ?? [];
    if (key !== undefined) values.set(key.toLowerCase().replace(/\s+/g, " "), value);
    else if (at === 0 && OLD_TAGS.test(line)) values.set("tags", OLD_TAGS.exec(line)?.[1] ?? "");
    // Other lines with a number sign are comments, above the first note only.
    else if (!/^#/.test(line) && line.trim() !== "") break;
  }
  const value = (key: string) => (values.get(key) ?? "").trim().replace(/^(["'])(.*)\1$/, "$2");
  const column = (key: string) =>
    /^\d{1,3}$/.test(value(`${key} column`)) ? Number(value(`${key} column`)) : 0;
  const named = (values.get("separator") ?? "").replace(/^ (?=\S)/, "");
  const separator =
    SEPARATORS[named.trim().toLowerCase()] ?? (named.trim() === "\\t" ? "\t" : (named.trim()[0] ?? null));
  return {
    separator,
    isHtml: /^true$/i.test(value("html")),
    tags: value("tags").split(/\s+/).filter(Boolean),
    names:
      value("columns") === ""
        ? []
        : (values.get("columns") ?? "")
            .trim()
            .split(separator ?? "\t")
            .map((name) => name.trim()),
    deck: value("deck"),
    notetypeColumn: column("notetype"),
    deckColumn: column("deck"),
    tagsColumn: column("tags"),
    guidColumn: column("guid"),
    lines: at,
  };
}
