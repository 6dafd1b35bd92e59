// What it costs to ask what is due among a million recalls, beside the same questions in bare SQL. Run by
// `due-rows.ts`: due.ts HOME ROOT
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import type { DeckName, PersonId } from "../src/base/index.ts";
import { nextQuestions, openWorkplace } from "../src/practice/index.ts";
import { storeFile } from "../src/practice/workplace.ts";
import { DAY, DECKS, NOW, OWNER } from "./million-shape.ts";
import { quantile } from "./quantile.ts";

const QUERIES = 300;
const LIMIT = 20;
const AT_MOST = 1000;

const [home = "", root = ""] = process.argv.slice(2);
// The names that million.ts wrote.
const person = OWNER as PersonId;
const deckOf = (i: number) => `other-${i % DECKS}` as DeckName;
/** Days within the half year before and after now. */
const endOf = (i: number) => NOW + (((i * 61) % 363) - 181) * DAY;

const workplace = openWorkplace({
  root: pathToFileURL(root),
  home,
  clock: () => NOW,
  random: () => 0.5,
});
const { recalls } = await workplace.store();
const bare = new DatabaseSync(storeFile(home), { readOnly: true });
const dueBare = bare.prepare(
  "select * from recall where person = ? and deck = ? and due >= ? and due < ? order by due, question limit ?",
);
const countBare = bare.prepare(
  "select count(*) from (select 1 from recall where person = ? and deck = ? and due >= ? and due < ? limit ?)",
);
const plan = { until: null, deck: null, count: LIMIT, order: null };
const asked = await nextQuestions(workplace, person, { ...plan, dayEnds: NOW });
if (!asked.some(({ why }) => why === "due"))
  throw new Error("nothing is due in the decks that are installed");

const times: Record<string, number[]> = { queue: [], queueBare: [], count: [], countBare: [], next: [] };
async function timed(key: string, work: () => unknown): Promise<void> {
  const began = performance.now();
  await work();
  times[key]?.push(performance.now() - began);
}
for (let i = 0; i < QUERIES; i++) {
  const deck = deckOf(i);
  const span = { from: 0, to: endOf(i) };
  await timed("queue", () => recalls.due(person, deck, span, { limit: LIMIT }));
  await timed("queueBare", () => dueBare.all(person, deck, span.from, span.to, LIMIT));
  await timed("count", () => recalls.count(person, deck, span, AT_MOST));
  await timed("countBare", () => countBare.all(person, deck, span.from, span.to, AT_MOST));
  await timed("next", () => nextQuestions(workplace, person, { ...plan, dayEnds: endOf(i) }));
}
bare.close();
await workplace.close();
const p99 = Object.entries(times).map(([key, all]) => [key, quantile(all, 0.99)]);
console.log(JSON.stringify(Object.fromEntries(p99)));
