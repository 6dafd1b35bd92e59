declare const brand: unique symbol;
/** A type that only its own parse function makes. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Names a question for ever, as in `api-041`: words of a-z and 0-9 joined by hyphens. */
export type QuestionId = Brand<string, "QuestionId">;
/** Names a point within its question, as in `short-life`; same form as a {@link QuestionId}. */
export type PointId = Brand<string, "PointId">;
/** Names a deck, as in `docker`; same form as a {@link QuestionId}. */
export type DeckName = Brand<string, "DeckName">;

/** Whose events these are. On one's own machine there is one person: see `practice/workplace.ts`. */
export type PersonId = Brand<string, "PersonId">;

/** The result of turning outside data into a type: the value, or one sentence saying what was wrong. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string };

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_ID = 80;

function parseId<T extends string>(kind: string, text: string): Parsed<T> {
  if (!ID.test(text)) {
    return {
      ok: false,
      problem: `not a ${kind}: ${JSON.stringify(text)} (wanted a-z, 0-9 and single hyphens)`,
    };
  }
  if (text.length > LONGEST_ID) {
    return { ok: false, problem: `not a ${kind}: longer than ${LONGEST_ID} characters` };
  }
  return { ok: true, value: text as T };
}

/** The only place where a string becomes a {@link QuestionId}. */
export const parseQuestionId = (text: string): Parsed<QuestionId> => parseId("question id", text);
/** The only place where a string becomes a {@link PointId}. */
export const parsePointId = (text: string): Parsed<PointId> => parseId("point id", text);
/** The only place where a string becomes a {@link DeckName}. */
export const parseDeckName = (text: string): Parsed<DeckName> => parseId("deck name", text);

/** Makes the words of an id out of any text: `How's it?` gives `how-s-it`; text without a-z or 0-9 gives "". */
export function slug(text: string, longest = 40): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let out = "";
  for (const word of words) {
    const next = out === "" ? word : `${out}-${word}`;
    if (next.length > longest) break;
    out = next;
  }
  return out === "" ? (words[0] ?? "").slice(0, longest) : out;
}
