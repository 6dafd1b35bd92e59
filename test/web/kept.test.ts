import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { violationsOf } from "./accessibility.ts";
import { becomes } from "./becomes.ts";
import { needsPage, takeSeat } from "./harness.ts";

const { skip } = needsPage();

const answerBox = (page: Page) => page.getByRole("textbox", { name: "Your answer" });

async function begin(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/practice?question=docker-002`);
  await page.locator("h1:focus").waitFor();
}

async function finish(page: Page, words: string): Promise<void> {
  // A window behind another one is slow to take keys.
  await page.bringToFront();
  await answerBox(page).fill(words);
  await answerBox(page).press("Control+Enter");
  await page.locator("#verdict:focus").waitFor();
  await page.keyboard.press("Alt+n");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "The session" }).waitFor();
}

/** Waits until the server has taken all that was to be kept. */
const sent = (page: Page) =>
  page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("viva.outbox.")));

/** What the server has of the question's answers. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const answer = await fetch("/v1/reviews?question=docker-002");
    return (await answer.json()).items.map((review: { turns: string[] }) => review.turns[0]).sort();
  });

test("kept: of two windows that answer one visit, the second may keep its words too", { skip }, async (t) => {
  const { page, server } = await takeSeat(t, { viewport: { width: 360, height: 740 } });
  await begin(page, server.origin);
  await answerBox(page).fill("A begin");
  const other = await page.context().newPage();
  await begin(other, server.origin);
  await becomes(() => answerBox(other).inputValue(), "A begin");
  await finish(other, "One kernel for all.");
  await sent(other);
  await finish(page, "It boots nothing.");
  await page.getByText("1 answer could not be kept by the server").click();
  await page.getByText("Another window has sent other words for the same visit").waitFor();
  assert.deepEqual(await violationsOf(page), []);
  await page.getByRole("button", { name: "Keep it too" }).click();
  await page.getByText("could not be kept").waitFor({ state: "detached" });
  await sent(page);
  assert.deepEqual(await kept(page), ["It boots nothing.", "One kernel for all."]);
});

test("kept: where the browser keeps nothing, the page says so once there is something to lose", {
  skip,
}, async (t) => {
  const { page, server } = await takeSeat(t);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  const told = page.getByText("This browser keeps nothing for the page now");
  await page.goto(server.origin);
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await told.count(), 0);
  await begin(page, server.origin);
  await answerBox(page).fill("One kernel");
  await told.waitFor();
  await becomes(() => told.count(), 1);
  assert.deepEqual(await violationsOf(page), []);
});
