import type { PracticeEvent } from "../../recall/index.ts";
import type { Entry } from "../event-store.ts";
import { hasPayloadForm } from "./payload-form.ts";
import { damaged, newer } from "./store-error.ts";
import type { EventTable } from "./tables.ts";

/** An event as a row. */
export function rowOfEvent(event: PracticeEvent): EventTable {
  const { id, v, kind, workspace, person, device, at, question, questionHash, payload } = event;
  return {
    id,
    v,
    kind,
    workspace,
    person,
    device,
    at: instantText(at),
    question,
    question_hash: questionHash,
    payload: JSON.stringify(payload),
  };
}

/** Milliseconds as the text that the log is ordered by. */
export const instantText = (at: number): string => new Date(at).toISOString();

/**
 * The only place where a row becomes an event.
 * @throws VivaError VIVA_STORE_NEWER, VIVA_STORE_DAMAGED
 */
export function eventOfRow(row: EventTable, file: string): PracticeEvent {
  const at = Date.parse(row.at);
  if (Number.isNaN(at)) throw damaged(file, `the event ${row.id} has no time`);
  const event = {
    id: row.id,
    v: row.v,
    workspace: row.workspace,
    person: row.person,
    device: row.device,
    at,
    question: row.question,
    questionHash: row.question_hash,
    kind: row.kind,
    payload: payloadOf(row),
  };
  if (!isKnown(event)) throw newer(file, `the event ${row.id} is a ${row.kind} of version ${row.v}`);
  if (!hasPayloadForm(event.kind, event.payload)) throw damaged(file, `the event ${row.id} is not whole`);
  return event;
}

/** Undefined, which no event has, when it is not JSON. */
function payloadOf({ payload }: EventTable): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

/** Of the kinds that this program knows; its payload is looked at next. */
function isKnown(event: { v: number; kind: string }): event is PracticeEvent {
  return event.v === 1 && ["review", "correction", "regrade", "retraction"].includes(event.kind);
}

/** An event row with its words, a JSON list. */
export interface EntryRow extends EventTable {
  turns: string;
}

/** See {@link eventOfRow}. */
export function entryOfRow(row: EntryRow, file: string): Entry {
  return { event: eventOfRow(row, file), turns: JSON.parse(row.turns) };
}
