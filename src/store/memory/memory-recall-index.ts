import type { PersonId, QuestionId } from "../../base/index.ts";
import type { RecallIndex, RecallRow, Span } from "../recall-index.ts";

/** The rows of everybody. */
export type Recalls = Map<PersonId, Map<QuestionId, RecallRow>>;

/** The recall index over rows that the event store beside it derives. */
export function memoryRecallIndex(recalls: Recalls): RecallIndex {
  const inSpan = (person: PersonId, deck: string, { from, to }: Span) =>
    [...(recalls.get(person)?.values() ?? [])].filter(
      (row) => row.deck === deck && row.due >= from && row.due < to,
    );
  return {
    async due(person, deck, span, { limit, after = null }) {
      return inSpan(person, deck, span)
        .filter((row) => after === null || byDue(after, row) < 0)
        .sort(byDue)
        .slice(0, limit);
    },
    async count(person, deck, span, atMost) {
      return Math.min(inSpan(person, deck, span).length, atMost);
    },
    async of(person, questions) {
      const rows = [...new Set(questions)].map((question) => recalls.get(person)?.get(question));
      return rows.filter((row) => row !== undefined);
    },
  };
}

type Place = Pick<RecallRow, "due" | "question">;
const byDue = (a: Place, b: Place): number =>
  a.due - b.due || (a.question < b.question ? -1 : +(a.question > b.question));
