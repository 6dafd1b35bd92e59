import type { ComponentChildren } from "preact";
import type { PointVerdict } from "../../src/grade/index.ts";
import type { StandingVerdict } from "./visit-state.ts";

interface MarkedProps {
  readonly text: string;
  /** The verdicts that rest on these words. */
  readonly of: readonly StandingVerdict[];
  readonly isLit: boolean;
  onLit(point: string | null): void;
  readonly children: ComponentChildren;
}

/** Of several verdicts on the same words, the colour of the gravest. */
const GRAVEST: readonly PointVerdict[] = ["contradicted", "partly", "covered", "missing"];

/** Words that verdicts rest on; the numbers of the points follow them. */
export function Marked({ text, of, isLit, onLit, children }: MarkedProps) {
  const gravest = GRAVEST.find((verdict) => of.some((each) => each.verdict === verdict));
  return (
    <>
      <mark
        data-verdict={gravest}
        class={isLit ? "lit" : undefined}
        onMouseEnter={() => onLit(of[0]?.point ?? null)}
        onMouseLeave={() => onLit(null)}
      >
        {text}
      </mark>
      {children}
    </>
  );
}
