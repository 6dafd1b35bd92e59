import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { violationsOf } from "./accessibility.ts";
import { needsPage, takeSeat } from "./harness.ts";

const { skip } = needsPage();

const NOTES = `# Notes

## Git

### What is a rebase?

It moves commits onto another base. <img src=x onerror="document.title='hacked'">

### What is a merge?

It joins two histories.
`;

async function bring(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel("Document", { exact: true }).setInputFiles({
    name,
    mimeType: "text/markdown",
    buffer: Buffer.from(text),
  });
}

test("decks: a document becomes a deck after a look at what is in it; its HTML stays text", {
  skip,
}, async (t) => {
  const { page, complaints } = await takeSeat(t);
  await page.getByRole("link", { name: "Decks" }).click();
  await page.getByRole("heading", { name: "Bring a document" }).waitFor();
  await bring(page, "My notes.md", NOTES);
  const dialog = page.getByRole("dialog");
  await dialog.getByText("2 questions").first().waitFor();
  assert.deepEqual(await violationsOf(page), []);

  await dialog.getByLabel("The deck’s name").fill("docker");
  await dialog.getByText("comes with Vivarium").waitFor();
  assert.equal(await dialog.getByRole("button", { name: /^Import/ }).isDisabled(), true);
  await dialog.getByLabel("The deck’s name").fill("git notes");
  await dialog.getByText("A name is a-z").waitFor();
  await dialog.getByLabel("The deck’s name").fill("git-notes");
  await dialog.getByRole("button", { name: "Import 2 questions" }).click();
  await page.waitForURL(/\/decks\/git-notes$/);
  await page.getByRole("link", { name: "What is a rebase?" }).click();
  await page.getByText("It moves commits onto another base. <img").waitFor();
  assert.deepEqual(await violationsOf(page), []);
  assert.notEqual(await page.title(), "hacked");
  assert.equal(await page.locator("main img").count(), 0);
  assert.deepEqual(complaints, []);
});

test("decks: one's own deck may be replaced, after a yes", { skip }, async (t) => {
  const { page } = await takeSeat(t);
  await page.getByRole("link", { name: "Decks" }).click();
  for (const round of [1, 2]) {
    await bring(page, "mine.md", NOTES);
    const dialog = page.getByRole("dialog");
    const keep = dialog.getByRole("button", { name: "Import 2 questions" });
    await keep.waitFor();
    if (round === 2) {
      await dialog.getByLabel("Replace the deck mine").waitFor();
      assert.equal(await keep.isDisabled(), true);
      await dialog.getByLabel("Replace the deck mine").check();
    }
    await keep.click();
    await page.waitForURL(/\/decks\/mine$/);
    await page.getByRole("link", { name: "Decks" }).click();
    await page.getByRole("link", { name: "mine" }).waitFor();
  }
});

test("decks: what cannot be read says why", { skip }, async (t) => {
  const { page } = await takeSeat(t);
  await page.getByRole("link", { name: "Decks" }).click();
  await page.getByRole("heading", { name: "Bring a document" }).waitFor();
  await bring(page, "empty.md", "");
  await page.getByRole("dialog").getByText("empty.md is empty").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

async function drop(page: Page): Promise<void> {
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "dropped.md"));
    for (const type of ["dragenter", "dragover", "drop"])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, NOTES);
}

test("decks: a document that is dropped on any page is looked at", { skip }, async (t) => {
  const { page } = await takeSeat(t);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await drop(page);
  await page.getByRole("dialog").getByText("2 questions").first().waitFor();
});

test("decks: a document that is dropped while the server is gone is not passed over in silence", {
  skip,
}, async (t) => {
  const { page, crash, restart } = await takeSeat(t);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await crash();
  await drop(page);
  await page.getByRole("dialog").getByText("The server is not answering").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await restart();
  await drop(page);
  await page.getByRole("dialog").getByText("2 questions").first().waitFor();
});

test("decks: a search follows what is typed, and stands in the address", { skip }, async (t) => {
  const { page, server } = await takeSeat(t);
  await page.goto(`${server.origin}/decks/docker`);
  await page.getByLabel("Search").fill("compose restart");
  await page.waitForURL(/q=compose/);
  await page.getByRole("link", { name: /docker compose restart web/ }).waitFor();
  await page.getByLabel("Search").fill("no such words");
  await page.getByText("No question has “no such words” in it.").waitFor();
  await page.reload();
  assert.equal(await page.getByLabel("Search").inputValue(), "no such words");
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
  assert.equal(await page.evaluate(() => scrollY), 0);
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
  assert.equal(await fits(), true, "the list");
  await page.goto(`${server.origin}/practice?question=long-001`);
  await page.getByLabel("Your answer").fill(word);
  await page.keyboard.press("Control+Enter");
  await page.locator(".points").waitFor();
  assert.equal(await fits(), true, "the verdict");
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
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  assert.equal(focused, "What is thing 51?");
});
