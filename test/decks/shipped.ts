import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseDeckName } from "../../src/base/index.ts";
import { type DeckInfo, parseDeckFile, parseQuestion, type Question } from "../../src/deck/index.ts";

/** The decks that come with Vivarium, in the order in which they are named everywhere. */
export const SHIPPED = ["api", "docker", "python"] as const;

/** A question of a shipped deck with the file that holds it, as in `decks/api/003-http-methods.md`. */
export interface ShippedQuestion {
  readonly file: string;
  readonly question: Question;
}

const root = new URL("../../", import.meta.url);

/** The questions of one shipped deck, or of a folder of the same form elsewhere, by file name. */
export function shippedQuestions(
  deck: string,
  folder = fileURLToPath(new URL(`decks/${deck}/`, root)),
): ShippedQuestion[] {
  return readdirSync(folder)
    .filter((name) => /^\d{3}-.*\.md$/.test(name))
    .sort()
    .map((name) => {
      const file = `decks/${deck}/${name}`;
      const parsed = parseQuestion(file, readFileSync(`${folder}/${name}`, "utf8"));
      if (!parsed.ok)
        throw new Error(parsed.problems.map(({ line, text }) => `${file}:${line} ${text}`).join("\n"));
      return { file, question: parsed.question };
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
