import { readdirSync, readFileSync } from "node:fs";
import { parseDeckName } from "../../src/base/index.ts";
import { type DeckInfo, parseDeckFile, parseQuestion, type Question } from "../../src/deck/index.ts";

/** The decks that come with Vivarium, in the order in which they are named everywhere. */
export const SHIPPED = ["api", "docker", "python"] as const;

/** A question of a shipped deck with the file that holds it, as in `decks/api/003-http-methods.md`. */
export interface ShippedQuestion {
  readonly file: string;
  /** The file as it stands there. */
  readonly text: string;
  readonly question: Question;
}

const root = new URL("../../", import.meta.url);

/**
 * The questions of one shipped deck, by file name.
 * @throws Error naming file and line of what cannot be read
 */
export function shippedQuestions(deck: string): ShippedQuestion[] {
  const folder = new URL(`decks/${deck}/`, root);
  return readdirSync(folder)
    .filter((name) => /^\d{3}-.*\.md$/.test(name))
    .sort()
    .map((name) => {
      const file = `decks/${deck}/${name}`;
      const text = readFileSync(new URL(name, folder), "utf8");
      const parsed = parseQuestion(file, text);
      if (!parsed.ok)
        throw new Error(parsed.problems.map(({ line, text: what }) => `${file}:${line} ${what}`).join("\n"));
      return { file, text, question: parsed.question };
    });
}

/** What `deck.md` of a shipped deck says. */
export function shippedInfo(deck: (typeof SHIPPED)[number]): DeckInfo {
  const name = parseDeckName(deck);
  if (!name.ok) throw new Error(name.problem);
  return parseDeckFile("deck.md", readFileSync(new URL(`decks/${deck}/deck.md`, root), "utf8"), name.value)
    .info;
}

/** The tags of docs/reference/tags.md by deck. */
export function knownTags(): ReadonlyMap<string, ReadonlySet<string>> {
  const text = readFileSync(new URL("docs/reference/tags.md", root), "utf8");
  const parts = text.split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => [
      part.split("\n", 1)[0] ?? "",
      new Set([...part.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, tag]) => tag ?? "")),
    ]),
  );
}
