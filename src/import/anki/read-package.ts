import { VivaError } from "../../base/index.ts";
import type { Draft, DraftQuestion, ImportWarning, SourceBytes } from "../reader.ts";
import { type Archive, openZip } from "../unzip.ts";
import { cardReader } from "./cards.ts";
import type { AnkiCollection } from "./collection.ts";
import { deckTitles } from "./decks.ts";
import { withForeignDatabase } from "./foreign-database.ts";
import { type AnkiMedia, openAnkiMedia } from "./media.ts";
import { readCollection } from "./read-collection.ts";
import { unzstd } from "./unzstd.ts";

const READER = "anki-package";

/** Bytes of a collection once unpacked; the largest shared decks have some 60 MB. */
const LARGEST_COLLECTION = 128 * 1024 * 1024;

/** The forms of a collection, newest first: where there are several, the older ones only say that Anki is too old. */
const COLLECTIONS = ["collection.anki21b", "collection.anki21", "collection.anki2"] as const;

/**
 * Reads a package of Anki: one question a card, prompt and answer as the card's template shows them, sections from the
 * decks, pictures and sounds that cards show. Questions that were exported from here come back whole.
 * @throws VivaError, one sentence, whatever the package holds
 */
export async function readAnkiPackage({ name, bytes }: SourceBytes): Promise<Draft> {
  const archive = await openZip(name, bytes);
  const collection = await withForeignDatabase(name, await collectionOf(name, archive), (database) =>
    readCollection(name, database),
  );
  const media = await openAnkiMedia(name, archive);
  return await draftOf(name, collection, media);
}

async function collectionOf(document: string, archive: Archive): Promise<Uint8Array> {
  for (const name of COLLECTIONS) {
    const entry = archive.entries.find((each) => each.name === name);
    if (entry === undefined) continue;
    if (entry.special || entry.size === 0) {
      throw new VivaError(
        "VIVA_FILE_UNREADABLE",
        `${document} holds ${name} as ${entry.special ? "a link" : "an empty file"}: nothing imported; export it again`,
      );
    }
    // An archive that unpacks to more than it claims is refused where it is unpacked.
    if (entry.size > LARGEST_COLLECTION) {
      throw new VivaError(
        "VIVA_FILE_TOO_LARGE",
        `${document} holds ${name}, which unpacks to more than ${LARGEST_COLLECTION / 1048576} MB: nothing imported; export fewer cards`,
      );
    }
    const raw = await archive.unpack(entry);
    return name === "collection.anki21b" ? await unzstd(document, name, raw, LARGEST_COLLECTION) : raw;
  }
  throw new VivaError(
    "VIVA_FILE_UNREADABLE",
    `${document} holds no collection of cards: nothing imported; export the deck from Anki again`,
  );
}

async function draftOf(document: string, collection: AnkiCollection, media: AnkiMedia): Promise<Draft> {
  const { sectionOf, info } = deckTitles(collection);
  const cards = cardReader(document, collection, media);
  const questions: DraftQuestion[] = [];
  for (const card of collection.cards) {
    const question = cards.read(card, sectionOf(card.deck));
    if (question !== null) questions.push(question);
  }
  const { media: files, failed, warnings } = await media.collect(questions);
  const all: ImportWarning[] = [...cards.warnings(), ...warnings];
  const count = collection.cards.length + collection.lost.length;
  if (questions.length === 0) throw nothingAsked(document, count, all[0]?.text);
  return {
    reader: READER,
    questions: failed.length === 0 ? questions : questions.map((each) => withoutMedia(each, failed)),
    warnings: all,
    // A card is a question, whatever its words are.
    evidence: questions.length === 0 ? 0 : 1,
    accounted: count === 0 ? 0 : questions.length / count,
    media: files,
    info,
  };
}

function nothingAsked(document: string, count: number, why: string | undefined): VivaError {
  const found =
    count === 0 ? "it holds no cards" : `none of its cards can be asked (${why ?? "all are empty"})`;
  return new VivaError("VIVA_NO_QUESTIONS", `${document}: no questions found, ${found}; export another deck`);
}

/** Takes out the links to files that could not be unpacked after all. */
function withoutMedia(question: DraftQuestion, failed: readonly string[]): DraftQuestion {
  const names = new Set(failed);
  const without = (markdown: string) =>
    markdown.replace(
      /!?\[([^\]\n]{0,300})\]\(media\/([^)\n]{1,120})\)/g,
      (all, text: string, name: string) => (names.has(name) ? text : all),
    );
  const { title, body, answer, whole } = question;
  const texts = { title: without(title) || "?", body: without(body), answer: without(answer) };
  return { ...question, ...texts, ...(whole !== undefined && { whole: { ...whole, ...texts } }) };
}
