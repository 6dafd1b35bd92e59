import { InlineText } from "../inline-text.tsx";
import type { ImportPreview } from "../shapes.ts";
import { changeLines, changesNothing, partsSaid } from "./import-words.ts";

/** What an import does to a deck that is there; nothing is to be said of a new one. */
export function ImportChange({ preview }: { preview: ImportPreview }) {
  const { deck, exists, obstacle, change } = preview;
  if (!exists || obstacle !== null) return null;
  if (changesNothing(preview))
    return <p class="effect">The deck {deck} says the same already. There is nothing to change.</p>;
  return (
    <section class="effect" aria-labelledby="effect">
      <h3 id="effect">What it does to the deck {deck}</h3>
      <ul>
        {changeLines(change).map(({ said, touched: { count, first } }) => (
          <li key={said} class="line-of-change">
            <details>
              <summary>{said}</summary>
              <ul>
                {first.map((question) => (
                  <li key={question.id}>
                    <InlineText text={question.title} />
                    {question.parts.length > 0 && <span class="aside"> {partsSaid(question)}</span>}
                  </li>
                ))}
                {count > first.length && <li class="aside">and {count - first.length} more</li>}
              </ul>
            </details>
          </li>
        ))}
        {change.same > 0 && (
          <li class="aside line-of-change">
            {change.same} {change.same === 1 ? "stays as it is" : "stay as they are"}. What was answered is
            remembered.
          </li>
        )}
      </ul>
    </section>
  );
}
