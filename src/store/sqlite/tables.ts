import type { DeckName, EventId, PersonId, QuestionId } from "../../base/index.ts";
import type { Rating } from "../../recall/index.ts";

/** The tables as `migrations.ts` makes them. */
export interface Tables {
  event: EventTable;
  answer: { event: EventId; turn: number; text: string };
  recall: RecallTable;
  meta: { key: string; value: string };
  link: SecretTable;
  session: SecretTable;
}

export interface EventTable {
  id: EventId;
  v: number;
  kind: string;
  workspace: string;
  person: PersonId;
  device: string;
  /** An instant, as `Date.toISOString` writes it. */
  at: string;
  question: QuestionId;
  question_hash: string;
  /** JSON. */
  payload: string;
}

export interface RecallTable {
  person: PersonId;
  question: QuestionId;
  deck: DeckName;
  question_hash: string;
  stability: number;
  difficulty: number;
  due: number;
  last: number;
  last_rating: Rating;
  reviews: number;
  lapses: number;
}

export interface SecretTable {
  hash: string;
  person: PersonId;
  created_at: number;
  expires_at: number;
}
