import type { Question } from "../deck/index.ts";
import type { DeckMedia, DeckToKeep } from "./deck-store.ts";

/** A deck as it stands. */
interface DeckThere {
  /** All its questions, those kept aside included. */
  readonly questions: readonly Question[];
  /** The bytes of one of its pictures or sounds; null when it has none of that name. */
  media(name: string): Uint8Array | null;
}

/** Characters. Names with more before their ending are not found again (see `readMedia`). */
const LONGEST_STEM = 101;
/** What comes before the name of a medium in a link, a picture, the target of a reference, or a tag. */
const LINKED =
  /(\]\([ \t]*<?|^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*<?|\bsrc[ \t]*=[ \t]*["']?)media\/([a-z0-9][a-z0-9.-]*)(?=[\s)>"'#?]|$)/gim;

/**
 * Gives media that join a deck names of their own: no picture takes the place of another that has its name and other
 * bytes. It becomes `flow-2.png`, and that is what texts say which are new in the deck; those that stand in it as they
 * are mean the one that is there. Only where the whole deck came from one document, its pictures are that document's,
 * and a new one takes the place of the old.
 */
export function distinctMedia(deck: DeckToKeep, there: DeckThere): DeckToKeep {
  const media = deck.media ?? [];
  const changed = media.filter(({ name, bytes }) => {
    const old = there.media(name);
    return old !== null && !isSame(old, bytes);
  });
  if (changed.length === 0) return deck;
  const mayReplace = replaceable(deck, there.questions);
  const names = freeNames(
    changed.filter(({ name }) => !mayReplace(name)),
    media,
    there,
  );
  const before = new Map(there.questions.map((question) => [question.id, question]));
  const renamed = (question: Question) => withNames(question, before.get(question.id), names);
  return {
    ...deck,
    questions: deck.questions.map(renamed),
    ...(deck.gone !== undefined && { gone: deck.gone.map(renamed) }),
    media: media.map((each) => ({ ...each, name: names.get(each.name) ?? each.name })),
  };
}

/** A medium is the one document's of a deck when no question shows it that came from none. */
function replaceable(deck: DeckToKeep, there: readonly Question[]): (name: string) => boolean {
  const all = [...deck.questions, ...(deck.gone ?? []), ...there];
  const documents = new Set(all.flatMap(({ source }) => (source === "" ? [] : [documentOf(source)])));
  const others = new Set(there.filter(({ source }) => source === "").flatMap(shownIn));
  return (name) => documents.size === 1 && !others.has(name);
}

/** `notes.md:120` and `cards.apkg#cid:7` are of `notes.md` and `cards.apkg`. */
const documentOf = (source: string): string => source.replace(/#.*$|:\d+$/s, "");

function shownIn({ title, body, answer, points }: Question): string[] {
  const texts = [title, body, answer, ...points.flatMap(({ text, variants }) => [text, ...variants])];
  return texts.flatMap((text) => [...text.matchAll(LINKED)].map((match) => match[2] ?? ""));
}

function freeNames(
  clashing: readonly DeckMedia[],
  media: readonly DeckMedia[],
  there: DeckThere,
): ReadonlyMap<string, string> {
  const used = new Set(media.map(({ name }) => name));
  const names = new Map<string, string>();
  for (const { name, bytes } of clashing) {
    const dot = name.lastIndexOf(".");
    for (let n = 2; ; n++) {
      const end = `-${n}`;
      const free = `${name.slice(0, Math.min(dot, LONGEST_STEM - end.length))}${end}${name.slice(dot)}`;
      const old = there.media(free);
      // The same bytes: it was given this name before.
      if (used.has(free) || (old !== null && !isSame(old, bytes))) continue;
      used.add(free);
      names.set(name, free);
      break;
    }
  }
  return names;
}

/** Prompt, answer and points are new each for itself, as an import changes them. */
function withNames(
  question: Question,
  before: Question | undefined,
  names: ReadonlyMap<string, string>,
): Question {
  const put = (text: string): string =>
    text.replace(LINKED, (all, open: string, name: string) => {
      const free = names.get(name);
      return free === undefined ? all : `${open}media/${free}`;
    });
  const { title, body, answer, points } = question;
  const isPromptNew = title !== before?.title || body !== before.body;
  const arePointsNew = JSON.stringify(points) !== JSON.stringify(before?.points);
  return {
    ...question,
    ...(isPromptNew && { title: put(title), body: put(body) }),
    ...(answer !== before?.answer && { answer: put(answer) }),
    ...(arePointsNew && {
      points: points.map((point) => ({ ...point, text: put(point.text), variants: point.variants.map(put) })),
    }),
  };
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
