import { count } from "../count.ts";
import type { ImportPreview } from "../shapes.ts";

/** Bytes; what the server reads (`src/api/routes/imports.ts`). */
const LARGEST_DOCUMENT = 20 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** Why a document is not sent, as a sentence; null when it can be. */
export function tooLarge({ name, size }: Pick<File, "name" | "size">): string | null {
  if (size <= LARGEST_DOCUMENT) return null;
  const has = Math.ceil(size / MEGABYTE).toLocaleString("en-GB");
  return `${name} has ${has} MB, and 20 MB are read at most. Nothing was sent: bring it in parts.`;
}

type Change = ImportPreview["change"];
type Touched = Change["added"];

/** One line of what an import does to a deck that is there. */
export interface ChangeLine {
  readonly said: string;
  readonly touched: Touched;
}

/** What an import does to a deck that is there, each kind of it as a line; what does not happen has none. */
export function changeLines({ added, changed, back, gone, kept, pointsToCheck }: Change): ChangeLine[] {
  const line = (touched: Touched, said: string): ChangeLine[] =>
    touched.count === 0 ? [] : [{ said, touched }];
  return [
    ...line(added, `${count(added.count, "question")} added`),
    ...line(changed, `${changed.count} changed by the document`),
    ...line(kept, `${kept.count} changed by both: what stands in the deck stays`),
    ...line(back, `${back.count} back again, kept aside until now`),
    ...line(gone, `${gone.count} gone from the document: kept aside, no longer asked`),
    ...line(
      pointsToCheck,
      `${pointsToCheck.count} with points written by hand for an answer that has changed: look at them again`,
    ),
  ];
}

/** What was seen, for those who listen: what is in the document, then what it does to a deck that is there. */
export function previewSaid(preview: ImportPreview): string {
  const { totals, exists, obstacle, change } = preview;
  const found = `${count(totals.questions, "question")} found.`;
  if (!exists || obstacle !== null) return found;
  const lines = changeLines(change).map(({ said }) => `${said}.`);
  return [found, ...(lines.length === 0 ? ["Nothing changes."] : lines)].join(" ");
}

/** Whether an import would leave the deck as it is. */
export function changesNothing(preview: ImportPreview): boolean {
  return preview.exists && preview.obstacle === null && changeLines(preview.change).length === 0;
}

const PARTS: Readonly<Record<Touched["first"][number]["parts"][number], string>> = {
  prompt: "the question",
  answer: "the answer",
  place: "section, level or tags",
  points: "the points",
};

/** Which parts of a question are touched, as in `the question, the answer`; "" when it is the whole. */
export function partsSaid({ parts }: Touched["first"][number]): string {
  return parts.map((part) => PARTS[part]).join(", ");
}

/** A name like this one that no deck has. */
export function freeName(name: string, taken: readonly string[]): string {
  const base = name.replace(/-\d+$/, "");
  for (let n = 2; ; n++) {
    if (!taken.includes(`${base}-${n}`)) return `${base}-${n}`;
  }
}
