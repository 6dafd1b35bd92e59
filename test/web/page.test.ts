import assert from "node:assert/strict";
import { test } from "node:test";
import { violationsOf } from "./accessibility.ts";
import { becomes } from "./becomes.ts";
import { needsPage, signIn, takeSeat } from "./harness.ts";

const { skip } = needsPage();

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [360, 1280]) {
    test(`page: ${colorScheme}, ${width} px wide, it opens signed in, without a complaint`, {
      skip,
    }, async (t) => {
      const { page, complaints } = await takeSeat(t, { colorScheme, viewport: { width, height: 800 } });
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      assert.deepEqual(await violationsOf(page), []);
      // Not wider than its window.
      await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth);
      assert.deepEqual(complaints, []);
    });
  }
}

test("page: the link signs in once, and is not left in the address or the history", { skip }, async (t) => {
  const { page, server } = await takeSeat(t);
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.doesNotMatch(page.url(), /link=/);
  const again = await fetch(`${server.origin}/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.origin },
    body: JSON.stringify({ link: new URL(server.link).hash.replace("#link=", "") }),
  });
  assert.equal((await again.json()).code, "VIVA_LINK_INVALID");
});

test("page: who signed in is still signed in when the server has started again", { skip }, async (t) => {
  const { page, server, restart } = await takeSeat(t);
  await restart();
  await page.goto(server.origin);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const status = await page.evaluate(async () => (await fetch("/v1/sessions/current")).status);
  assert.equal(status, 200);
});

test("page: a new link may be opened in the window whose session has ended", { skip }, async (t) => {
  const seat = await takeSeat(t);
  const { page } = seat;
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.context().clearCookies();
  await page.reload();
  await page.getByText("You are not signed in").waitFor();
  await seat.restart();
  await signIn(page, seat.server.link);
  await page.getByRole("button", { name: "Answer the first" }).waitFor();
  assert.equal(await page.getByText("You are not signed in").count(), 0);
  assert.doesNotMatch(page.url(), /link=/);
});

test("page: in forced colours the current page alone is underlined", { skip }, async (t) => {
  const { page } = await takeSeat(t, { forcedColors: "active" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  const lines = () =>
    page.evaluate(() => {
      const paper = getComputedStyle(document.documentElement).backgroundColor;
      return [...document.querySelectorAll("nav a")].map(
        (link) => getComputedStyle(link).borderBlockEndColor !== paper,
      );
    });
  await becomes(lines, [true, false, false]);
});

for (const [path, words] of [
  ["/nothing", "Go to Today or to the decks."],
  ["/decks/docker/more", "Go to Today or to the decks."],
  ["/decks/nodeck", "There is no deck named “nodeck”."],
  ["/questions/nope-1", "There is no question nope-1."],
  ["/practice?question=nope-1", "There is no question nope-1."],
  ["/practice?deck=nodeck", "There is no deck named “nodeck”."],
] as const) {
  test(`page: ${path} says what is not there, and where to go`, { skip }, async (t) => {
    const { page, server } = await takeSeat(t);
    await page.goto(server.origin + path);
    await page.getByRole("heading", { name: "Nothing is here" }).waitFor();
    await becomes(() => page.locator("main").textContent(), new RegExp(words));
    await page.locator("main").getByRole("link", { name: "decks" }).waitFor();
  });
}
