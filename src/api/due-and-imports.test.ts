import assert from "node:assert/strict";
import { test } from "node:test";
import { api, HOST, NOW, question } from "../../test/api.ts";
import { DAY_MS, eventIds, seededRandom } from "../base/index.ts";

const ids = eventIds(() => NOW, seededRandom("resources"));
const many = Array.from({ length: 45 }, (_, at) =>
  question(`docker-${String(at + 1).padStart(3, "0")}`, { section: at < 30 ? "Images" : "Networks" }),
);

test("due: what waits, by deck and day, in the asker's own days", async () => {
  const { ask, time } = await api(many.slice(0, 3));
  await ask("PUT", `/v1/reviews/${ids()}`, { payload: { question: "docker-001", turns: [] } });
  time.now += DAY_MS - 3_600_000;
  const dayEnds = new Date(time.now + 18 * 3_600_000).toISOString();
  const overview = (await ask("GET", `/v1/due?dayEnds=${dayEnds}&days=3`)).json();
  assert.deepEqual([overview.due, overview.new, overview.capped, overview.until], [1, 2, false, null]);
  assert.deepEqual(overview.decks, [{ name: "docker", title: "Docker", due: 1, new: 2 }]);
  assert.deepEqual([overview.days.length, overview.days[0].to, overview.days[0].due], [3, dayEnds, 1]);
  const { items } = (await ask("GET", `/v1/due/questions?dayEnds=${dayEnds}`)).json();
  assert.deepEqual(
    items.map(({ why, id }: { why: string; id: string }) => [why, id]),
    [
      ["due", "docker-001"],
      ["new", "docker-002"],
      ["new", "docker-003"],
    ],
  );
  assert.equal(items[0].points, 2);
  assert.doesNotMatch(JSON.stringify(items), /adds a layer that can be written/);
});

test("due: a date with another zone is that zone's", async () => {
  const { ask } = await api(many);
  const until = encodeURIComponent("2026-12-24T00:00:00+01:00");
  const plan = (await ask("GET", `/v1/due?until=${until}`)).json().until;
  assert.equal(plan.until, "2026-12-23T23:00:00.000Z");
  assert.ok(plan.newPerDay > 0);
});

test("due: the day ends at four in the morning UTC when nobody says otherwise", async () => {
  const { ask, time } = await api();
  const end = async () => (await ask("GET", "/v1/due")).json().days[0].to;
  assert.equal(await end(), "2026-11-25T04:00:00.000Z");
  time.now = Date.UTC(2026, 10, 25, 3, 59);
  assert.equal(await end(), "2026-11-25T04:00:00.000Z");
  time.now = Date.UTC(2026, 10, 25, 4);
  assert.equal(await end(), "2026-11-26T04:00:00.000Z");
});

test("readiness: what will be known on a date, by deck and tag", async () => {
  const { ask } = await api(many);
  const readiness = (await ask("GET", "/v1/readiness?on=2026-12-24T00:00:00Z")).json();
  assert.deepEqual([readiness.on, readiness.questions, readiness.seen], ["2026-12-24T00:00:00.000Z", 45, 0]);
  assert.deepEqual(
    readiness.tags.map(({ tag }: { tag: string }) => tag),
    ["image", "layers"],
  );
  assert.ok(
    readiness.known.low <= readiness.known.expected && readiness.known.expected <= readiness.known.high,
  );
  assert.ok(readiness.planned.expected > readiness.known.expected);
});

const BYTES = { "content-type": "application/octet-stream" };
const DOCUMENT = `Question: What is a layer?
Answer: One step of a build, kept as a difference of files.

Question: What is <script>alert(1)</script> a volume?
Answer: [Data](javascript:alert(1)) that outlives its container.
`;

test("imports: a preview shows the beginning of a text that is longer than anybody reads", async () => {
  const { ask } = await api();
  const payload = `Question: What is a layer?\nAnswer: ${"A step of 🏗 a build. ".repeat(20_000)}\n`;
  const { sample } = (
    await ask("POST", "/v1/import-previews?name=a.txt", { payload, headers: BYTES })
  ).json();
  assert.ok(sample[0].answer.length < 21_000 && sample[0].answerHtml.length < 25_000);
  assert.match(sample[0].answer, /…$/);
});

test("imports: a preview says what a document holds and keeps nothing", async () => {
  const { ask } = await api();
  const preview = (
    await ask("POST", "/v1/import-previews?name=My%20Notes.txt", { payload: DOCUMENT, headers: BYTES })
  ).json();
  assert.deepEqual([preview.deck, preview.exists, preview.totals.questions], ["my-notes", false, 2]);
  assert.match(preview.sample[1].promptHtml, /&lt;script&gt;/);
  assert.doesNotMatch(preview.sample[1].answerHtml, /<a /);
  const taken = (
    await ask("POST", "/v1/import-previews?into=docker", { payload: DOCUMENT, headers: BYTES })
  ).json();
  // Named by the person, it takes the document's questions up beside its own.
  assert.deepEqual([taken.deck, taken.exists, taken.obstacle], ["docker", true, null]);
  assert.deepEqual([taken.change.added.count, taken.change.gone.count], [2, 0]);
  assert.equal((await ask("GET", "/v1/decks")).json().items.length, 1);
});

test("imports: a document becomes a deck that can be asked at once, and later brings it up to date", async () => {
  const { ask } = await api();
  const send = (query: string, payload = DOCUMENT) =>
    ask("POST", `/v1/imports?${query}`, { payload, headers: BYTES });
  const kept = await send("name=notes.txt");
  assert.deepEqual([kept.statusCode, kept.headers.location], [201, "/v1/decks/notes"]);
  assert.deepEqual(
    [kept.json().deck, kept.json().questions, kept.json().change.added.count],
    ["notes", 2, 2],
  );
  assert.equal((await ask("GET", "/v1/due/questions?deck=notes")).json().items.length, 2);
  const again = await send("name=notes.txt");
  assert.deepEqual([again.statusCode, again.json().change.same], [200, 2]);
  const more = `${DOCUMENT}\nQuestion: What is a tag?\nAnswer: A name that can move.\n`;
  const changed = (await send("name=notes.txt", more)).json();
  assert.deepEqual(
    changed.change.added.first.map(({ id, title }: { id: string; title: string }) => [id, title]),
    [["notes-003", "What is a tag?"]],
  );
  const stranger = "Question: Who is there?\nAnswer: Nobody who was.\n";
  const refused = await send("name=notes.md", stranger);
  assert.deepEqual([refused.statusCode, refused.json().code], [409, "VIVA_DECK_EXISTS"]);
  const replaced = (await send("name=notes.md&replace=true", stranger)).json();
  assert.deepEqual([replaced.questions, replaced.change.gone.count], [1, 3]);
});

for (const [name, deck] of [
  ["../../etc/passwd", "passwd"],
  ["..\\..\\windows\\notes.md", "notes"],
  ["a\r\nSet-Cookie: x=1.md", "a-set-cookie-x-1"],
  ["\u202egnp.md", "gnp"],
  ["..", "deck"],
  ["", "document"],
] as const) {
  test(`imports: a document named ${JSON.stringify(name)} becomes the deck ${deck}, and its name does no harm`, async () => {
    const { ask } = await api();
    const query = `name=${encodeURIComponent(name)}`;
    const answer = await ask("POST", `/v1/imports?${query}`, { payload: DOCUMENT, headers: BYTES });
    assert.equal(answer.json().deck, deck, answer.body);
    assert.equal(answer.headers.location, `/v1/decks/${deck}`);
    assert.equal(answer.headers["set-cookie"], undefined);
    const empty = await ask("POST", `/v1/imports?${query}`, { payload: " ", headers: BYTES });
    assert.equal(empty.json().code, "VIVA_FILE_EMPTY");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    assert.doesNotMatch(empty.json().detail, /[\0-\x1f\u202e/\\]/);
  });
}

for (const [what, payload, query, status, code] of [
  ["nothing", "", "name=a.md", 422, "VIVA_FILE_EMPTY"],
  ["bytes that are no text", Buffer.from([0x50, 0, 1, 2]), "name=a.md", 422, "VIVA_NOT_TEXT"],
  ["a text without questions", "Just a sentence.", "name=a.md", 422, "VIVA_NO_QUESTIONS"],
  ["more than is read", Buffer.alloc(20 * 1024 * 1024 + 1, 97), "name=a.md", 413, "VIVA_TOO_LARGE"],
  ["a deck's name that is none", DOCUMENT, "into=..%2Fx", 422, "VIVA_INVALID"],
  ["a reader that there is not", DOCUMENT, "reader=pdf", 400, "VIVA_USAGE"],
] as const) {
  test(`imports: ${what} is refused with ${status} ${code}`, async () => {
    const { ask } = await api();
    for (const path of ["/v1/import-previews", "/v1/imports"]) {
      const answer = await ask("POST", `${path}?${query}`, { payload, headers: BYTES });
      assert.deepEqual([answer.statusCode, answer.json().code], [status, code], answer.body);
    }
    assert.equal((await ask("GET", "/v1/decks")).json().items.length, 1);
  });
}

test("health: alive whatever is wrong, ready only when what is kept answers", async () => {
  const { app, workplace } = await api();
  const of = async (url: string) => (await app.inject({ url, headers: { host: HOST } })).statusCode;
  assert.deepEqual([await of("/livez"), await of("/readyz")], [200, 200]);
  workplace.decks.list = () => Promise.reject(new Error("disk gone"));
  assert.deepEqual([await of("/livez"), await of("/readyz")], [200, 503]);
  const answer = await app.inject({ url: "/readyz", headers: { host: HOST } });
  assert.equal(answer.json().code, "VIVA_NOT_READY");
  assert.doesNotMatch(answer.body, /disk/);
});
