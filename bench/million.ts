// Makes the store of a person who has reviewed a million questions. Run by `due-rows.ts`: million.ts HOME
import { DatabaseSync } from "node:sqlite";
import { storeFile } from "../src/practice/workplace.ts";
import { openSqliteStore } from "../src/store/index.ts";
import { DAY, DECKS, INSTALLED, NOW, OWNER, RECALLS } from "./million-shape.ts";

const [home = ""] = process.argv.slice(2);
const file = storeFile(home);
const store = await openSqliteStore({ file });
await store.close();

// Written past the ports: a million reviews one by one would take an hour. Due days lie within a year around now, in no
// order: 363 shares no divisor with 7919 nor with the number of decks.
const sqlite = new DatabaseSync(file);
sqlite.exec("pragma synchronous = off");
const insert = sqlite.prepare(
  `with recursive n(i) as (select 1 union all select i + 1 from n where i < :last)
   insert into recall (person, question, deck, question_hash, stability, difficulty, due, last, last_rating, reviews, lapses)
   select :person, printf(:question, i), printf(:deck, i % :decks), printf('%064d', i), 10 + i % 90, 5,
     :now + (i * 7919 % 363 - 181) * :day + i % :day, :now - :day * 200, 'good', 1 + i % 9, 0
   from n`,
);
const shape = { person: OWNER, decks: DECKS, now: NOW, day: DAY };
for (const deck of INSTALLED) insert.run({ ...shape, last: 100, question: `${deck}-%03d`, deck });
insert.run({
  ...shape,
  last: RECALLS - INSTALLED.length * 100,
  question: "other-%07d",
  deck: "other-%d",
});
sqlite.exec("pragma wal_checkpoint(truncate)");
sqlite.close();
