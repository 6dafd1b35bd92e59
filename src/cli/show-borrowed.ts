import type { Borrowed } from "../practice/index.ts";
import { plain, type Style, wrap } from "./terminal-text.ts";

/** Whose points an answer was judged by, where the references do not agree, and how to refuse that. */
export function showBorrowed(
  { id, title, disagreements }: Borrowed,
  refusalHelp: string,
  style: Style,
): string {
  const dim = (text: string) => style.paint("dim", wrap(text, style));
  return [
    dim(`Judged by the points of ${id}, which asks the same: ${plain(title)}`),
    ...disagreements.map(({ own, theirs }) =>
      wrap(
        `The references do not agree. Yours: “${plain(own).replace(/\s+/g, " ")}”. ${id}: ${plain(theirs)}`,
        style,
      ),
    ),
    dim(refusalHelp),
  ].join("\n");
}
