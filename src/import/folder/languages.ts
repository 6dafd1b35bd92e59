import type { ImportWarning } from "../reader.ts";
import { leftOutWarning, type Note } from "./notes.ts";

const CODES =
  "(?:en|es|pt|fr|de|ru|zh|it|ja|ko|pl|tr|uk|nl|ar|hi|id|vi|fa)(?:[-_](?:[a-z]{2}|hans|hant))?|cn|tw|jp|kr";
const IN_NAME = new RegExp(`^(.+)[._-](${CODES})$`, "i");
const WHOLE = new RegExp(`^(?:${CODES})$`, "i");

/** A note apart from its language: the same in every language, and the language ("" where the name says none). */
interface Spoken {
  readonly note: Note;
  readonly key: string;
  readonly language: string;
}

function spokenIn(note: Note): Spoken {
  const folders = note.folder.split("/").filter((part) => part !== "");
  const at = folders.findIndex((part) => WHOLE.test(part));
  // `closures/en-US.md`: the name is the language, the folder is the subject.
  const isLanguage = at < 0 && folders.length > 0 && WHOLE.test(note.stem);
  const [, stem, code] = isLanguage ? ["", "", note.stem] : (IN_NAME.exec(note.stem) ?? []);
  const key = [...folders.filter((_, i) => i !== at), stem ?? note.stem, note.ending].join("/").toLowerCase();
  return { note, key, language: (code ?? folders[at] ?? "").toLowerCase() };
}

/**
 * Of notes that are kept in several languages, those of one: of the language that most of them are in, or, where two
 * are as complete, the one without a mark, then the first by name. The others are said.
 */
export function inOneLanguage(notes: readonly Note[]): { notes: readonly Note[]; warnings: ImportWarning[] } {
  const spoken = notes.map(spokenIn);
  const byKey = new Map<string, Set<string>>();
  for (const { key, language } of spoken) byKey.set(key, (byKey.get(key) ?? new Set()).add(language));
  const translated = [...byKey.values()].filter((languages) => languages.size > 1);
  if (translated.length === 0) return { notes, warnings: [] };
  const counts = new Map<string, number>();
  for (const languages of translated) {
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const order = [...counts]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([language]) => language);
  const isKept = ({ key, language }: Spoken) =>
    order.find((each) => byKey.get(key)?.has(each)) === language || byKey.get(key)?.size === 1;
  const others = spoken.filter((one) => !isKept(one));
  const chosen = order[0] === "" ? "those whose name says no language" : `those in "${order[0]}"`;
  return {
    notes: spoken.filter(isKept).map(({ note }) => note),
    warnings: leftOutWarning(
      `the same in another language, read were ${chosen}: import them by themselves`,
      others.map(({ note }) => note.path),
    ),
  };
}
