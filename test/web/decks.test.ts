import assert from "node:assert/strict";
import { test } from "node:test";
import { becomes } from "./becomes.ts";
import { bring } from "./bring.ts";
import { needsPage, takeSeat } from "./harness.ts";

const { skip } = needsPage();

test("decks: a search follows what is typed, and stands in the address", { skip }, async (t) => {
  const { page, server } = await takeSeat(t);
  await page.goto(`${server.origin}/decks/docker`);
  await page.getByLabel("Search").fill("compose restart");
  await page.waitForURL(/q=compose/);
  await page.getByRole("link", { name: /docker compose restart web/ }).waitFor();
  await page.getByLabel("Search").fill("zebra crossings");
  await page.getByText("No question has “zebra crossings” in it.").waitFor();
  await page.reload();
  await becomes(() => page.getByLabel("Search").inputValue(), "zebra crossings");
});

test("decks: who comes back from a question stands where they left the list", { skip }, async (t) => {
  const { page, server } = await takeSeat(t, { viewport: { width: 360, height: 600 } });
  await page.goto(`${server.origin}/decks/docker`);
  const last = page.locator(".questions a").last();
  await last.scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  assert.ok(left > 0);
  await last.click();
  await page.getByRole("heading", { name: "The reference answer" }).waitFor();
  await page.waitForFunction(() => scrollY === 0);
  await page.goBack();
  await last.waitFor();
  await page.waitForFunction((place) => scrollY === place, left);
});

test("decks: words that are wider than the window break, in lists and in verdicts", { skip }, async (t) => {
  const word = "Donaudampfschiff".repeat(12);
  const { page, server } = await takeSeat(t, { viewport: { width: 360, height: 740 } });
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  await page.goto(`${server.origin}/decks`);
  await bring(
    page,
    "long.md",
    `# Long\n\n## What is ${word}?\n\n${word} is a word.\n\n## What else?\n\nMore.\n`,
  );
  await page.getByRole("dialog").getByRole("button", { name: "Import 2 questions" }).click();
  await page.getByRole("link", { name: /^What is Donau/ }).waitFor();
  await becomes(fits, true);
  await page.goto(`${server.origin}/practice?question=long-001`);
  await page.locator("h1:focus").waitFor();
  await page.getByLabel("Your answer").fill(word);
  await page.keyboard.press("Control+Enter");
  await page.locator(".points").waitFor();
  await becomes(fits, true);
});

test("decks: a table is reached by keyboard when its column has become too narrow for it", {
  skip,
}, async (t) => {
  const { page, server } = await takeSeat(t, { viewport: { width: 1280, height: 800 } });
  await page.goto(`${server.origin}/questions/api-003`);
  await page.locator(".rendered table:not([tabindex])").waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.locator(".rendered table[tabindex='0']").waitFor();
});

test("decks: more questions are shown from the keyboard, and reading goes on with the first of them", {
  skip,
}, async (t) => {
  const { page, server } = await takeSeat(t);
  await page.goto(`${server.origin}/decks`);
  const many = Array.from({ length: 60 }, (_, at) => `## ${at + 1}. What is thing ${at + 1}?\n\nThing.\n`);
  await bring(page, "many.md", many.join("\n"));
  await page.getByRole("dialog").getByRole("button", { name: "Import 60 questions" }).click();
  await page.getByRole("button", { name: "Show more" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "What is thing 60?" }).waitFor();
  await becomes(() => page.evaluate(() => document.activeElement?.textContent), "What is thing 51?");
});
