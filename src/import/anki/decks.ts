import { parseDeckName } from "../../base/index.ts";
import { parseDeckFile } from "../../deck/index.ts";
import type { Draft } from "../reader.ts";
import type { AnkiCollection, AnkiDeck } from "./collection.ts";

/** Names that a section may have for its parts. */
const LONGEST_PATH = 12;

/** Every collection has it; nobody chose the name that it bears in Anki's languages. */
const DEFAULT_DECK = 1;
const UNNAMED: ReadonlySet<string> = new Set([
  "default",
  "standard",
  "par défaut",
  "predeterminado",
  "por defecto",
  "padrão",
  "predefinito",
  "по умолчанию",
  "默认",
  "系统默认",
  "預設",
  "デフォルト",
]);

/**
 * Sections from decks: where all cards stand below one root, it is the deck here and what stands below it the sections;
 * else the roots are sections too. `Languages::Go::Channels` gives `Go / Channels`; cards right in the root are in a
 * section of its name. The deck that is there without anybody's doing is none.
 */
export function deckTitles({ decks, cards }: AnkiCollection): {
  sectionOf(deck: number): string;
  info: NonNullable<Draft["info"]>;
} {
  const used = new Set(cards.map(({ deck }) => deck));
  const roots = new Set([...used].map((id) => pathOf(decks.get(id))[0] ?? ""));
  const [root = ""] = roots;
  const isOne = roots.size === 1 && root !== "";
  const own = pathOf(decks.get(DEFAULT_DECK)).join(" ");
  const isNameless = UNNAMED.has(own.toLowerCase());
  const rootDeck = [...decks.values()].find((deck) => deck.path.length === 1 && pathOf(deck)[0] === root);
  return {
    sectionOf(id) {
      if (id === DEFAULT_DECK && isNameless) return "";
      const path = pathOf(decks.get(id));
      return (isOne && path.length > 1 ? path.slice(1) : path).join(" / ");
    },
    info: {
      ...(isOne && !(isNameless && root === own) && { title: root }),
      ...(isOne && ownInfo(rootDeck?.description ?? "")),
    },
  };
}

const pathOf = (deck: AnkiDeck | undefined): string[] =>
  (deck?.path ?? [])
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter((part) => part !== "")
    .slice(0, LONGEST_PATH);

const DECK_FILE_COMMENT = /<!--viva ([A-Za-z0-9+/=]{1,100000})-->/;

/** The deck file of a deck of ours, where no reader of the description sees it. */
export function deckFileComment(text: string): string {
  return `<!--viva ${Buffer.from(text).toString("base64")}-->`;
}

function ownInfo(description: string): NonNullable<Draft["info"]> {
  const [, encoded] = DECK_FILE_COMMENT.exec(description) ?? [];
  const fallback = parseDeckName("deck");
  if (encoded === undefined || !fallback.ok) return {};
  const { info } = parseDeckFile("deck.md", Buffer.from(encoded, "base64").toString(), fallback.value);
  const { name: _, ...rest } = info;
  return rest;
}
