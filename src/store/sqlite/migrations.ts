import type { DatabaseSync } from "node:sqlite";

/** One step from a form of the store to the next. Published steps never change. */
export interface Migration {
  /** The `user_version` of the file afterwards; 1, 2, 3 and so on. */
  readonly version: number;
  /** Runs within the transaction of all steps, with foreign keys unchecked until its end. */
  up(sqlite: DatabaseSync): void;
}

/** All steps, in order. */
export const migrations: readonly Migration[] = [{ version: 1, up: (sqlite) => sqlite.exec(FIRST) }];

// An instant is text in an event (`2026-12-24T18:00:00.000Z`, which sorts and can be read) and a number of milliseconds
// where it is computed with. The log is read by person, or by person and question, in order; the index of what is due
// is entered by person and deck, and holds all that is needed to count.
const FIRST = `
create table meta (key text primary key not null, value text not null) strict, without rowid;
insert into meta values ('device', lower(hex(randomblob(16))));

create table event (
  id text primary key not null,
  v integer not null,
  kind text not null,
  workspace text not null,
  person text not null,
  device text not null,
  at text not null,
  question text not null,
  question_hash text not null,
  payload text not null check (json_valid(payload))
) strict;
create index event_of_person on event (person, at, id);
create index event_of_question on event (person, question, at, id);

create table answer (
  event text not null references event (id) on delete cascade,
  turn integer not null,
  text text not null,
  primary key (event, turn)
) strict, without rowid;

create table recall (
  person text not null,
  question text not null,
  deck text not null,
  question_hash text not null,
  stability real not null,
  difficulty real not null,
  due integer not null,
  last integer not null,
  last_rating text not null,
  reviews integer not null,
  lapses integer not null,
  primary key (person, question)
) strict, without rowid;
create index recall_due on recall (person, deck, due, question);

create table link (
  hash text primary key not null,
  person text not null,
  created_at integer not null,
  expires_at integer not null
) strict, without rowid;
create table session (
  hash text primary key not null,
  person text not null,
  created_at integer not null,
  expires_at integer not null
) strict, without rowid;
`;
