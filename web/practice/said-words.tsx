import { Marked } from "./marked.tsx";
import { markedWords } from "./marked-words.ts";
import { SIGNS } from "./verdict-words.ts";
import type { StandingVerdict } from "./visit-state.ts";

interface SaidWordsProps {
  readonly turns: readonly string[];
  /** In the order of their numbers. */
  readonly verdicts: readonly StandingVerdict[];
  readonly lit: string | null;
  onLit(point: string | null): void;
  /** Goes to a point. */
  onGo(point: string): void;
}

/** What was said, with the words marked that each verdict rests on. */
export function SaidWords({ turns, verdicts, lit, onLit, onGo }: SaidWordsProps) {
  return (
    <>
      {turns.map((said, turn) => (
        <section
          // biome-ignore lint/suspicious/noArrayIndexKey: turns have no name but their place and do not move
          key={turn}
          class="said"
          aria-label={turn === 0 ? "What you said" : "What you said to the follow-up"}
        >
          <p class="label" aria-hidden="true">
            {turn === 0 ? "You said" : "You added"}
          </p>
          <p class="words">
            {markedWords(said, turn, verdicts).map((piece) => {
              const of = verdicts.filter(({ point }) => piece.points.includes(point));
              const first = of[0];
              if (first === undefined) return piece.text;
              return (
                <Marked
                  key={piece.start}
                  text={piece.text}
                  of={of}
                  isLit={of.some(({ point }) => point === lit)}
                  onLit={onLit}
                >
                  {piece.ending.map((point) => {
                    const index = verdicts.findIndex((each) => each.point === point);
                    const verdict = verdicts[index]?.verdict ?? "missing";
                    return (
                      <a
                        key={point}
                        class="note"
                        href={`#point-${index + 1}`}
                        aria-label={`point ${index + 1}, ${SIGNS[verdict].word}`}
                        onFocus={() => onLit(point)}
                        onBlur={() => onLit(null)}
                        onClick={(event) => {
                          event.preventDefault();
                          onGo(point);
                        }}
                      >
                        {index + 1}
                      </a>
                    );
                  })}
                </Marked>
              );
            })}
          </p>
        </section>
      ))}
    </>
  );
}
