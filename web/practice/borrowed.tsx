import { InlineText } from "../inline-text.tsx";
import { Key } from "../key.tsx";
import type { Borrowed as BorrowedShape } from "../shapes.ts";

interface BorrowedProps {
  readonly borrowed: BorrowedShape;
  readonly lang: string | undefined;
  /** Whether the key works here too. */
  readonly hasKey: boolean;
  onRefused(): void;
}

/** Whose points these are, where the two references do not agree, and the way to refuse them. */
export function Borrowed({ borrowed, lang, hasKey, onRefused }: BorrowedProps) {
  const { question, title, disagreements } = borrowed;
  return (
    <aside class="borrowed">
      <p>
        Judged by the points of <a href={`/questions/${question}`}>{question}</a>, which asks the same:{" "}
        <InlineText text={title} />
      </p>
      {disagreements.length > 0 && (
        <dl class="mistakes">
          {disagreements.map(({ point, own, theirs }) => (
            <div key={point}>
              <dt lang={lang}>Your document says: “{own}”</dt>
              <dd>
                {question} says: <InlineText text={theirs} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p class="actions">
        <button type="button" class="quiet" onClick={onRefused}>
          Judge it by this document alone {hasKey && <Key name="B" />}
        </button>
      </p>
    </aside>
  );
}
