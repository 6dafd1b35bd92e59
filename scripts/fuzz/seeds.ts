import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deckNameFor, exportDeck, exportFormats } from "../../src/import/index.ts";
import { readDeckFolder } from "../../src/store/index.ts";

/** A document to begin with. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Larger documents would be read too seldom. */
const LARGEST = 200_000;
const ROOT = new URL("../../", import.meta.url);

/**
 * The documents that are changed: those of the tests, our own deck in every form that it leaves in, small ones of each
 * shape, and the real ones that `VIVA_CORPORA` names.
 */
export async function seeds(): Promise<Seed[]> {
  const folders = ["test/fixtures/documents/", "scripts/fuzz/documents/"].map((path) =>
    fileURLToPath(new URL(path, ROOT)),
  );
  const corpora = process.env.VIVA_CORPORA;
  if (corpora !== undefined) folders.push(join(corpora, "files"), join(corpora, "hostile"));
  return [...folders.flatMap(filesOf), ...(await exported())];
}

function filesOf(folder: string): Seed[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)).subarray(0, LARGEST) }))
    .filter(({ bytes }) => bytes.length > 0);
}

async function exported(): Promise<Seed[]> {
  const { deck } = await readDeckFolder(fileURLToPath(new URL("decks/docker/", ROOT)), deckNameFor("docker"));
  const baggage = { gone: [], media: [], history: [], reviews: [], at: "2026-01-01T00:00:00.000Z" };
  return Promise.all(
    exportFormats.map(async (format) => ({
      name: `deck.${format}`,
      bytes: (await exportDeck(deck, baggage, format)).bytes,
    })),
  );
}
