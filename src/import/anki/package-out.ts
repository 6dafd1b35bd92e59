import type { Deck } from "../../deck/index.ts";
import type { Media } from "../reader.ts";
import type { AnkiReview } from "./out-history.ts";

/** What a package is made of. */
export interface AnkiPackageContent {
  readonly deck: Deck;
  /** What questions refer to as `media/NAME`. */
  readonly media: readonly Media[];
  /** In any order. Those of questions that the deck does not have are left out, and told. */
  readonly reviews: readonly AnkiReview[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Writes a deck as a package of Anki, in the form that every version of it reads (schema 11). Importing it there again
 * updates the same notes; importing it here gives the same questions back, each with all its parts.
 * `lost` says in words what the package does not hold; it is empty when nothing is missing.
 */
export async function writeAnkiPackage({
  deck,
  media,
  reviews,
  now,
}: AnkiPackageContent): Promise<{ bytes: Uint8Array; lost: readonly string[] }> {
  const { ankiRows } = await import("./out-rows.ts");
  const { markdownToCardHtml } = await import("./card-html.ts");
  const { collectionBytes } = await import("./out-database.ts");
  const { zipSync } = await import("fflate");
  const rows = ankiRows(deck, reviews, now, markdownToCardHtml);
  const names = Object.fromEntries(media.map(({ name }, at) => [String(at), name]));
  // Pictures and sounds are packed already.
  const files = media.map(({ bytes }, at) => [String(at), [bytes, { level: 0 }]] as const);
  const bytes = zipSync(
    {
      "collection.anki2": await collectionBytes(rows),
      media: new TextEncoder().encode(JSON.stringify(names)),
      ...Object.fromEntries(files),
    },
    { level: 6, mtime: zipTime(now) },
  );
  return { bytes, lost: rows.lost };
}

/** A zip archive knows the years from 1980 to 2099. */
const zipTime = (now: number): Date =>
  new Date(Math.min(Math.max(now, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30)));
