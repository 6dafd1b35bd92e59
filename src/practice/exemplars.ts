import type { Exemplar } from "../grade/index.ts";
import type { ReviewRecord, VerdictRecord } from "./review-record.ts";

/**
 * What a person overruled in their reviews of one question, as the judge takes it.
 * @param records in order, oldest first
 */
export function exemplarsOf(records: readonly ReviewRecord[]): Exemplar[] {
  return records.flatMap((record) =>
    record.verdicts.flatMap((each): Exemplar[] => {
      const { point, verdict, corrected } = each;
      if (!corrected || (verdict !== "covered" && verdict !== "missing")) return [];
      const text = each.evidence?.text ?? (verdict === "covered" ? unclaimed(record, each) : "");
      return text.trim() === "" ? [] : [{ point, verdict, text }];
    }),
  );
}

/** What was said and is not the evidence of another point: where the judge saw nothing, it must be in there. */
function unclaimed({ turns, verdicts }: ReviewRecord, except: VerdictRecord): string {
  const claimed = verdicts.flatMap((each) =>
    each === except || each.evidence === null ? [] : [each.evidence],
  );
  const rest = turns.map((text, turn) => {
    const spans = claimed.filter((each) => each.turn === turn).sort((a, b) => b.start - a.start);
    // From the last to the first, so that the offsets before stay true.
    return spans.reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
  });
  return rest.join("\n").trim();
}
