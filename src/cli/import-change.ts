import type { Question } from "../deck/index.ts";
import type { ReadDocument } from "../practice/index.ts";
import { count } from "./command.ts";
import { plain, type Style, wrap } from "./terminal-text.ts";

/** Questions of one kind that are named before the rest is only counted. */
const NAMED = 5;

/** What an import does to a deck that was there, a kind a paragraph. */
export function describeChange(change: ReadDocument["change"], style: Style): string[] {
  const { added, changed, back, gone, kept, pointsToCheck, same } = change;
  const parts = (all: typeof changed) =>
    all.map(({ question, parts: what }) => ({ question, note: what.join(", ") }));
  const bare = (all: readonly Question[]) => all.map((question) => ({ question, note: "" }));
  const lines = [
    ...listed("added", bare(added), style),
    ...listed("changed", parts(changed), style),
    ...listed("back, with what you know of it", bare(back), style),
    ...listed("gone from the document, kept aside and no longer asked", bare(gone), style),
    ...listed(
      "changed in the document and by you: yours stands (--replace takes the document's)",
      parts(kept),
      style,
    ),
    ...listed(
      "with points written by hand for an answer that has changed: look at them",
      bare(pointsToCheck),
      style,
    ),
  ];
  if (lines.length === 0) return ["  Nothing has changed."];
  return same === 0 ? lines : [...lines, `  ${count(same, "question")} as before`];
}

function listed(what: string, all: readonly { question: Question; note: string }[], style: Style): string[] {
  if (all.length === 0) return [];
  const shown = all
    .slice(0, NAMED)
    .map(({ question, note }) =>
      wrap(
        `${plain(question.title).slice(0, 160)}${note === "" ? "" : ` (${note})`}`,
        style,
        "        ",
        `      ${question.id}  `,
      ),
    );
  const more = all.length > NAMED ? [`      … and ${all.length - NAMED} more`] : [];
  return [wrap(`${count(all.length, "question")} ${what}`, style, "    ", "  "), ...shown, ...more];
}
