import { InlineText } from "../inline-text.tsx";
import { Key } from "../key.tsx";
import { Rendered } from "../rendered.tsx";
import { isUnsure, SIGNS } from "./verdict-words.ts";
import type { StandingVerdict } from "./visit-state.ts";

interface PointsProps {
  readonly verdicts: readonly StandingVerdict[];
  /** The number of the first. */
  readonly first: number;
  /** Counts judgements: after a new one the points light up again. */
  readonly isNew: number;
  readonly lit: string | null;
  /** The point that the keys overrule now. */
  readonly keyed: string | undefined;
  readonly lang: string | undefined;
  /** No follow-up waits: what is missing may be named. */
  readonly isFinal: boolean;
  onLit(point: string | null): void;
  onCorrect(point: string, verdict: "covered" | "missing" | null): void;
}

/** The points with their verdicts. */
export function Points({ verdicts, first, isNew, lit, keyed, lang, isFinal, onLit, onCorrect }: PointsProps) {
  if (verdicts.length === 0) return null;
  return (
    <ol class="points" key={isNew} start={first}>
      {verdicts.map((verdict, at) => (
        <PointLine
          key={verdict.point}
          verdict={verdict}
          number={first + at}
          isLit={lit === verdict.point}
          isKeyed={keyed === verdict.point}
          lang={lang}
          isFinal={isFinal}
          onLit={onLit}
          onCorrect={onCorrect}
        />
      ))}
    </ol>
  );
}

const SAID = { text: "I did say that", to: "covered", key: "Y" } as const;
const WRONG = { text: "That was wrong", to: "missing", key: "X" } as const;
const AS_JUDGED = { text: "What the judge said", to: null, key: "U" } as const;

interface PointLineProps extends Pick<PointsProps, "lang" | "isFinal" | "onLit" | "onCorrect"> {
  readonly verdict: StandingVerdict;
  readonly number: number;
  readonly isLit: boolean;
  readonly isKeyed: boolean;
}

function PointLine(props: PointLineProps) {
  const { verdict: standing, number, isLit, isKeyed, lang, isFinal, onLit, onCorrect } = props;
  const { point, textHtml, verdict, weight, correction, corrected, why, lacks, second } = standing;
  const { sign, word } = SIGNS[verdict];
  const first = corrected ? AS_JUDGED : verdict === "covered" ? WRONG : SAID;
  const light = () => onLit(point);
  const dim = () => onLit(null);
  return (
    <li
      data-point={point}
      data-verdict={verdict}
      class={isLit ? "lit" : undefined}
      onMouseEnter={light}
      onMouseLeave={dim}
      onFocusIn={light}
      onFocusOut={dim}
    >
      <p class="verdict-word">
        <span class="sign" aria-hidden="true">
          {isUnsure(standing) ? "?" : sign}
        </span>{" "}
        {word}
        {isUnsure(standing) && <span class="by"> unsure</span>}
        {corrected && <span class="by"> as you say</span>}
      </p>
      <div>
        <p class="claim">
          <span class="number">{number}</span> {weight === "bonus" && <em>Bonus: </em>}
          <Rendered html={textHtml} line lang={lang} />
        </p>
        <p class="why">
          {corrected ? "You overruled the judge." : why}
          {isFinal && !corrected && lacks !== null && (
            <>
              {" "}
              Not heard: <span lang={lang}>“{lacks}”</span>
            </>
          )}
        </p>
        {second !== null && !second.decided && second.verdict !== verdict && (
          <p class="why">
            A second rater says {SIGNS[second.verdict].word}
            {second.quote !== null && `: “${second.quote}”`}.
          </p>
        )}
        {correction !== null && !corrected && (
          <p class="correction" lang={lang}>
            <InlineText text={correction} />
          </p>
        )}
        <p class="overrule">
          {/* The first button stays when its words change, and so does the focus. */}
          <button type="button" class="quiet" onClick={() => onCorrect(point, first.to)}>
            {first.text}
            <span class="unseen">: point {number}</span> {isKeyed && <Key name={first.key} />}
          </button>
          {verdict === "partly" && (
            <button type="button" class="quiet" onClick={() => onCorrect(point, "missing")}>
              {WRONG.text}
              <span class="unseen">: point {number}</span> {isKeyed && <Key name={WRONG.key} />}
            </button>
          )}
        </p>
      </div>
    </li>
  );
}
