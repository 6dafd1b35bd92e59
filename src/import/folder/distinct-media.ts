import type { Draft, DraftQuestion, Media } from "../reader.ts";

/**
 * Drafts of several documents whose pictures have names of their own: programs call the first picture of every document
 * the same. What a question shows follows.
 */
export function withDistinctMedia<T extends { readonly draft: Draft }>(read: readonly T[]): T[] {
  const taken = new Map<string, Media>();
  return read.map((each) => {
    const renamed = new Map<string, string>();
    const media = (each.draft.media ?? []).map((medium) => {
      const name = freeName(medium, taken);
      taken.set(name, { ...medium, name });
      if (name !== medium.name) renamed.set(medium.name, name);
      return { ...medium, name };
    });
    if (renamed.size === 0) return each;
    const questions = each.draft.questions.map((question) => withNames(question, renamed));
    return { ...each, draft: { ...each.draft, media, questions } };
  });
}

/** Its own name where nobody has it, or has it for the same bytes. */
function freeName(medium: Media, taken: ReadonlyMap<string, Media>): string {
  const at = medium.name.lastIndexOf(".");
  for (let n = 1; ; n++) {
    const name = n === 1 ? medium.name : `${medium.name.slice(0, at)}-${n}${medium.name.slice(at)}`;
    const there = taken.get(name);
    if (there === undefined || Buffer.compare(there.bytes, medium.bytes) === 0) return name;
  }
}

function withNames(question: DraftQuestion, renamed: ReadonlyMap<string, string>): DraftQuestion {
  const anew = (text: string) =>
    text.replace(/(?<=\]\()media\/([a-z0-9.-]+)(?=\))/g, (link, name: string) => {
      const now = renamed.get(name);
      return now === undefined ? link : `media/${now}`;
    });
  const { title, body, answer } = question;
  return { ...question, title: anew(title), body: anew(body), answer: anew(answer) };
}
