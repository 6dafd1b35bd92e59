import assert from "node:assert/strict";
import { test } from "node:test";
import { api, HOST, NOW, question } from "../../test/api.ts";
import { DAY_MS, eventIds, seededRandom } from "../base/index.ts";
import { rebuildRecall } from "../practice/index.ts";

const ids = eventIds(() => NOW, seededRandom("resources"));
const SAID = "An image is a stack of read-only layers, and a container adds a writable layer on top.";
const many = Array.from({ length: 45 }, (_, at) =>
  question(`docker-${String(at + 1).padStart(3, "0")}`, { section: at < 30 ? "Images" : "Networks" }),
);

test("decks: all of them with what one needs to choose", async () => {
  const { ask } = await api(many);
  const { items } = (await ask("GET", "/v1/decks")).json();
  assert.deepEqual(items, [{ name: "docker", title: "Docker", questions: 45, sections: 2, writable: true }]);
});

test("decks: one with its sections in the order they are taught", async () => {
  const { ask } = await api(many);
  const deck = (await ask("GET", "/v1/decks/docker")).json();
  assert.deepEqual(deck.sections, [
    { title: "Images", questions: 30 },
    { title: "Networks", questions: 15 },
  ]);
  assert.equal(deck.textHtml, "<p>For those who begin.</p>\n");
});

test("decks: every question is on one page, whoever follows `next`", async () => {
  const { ask } = await api(many);
  const seen: string[] = [];
  let url: string | null = "/v1/decks/docker/questions?limit=20&section=Images";
  let pages = 0;
  while (url !== null) {
    const answer = await ask("GET", url);
    const { items, next } = answer.json();
    seen.push(...items.map(({ id }: { id: string }) => id));
    const link = /^<([^>]+)>; rel="next"$/.exec(String(answer.headers.link ?? ""))?.[1] ?? null;
    assert.equal(link === null, next === null);
    if (link !== null)
      assert.match(link, /^\/v1\/decks\/docker\/questions\?limit=20&section=Images&cursor=[\w-]+$/);
    url = link;
    pages++;
  }
  assert.equal(pages, 2);
  assert.deepEqual(
    seen,
    many.slice(0, 30).map(({ id }) => id),
  );
});

test("decks: the words of a search may stand anywhere, with other capitals and accents", async () => {
  const { ask } = await api([
    ...many,
    question("docker-999", { body: "\nWarum heißt es Schicht in Köln?\n" }),
  ]);
  const found = async (q: string) =>
    (await ask("GET", `/v1/decks/docker/questions?limit=100&q=${encodeURIComponent(q)}`))
      .json()
      .items.map(({ id }: { id: string }) => id);
  assert.deepEqual(await found("koln SCHICHT"), ["docker-999"]);
  assert.deepEqual(await found("docker-007"), ["docker-007"]);
  assert.equal((await found("layers container")).length, 46);
  assert.deepEqual(await found("layers nowhere"), []);
  assert.equal((await found(" ")).length, 46);
});

test("decks: a question that was answered says when it comes back", async () => {
  const { ask } = await api(many);
  await ask("PUT", `/v1/reviews/${ids()}`, { payload: { question: "docker-002", turns: [SAID] } });
  const { items } = (await ask("GET", "/v1/decks/docker/questions?limit=2")).json();
  assert.deepEqual([items[0].due, items[0].reviews], [null, 0]);
  assert.equal(items[1].reviews, 1);
  assert.ok(Date.parse(items[1].due) >= NOW + DAY_MS);
});

for (const url of [
  "/v1/decks",
  "/v1/decks/docker",
  "/v1/decks/docker/questions",
  "/v1/questions/docker-001",
]) {
  test(`decks: ${url} is sent once and asked about after that`, async () => {
    const { ask } = await api(many);
    const first = await ask("GET", url);
    assert.equal(first.headers["cache-control"], "private, no-cache");
    const again = await ask("GET", url, { headers: { "if-none-match": String(first.headers.etag) } });
    assert.deepEqual([again.statusCode, again.body], [304, ""]);
    const head = await ask("HEAD", url);
    assert.deepEqual([head.statusCode, head.body], [200, ""]);
  });
}

test("decks: an answer changes the tag of the list", async () => {
  const { ask } = await api(many);
  const url = "/v1/decks/docker/questions";
  const { etag } = (await ask("GET", url)).headers;
  await ask("PUT", `/v1/reviews/${ids()}`, { payload: { question: "docker-001", turns: [] } });
  assert.equal((await ask("GET", url, { headers: { "if-none-match": String(etag) } })).statusCode, 200);
});

test("questions: one with all that its deck file holds", async () => {
  const { ask } = await api([question("docker-001", { body: "\nLook at `docker history`.\n" })]);
  const one = (await ask("GET", "/v1/questions/docker-001")).json();
  assert.equal(one.deck, "docker");
  assert.equal(one.bodyHtml, "<p>Look at <code>docker history</code>.</p>\n");
  assert.equal(one.promptHtml, `<p>${one.titleHtml}</p>\n${one.bodyHtml}`);
  assert.deepEqual(one.points[0], {
    id: "read-only",
    text: "An image is a stack of read-only layers.",
    textHtml: "An image is a stack of read-only layers.",
    weight: 2,
    variants: ["images never change once they are built"],
  });
  assert.equal(one.misconceptions[0].correction, "A change makes a new layer.");
  assert.deepEqual(one.followUps, [{ point: "writable", text: "Where does what a container writes go?" }]);
});

test("assessments: an answer is judged point by point, with the words that count and one follow-up", async () => {
  const { ask } = await api();
  const payload = { question: "docker-001", turns: ["\r\nAn image is a stack of read-only layers.\n\n"] };
  const judged = (await ask("POST", "/v1/assessments", { payload })).json();
  assert.deepEqual(judged.turns, ["An image is a stack of read-only layers."]);
  assert.deepEqual(
    judged.verdicts.map(({ point, verdict }: { point: string; verdict: string }) => [point, verdict]),
    [
      ["read-only", "covered"],
      ["writable", "missing"],
    ],
  );
  const { evidence } = judged.verdicts[0];
  assert.equal(judged.turns[evidence.turn].slice(evidence.start, evidence.end), evidence.text);
  assert.deepEqual(judged.followUp, { point: "writable", text: "Where does what a container writes go?" });
  assert.match(judged.answerHtml, /<p>An image is a stack/);

  const turns = [...payload.turns, "A container adds a writable layer on top."];
  const second = (await ask("POST", "/v1/assessments", { payload: { ...payload, turns } })).json();
  assert.equal(second.score, 1);
  assert.equal(second.followUp, null);
  assert.equal((await ask("GET", "/v1/reviews")).json().items.length, 0);
});

test("assessments: who does not know is asked nothing more", async () => {
  const { ask } = await api();
  for (const turns of [[], [" \n"]]) {
    const judged = (
      await ask("POST", "/v1/assessments", { payload: { question: "docker-001", turns } })
    ).json();
    assert.deepEqual([judged.turns, judged.score, judged.followUp], [[], 0, null]);
  }
});

test("assessments: the longest answer that is taken is judged in bounded time", async () => {
  const { ask } = await api();
  const words = "the layer is never read only unless a container writes to it, and then not quite; ";
  const turns = new Array(12).fill(words.repeat(240).slice(0, 20_000));
  const started = process.cpuUsage();
  const answer = await ask("POST", "/v1/assessments", { payload: { question: "docker-001", turns } });
  const used = process.cpuUsage(started);
  assert.equal(answer.statusCode, 200, answer.body.slice(0, 200));
  // A hundred times what it takes: this is to notice a square, not to measure.
  assert.ok(used.user / 1e6 < 60, `${used.user / 1e6} s`);
});

test("reviews: what was recorded is there, once, however often it is sent", async () => {
  const { ask, time } = await api();
  const url = `/v1/reviews/${ids()}`;
  const payload = {
    question: "docker-001",
    turns: [SAID],
    firstKeyMs: 2100,
    confidence: "think",
    corrections: [],
  };
  const first = await ask("PUT", url, { payload });
  assert.deepEqual([first.statusCode, first.headers.location], [201, url]);
  const { id, due, ...review } = first.json();
  assert.equal(`/v1/reviews/${id}`, url);
  assert.equal(review.at, new Date(NOW).toISOString());
  assert.deepEqual([review.outcome, review.label, review.rating], ["answered", "covered", "easy"]);
  assert.ok(Date.parse(due) > NOW + DAY_MS);
  assert.equal(
    review.verdicts[0].evidence.text,
    SAID.slice(review.verdicts[0].evidence.start, review.verdicts[0].evidence.end),
  );

  time.now += 60_000;
  const again = await ask("PUT", url, { payload: { ...payload, turns: [`\n${SAID}\r\n`] } });
  assert.deepEqual([again.statusCode, again.headers.location, again.json()], [200, undefined, first.json()]);
  const other = await ask("PUT", url, { payload: { ...payload, turns: ["Something else."] } });
  assert.deepEqual([other.statusCode, other.json().code], [409, "VIVA_REVIEW_CONFLICT"]);
  assert.deepEqual((await ask("GET", "/v1/reviews")).json().items, [first.json()]);
  assert.deepEqual((await ask("GET", url)).json(), first.json());
});

test("reviews: two that arrive at once with one id are one", async () => {
  const { ask } = await api();
  const url = `/v1/reviews/${ids()}`;
  const payload = { question: "docker-001", turns: [SAID] };
  const answers = await Promise.all([1, 2, 3].map(() => ask("PUT", url, { payload })));
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 200, 201]);
  assert.equal((await ask("GET", "/v1/reviews")).json().items.length, 1);
});

test("reviews: a correction counts until it is withdrawn", async () => {
  const { ask } = await api();
  const url = `/v1/reviews/${ids()}`;
  const payload = { question: "docker-001", turns: ["An image is a stack of read-only layers."] };
  const judged = (await ask("PUT", url, { payload })).json();
  const corrected = await ask("PUT", `${url}/corrections/writable`, { payload: { verdict: "covered" } });
  assert.deepEqual([corrected.json().score, corrected.json().corrected], [1, true]);
  assert.equal(corrected.json().verdicts[1].corrected, true);
  const withdrawn = await ask("DELETE", `${url}/corrections/writable`);
  assert.deepEqual(withdrawn.json(), judged);
  const wrong = await ask("PUT", `${url}/corrections/nowhere`, { payload: { verdict: "covered" } });
  assert.deepEqual([wrong.statusCode, wrong.json().code], [422, "VIVA_INVALID"]);
});

test("reviews: corrections made during the visit are recorded with it", async () => {
  const { ask } = await api();
  const payload = {
    question: "docker-001",
    turns: ["No."],
    corrections: [{ point: "read-only", verdict: "covered" }],
  };
  const review = (await ask("PUT", `/v1/reviews/${ids()}`, { payload })).json();
  assert.deepEqual([review.corrected, review.verdicts[0].verdict], [true, "covered"]);
});

test("reviews: one that was taken back is gone, also when it is taken back twice", async () => {
  const { ask, workplace } = await api();
  const url = `/v1/reviews/${ids()}`;
  await ask("PUT", url, { payload: { question: "docker-001", turns: [SAID] } });
  assert.equal((await ask("DELETE", url)).statusCode, 204);
  assert.equal((await ask("DELETE", url)).statusCode, 204);
  assert.equal((await ask("GET", url)).statusCode, 404);
  assert.equal((await ask("GET", "/v1/due")).json().new, 1);
  await rebuildRecall(workplace);
  assert.equal((await ask("GET", "/v1/due")).json().new, 1);
});

test("reviews: every one is on one page, newest first", async () => {
  const { ask, time } = await api(many);
  const recorded: string[] = [];
  for (let n = 0; n < 7; n++) {
    const id = ids();
    recorded.unshift(id);
    await ask("PUT", `/v1/reviews/${id}`, { payload: { question: `docker-00${1 + (n % 2)}`, turns: [] } });
    // Three in one moment: their ids tell their order.
    if (n > 2) time.now += DAY_MS;
  }
  const seen: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const answer = await ask("GET", `/v1/reviews?limit=2${next === "" ? "" : `&cursor=${next}`}`);
    const page: { items: { id: string }[]; next: string | null } = answer.json();
    seen.push(...page.items.map(({ id }) => id));
    next = page.next;
  }
  assert.deepEqual(seen, recorded);
  const ofOne = (await ask("GET", "/v1/reviews?question=docker-001")).json().items;
  assert.equal(ofOne.length, 4);
});

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
  assert.deepEqual([taken.deck, taken.exists], ["docker", true]);
  assert.equal((await ask("GET", "/v1/decks")).json().items.length, 1);
});

test("imports: a document becomes a deck that can be asked at once, and replaces another only when told", async () => {
  const { ask } = await api();
  const send = (query: string) => ask("POST", `/v1/imports?${query}`, { payload: DOCUMENT, headers: BYTES });
  const kept = await send("name=notes.txt");
  assert.deepEqual([kept.statusCode, kept.headers.location], [201, "/v1/decks/notes"]);
  assert.deepEqual(kept.json(), { deck: "notes", questions: 2 });
  assert.equal((await ask("GET", "/v1/due/questions?deck=notes")).json().items.length, 2);
  const again = await send("name=notes.txt");
  assert.deepEqual([again.statusCode, again.json().code], [409, "VIVA_DECK_EXISTS"]);
  assert.equal((await send("name=notes.txt&replace=true")).statusCode, 201);
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
