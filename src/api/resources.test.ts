import assert from "node:assert/strict";
import { test } from "node:test";
import { api, NOW, question } from "../../test/api.ts";
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
