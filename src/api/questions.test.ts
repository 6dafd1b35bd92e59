import assert from "node:assert/strict";
import { test } from "node:test";
import { api, apiOver, memoryPlace, question } from "../../test/api.ts";

const AT = "/v1/questions/docker-001";

/** A question of one's own deck, and a way to change it. */
async function editing() {
  const { ask, ...rest } = await api([question("docker-001"), question("docker-002")]);
  const read = async () => (await ask("GET", AT)).json();
  const edit = (payload: object, version: string) =>
    ask("PATCH", AT, { payload, headers: { "if-match": `"${version}"` } });
  return { ask, read, edit, ...rest };
}

const point = (id: string | null, text: string) => ({ id, text, weight: 1, variants: ["so"] });

test("questions: points are changed, added and put in another order; they are then written ones", async () => {
  const { read, edit } = await editing();
  const before = await read();
  assert.equal(before.editable, true);
  const points = [
    point("writable", "It adds a layer."),
    point(null, "Layers are shared."),
    point("read-only", "Read only."),
  ];
  const answer = await edit({ points }, before.version);
  assert.equal(answer.statusCode, 200, answer.body);
  const after = await read();
  assert.deepEqual(
    after.points.map(({ id, text }: { id: string; text: string }) => [id, text]),
    [
      ["writable", "It adds a layer."],
      ["layers-are-shared", "Layers are shared."],
      ["read-only", "Read only."],
    ],
  );
  assert.equal(after.proposed, false);
  assert.notEqual(after.version, before.version);
  assert.deepEqual(after, answer.json());
});

test("questions: who has seen an older one is told, and nothing is overwritten", async () => {
  const { read, edit } = await editing();
  const { version } = await read();
  assert.equal((await edit({ answer: "One." }, version)).statusCode, 200);
  const late = await edit({ answer: "Two." }, version);
  assert.deepEqual([late.statusCode, late.json().code], [412, "VIVA_DECK_CHANGED"]);
  assert.equal((await read()).answer, "One.");
});

for (const [what, payload, status, code] of [
  [
    "a point that says nothing",
    { points: [point("read-only", "  "), point("writable", "x")] },
    422,
    "VIVA_INVALID",
  ],
  ["a point twice", { points: [point("writable", "a"), point("writable", "b")] }, 422, "VIVA_INVALID"],
  [
    "a point left out that a misconception is about",
    { points: [point("writable", "a")] },
    422,
    "VIVA_INVALID",
  ],
  ["an id that is none", { points: [point("../x", "a")] }, 422, "VIVA_INVALID"],
  ["a weight of nothing", { points: [{ ...point(null, "a"), weight: 0 }] }, 422, "VIVA_INVALID"],
  ["a key that is not known", { title: "Else?" }, 422, "VIVA_INVALID"],
  ["nothing", {}, 422, "VIVA_INVALID"],
] as const) {
  test(`questions: ${what} is refused, and nothing changes`, async () => {
    const { read, edit } = await editing();
    const before = await read();
    const answer = await edit(payload, before.version);
    assert.deepEqual([answer.statusCode, answer.json().code], [status, code], answer.body);
    assert.deepEqual(await read(), before);
  });
}

test("questions: without If-Match nothing is changed, and the answer says what is missing", async () => {
  const { ask, read } = await editing();
  const before = await read();
  const answer = await ask("PATCH", AT, { payload: { answer: "x" } });
  assert.equal(answer.json().status, answer.statusCode);
  assert.ok([400, 422].includes(answer.statusCode));
  assert.match(answer.json().detail, /if-match/);
  assert.deepEqual(await read(), before);
});

test("questions: a deck that comes with the program is not changed", async () => {
  const { workplace } = await memoryPlace();
  workplace.decks.list = async () => [{ name: "docker" as never, title: "", questions: 1, writable: false }];
  const { VivaError } = await import("../base/index.ts");
  workplace.decks.saveQuestion = async () => {
    throw new VivaError("VIVA_DECK_SHIPPED", "it comes with Vivarium");
  };
  const { ask } = await apiOver(workplace);
  const { version, editable } = (await ask("GET", AT)).json();
  assert.equal(editable, false);
  const answer = await ask("PATCH", AT, {
    payload: { answer: "x" },
    headers: { "if-match": `"${version}"` },
  });
  assert.deepEqual([answer.statusCode, answer.json().code], [409, "VIVA_DECK_SHIPPED"]);
});

test("media: a picture of a deck is shown in its text and served with its type, and nothing else is", async () => {
  const { workplace } = await memoryPlace();
  const loaded = await workplace.decks.load("docker" as never);
  assert.ok(loaded);
  const pictured = {
    ...question("docker-001"),
    answer: "![A layer](media/layer.png) ![Gone](media/../../x.png) [Hear](media/hum.mp3)",
  };
  const bytes = Uint8Array.of(1, 2, 3);
  const media = ["layer.png", "odd.html"].map((name) => ({ name, bytes }));
  await workplace.decks.save({ info: loaded.deck, questions: [pictured], media }, "replace");
  const { ask, app, cookie } = await apiOver(workplace);
  const html = (await ask("GET", AT)).json().answerHtml;
  assert.match(html, /<img src="\/v1\/decks\/docker\/media\/layer.png" alt="A layer"/);
  assert.match(html, /<a href="\/v1\/decks\/docker\/media\/hum.mp3"/);
  assert.doesNotMatch(html, /x\.png"/);
  const get = (file: string, signedIn = cookie) =>
    app.inject({
      url: `/v1/decks/docker/media/${file}`,
      headers: { host: "localhost:4280", cookie: signedIn },
    });
  const picture = await get("layer.png");
  assert.deepEqual([picture.statusCode, picture.headers["content-type"]], [200, "image/png"]);
  assert.deepEqual([...picture.rawPayload], [1, 2, 3]);
  assert.equal(picture.headers["x-content-type-options"], "nosniff");
  const odd = await get("odd.html");
  assert.equal(odd.headers["content-type"], "application/octet-stream");
  assert.equal(odd.headers["content-disposition"], "attachment");
  for (const file of ["none.png", "..%2Fdeck.md", "%2Fetc%2Fpasswd"])
    assert.equal((await get(file)).statusCode, 404);
  assert.equal((await get("layer.png", "")).statusCode, 401);
});

test("export: a deck leaves under its own name and type, and without what was said unless that is asked for", async () => {
  const { app, cookie, ask } = await editing();
  const review = { question: "docker-001", turns: ["An image never changes."], corrections: [] };
  const id = "019ab5e2-7c00-7a10-8b1f-2f6d1c0a9e55";
  assert.equal((await ask("PUT", `/v1/reviews/${id}`, { payload: review })).statusCode, 201);
  const get = (query: string) =>
    app.inject({ url: `/v1/decks/docker/export?${query}`, headers: { host: "localhost:4280", cookie } });
  for (const [format, type, name] of [
    ["json", "application/json", "docker.json"],
    ["markdown", "text/markdown; charset=utf-8", "docker.md"],
    ["csv", "text/csv; charset=utf-8", "docker.csv"],
  ] as const) {
    const answer = await get(`format=${format}`);
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers["content-type"], type);
    assert.equal(answer.headers["content-disposition"], `attachment; filename="${name}"`);
    assert.match(answer.body, /docker-001/);
    assert.doesNotMatch(answer.body, /never changes\./);
  }
  assert.match((await get("format=json&history=true")).body, /An image never changes\./);
  assert.equal((await get("format=exe")).statusCode, 422);
});
