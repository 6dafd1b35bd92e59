import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page, Route } from "playwright-core";
import { violationsOf } from "./accessibility.ts";
import { becomes } from "./becomes.ts";
import { bring, drop } from "./bring.ts";
import { needsPage, takeSeat } from "./harness.ts";

const { skip } = needsPage();

const NOTES = `# Notes

## Git

### What is a rebase?

It moves commits onto another base. <img src=x onerror="document.title='hacked'">

### What is a merge?

It joins two histories.
`;
/** The same notes later: one answer is another one, one question is gone, one has come. */
const LATER = `# Notes

## Git

### What is a rebase?

It writes commits anew, on top of another base.

### How does one commit get a name?

By a tag.
`;
const OTHER = "# Other\n\n## Which unit does Kubernetes schedule?\n\nA pod.\n";

const dialog = (page: Page) => page.getByRole("dialog");
const nameBox = (page: Page) => dialog(page).getByLabel("The deck’s name");

/** The button that keeps the document, when it may be pressed. */
const importButton = (page: Page, questions: number) =>
  dialog(page)
    .getByRole("button", { name: `Import ${questions} question` })
    .and(page.locator(":enabled"));

async function goToDecks(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Decks" }).click();
  await page.getByRole("heading", { name: "Bring a document" }).waitFor();
}

async function keep(page: Page, name: string, text: string): Promise<void> {
  await goToDecks(page);
  await bring(page, name, text);
  await dialog(page)
    .getByRole("button", { name: /^Import/ })
    .click();
  await page.waitForURL(/\/decks\/./);
}

/** Lets what the page asks for wait. @returns what lets it go */
async function hold(page: Page, url: string): Promise<() => Promise<void>> {
  const held: Route[] = [];
  const keep = (route: Route) => void held.push(route);
  await page.route(url, keep);
  return async () => {
    await page.unroute(url, keep);
    for (const route of held) await route.continue();
  };
}

test("import: a document becomes a deck after a look at what is in it; its HTML stays text", {
  skip,
}, async (t) => {
  const { page, complaints } = await takeSeat(t);
  await goToDecks(page);
  await bring(page, "My notes.md", NOTES);
  await dialog(page).getByText("2 questions").first().waitFor();
  assert.deepEqual(await violationsOf(page), []);

  await dialog(page).getByLabel("The deck’s name").fill("docker");
  await dialog(page).getByText("comes with Vivarium").waitFor();
  await becomes(
    () =>
      dialog(page)
        .getByRole("button", { name: /^Import/ })
        .isDisabled(),
    true,
  );
  await dialog(page).getByLabel("The deck’s name").fill("git notes");
  await dialog(page).getByText("A name is a-z").waitFor();
  await dialog(page).getByLabel("The deck’s name").fill("git-notes");
  await dialog(page).getByRole("button", { name: "Import 2 questions" }).click();
  await page.waitForURL(/\/decks\/git-notes$/);
  await page.getByRole("link", { name: "What is a rebase?" }).click();
  await page.getByText("It moves commits onto another base. <img").waitFor();
  assert.deepEqual(await violationsOf(page), []);
  assert.notEqual(await page.title(), "hacked");
  assert.equal(await page.locator("main img").count(), 0);
  assert.deepEqual(complaints, []);
});

test("import: a document that was brought before brings its deck up to date, and says first what it changes", {
  skip,
}, async (t) => {
  const { page, complaints } = await takeSeat(t, { viewport: { width: 360, height: 740 } });
  await keep(page, "mine.md", NOTES);
  await goToDecks(page);
  await bring(page, "mine.md", LATER);
  const effect = dialog(page).getByRole("region", { name: "What it does to the deck mine" });
  await effect.waitFor();
  await becomes(
    () => effect.locator("summary").allTextContents(),
    [
      "1 question added",
      "1 changed by the document",
      "1 gone from the document: kept aside, no longer asked",
    ],
  );
  await effect.getByText("1 changed by the document").click();
  await effect.getByText("What is a rebase?").waitFor();
  await effect.getByText("the answer", { exact: true }).waitFor();
  assert.deepEqual(await violationsOf(page), []);
  await dialog(page).getByRole("button", { name: "Bring the deck mine up to date" }).click();
  await page.waitForURL(/\/decks\/mine$/);
  await page.getByRole("link", { name: "How does one commit get a name?" }).waitFor();
  await becomes(() => page.getByRole("link", { name: "What is a merge?" }).count(), 0);

  await goToDecks(page);
  await bring(page, "mine.md", LATER);
  await dialog(page).getByText("says the same already").waitFor();
  await dialog(page).getByRole("button", { name: "Go to the deck" }).click();
  await page.waitForURL(/\/decks\/mine$/);
  assert.deepEqual(complaints, []);
});

test("import: a deck that has nothing of the document is left alone, until one names another or replaces it", {
  skip,
}, async (t) => {
  const { page } = await takeSeat(t);
  await goToDecks(page);
  await bring(page, "other.md", NOTES);
  await nameBox(page).fill("mine");
  await importButton(page, 2).click();
  await page.waitForURL(/\/decks\/mine$/);
  await goToDecks(page);
  await bring(page, "mine.md", OTHER);
  await dialog(page).getByText("There is a deck mine, and nothing of it is in this document").waitFor();
  const submit = dialog(page).locator("button[type=submit]");
  await becomes(() => submit.isDisabled(), true);
  assert.deepEqual(await violationsOf(page), []);
  await dialog(page).getByRole("button", { name: "Name it mine-2" }).click();
  await importButton(page, 1).waitFor();
  await becomes(() => nameBox(page).inputValue(), "mine-2");

  await nameBox(page).fill("mine");
  await dialog(page)
    .getByLabel(/Replace it/)
    .check();
  await dialog(page).getByText("2 gone from the document").waitFor();
  await dialog(page).getByRole("button", { name: "Replace the deck mine" }).click();
  await page.getByRole("link", { name: "Which unit does Kubernetes schedule?" }).waitFor();
});

test("import: what is shown is of the name that is typed, and what is not looked at cannot be kept", {
  skip,
}, async (t) => {
  const { page } = await takeSeat(t);
  await keep(page, "mine.md", NOTES);
  await goToDecks(page);
  await bring(page, "other.md", LATER);
  const submit = dialog(page).locator("button[type=submit]");
  await dialog(page).getByRole("button", { name: "Import 2 questions" }).waitFor();
  const lookAtX = await hold(page, "**/v1/import-previews*");
  await nameBox(page).pressSequentially("x");
  await becomes(() => submit.isDisabled(), true);
  await lookAtX();
  await importButton(page, 2).waitFor();
  await nameBox(page).fill("mine");
  await dialog(page).getByRole("heading", { name: "What it does to the deck mine" }).waitFor();
  const lookAtFree = await hold(page, "**/v1/import-previews*");
  await nameBox(page).fill("free");
  await dialog(page)
    .getByRole("heading", { name: "What it does to the deck mine" })
    .waitFor({ state: "detached" });
  await nameBox(page).press("Enter");
  await lookAtFree();
  await importButton(page, 2).waitFor();
  assert.match(page.url(), /\/decks$/);
  await nameBox(page).press("Enter");
  await page.waitForURL(/\/decks\/free$/);
});

test("import: what cannot be read says why", { skip }, async (t) => {
  const { page } = await takeSeat(t);
  await page.getByRole("link", { name: "Decks" }).click();
  await page.getByRole("heading", { name: "Bring a document" }).waitFor();
  await bring(page, "empty.md", "");
  await page.getByRole("dialog").getByText("empty.md is empty").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("import: a document that is too large is told so, and nothing is sent", { skip }, async (t) => {
  const { page } = await takeSeat(t);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  await page.getByRole("heading", { level: 1 }).waitFor();
  await drop(page, { "large.md": "x".repeat(20 * 1024 * 1024 + 1) });
  await dialog(page).getByText("large.md has 21 MB, and 20 MB are read at most").waitFor();
  assert.deepEqual(await violationsOf(page), []);
  await dialog(page).getByRole("button", { name: "Close" }).click();
  assert.deepEqual(
    sent.filter((url) => url.includes("/v1/import")),
    [],
  );
});

test("import: several documents are looked at one after another, and the rest can be left", {
  skip,
}, async (t) => {
  const { page } = await takeSeat(t);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await drop(page, { "one.md": NOTES, "two.md": OTHER, "three.md": LATER });
  await dialog(page).getByRole("heading", { name: "one.md" }).waitFor();
  await dialog(page).getByText("2 more documents come after it.").waitFor();
  await dialog(page).getByRole("button", { name: "Import 2 questions" }).click();
  await dialog(page).getByRole("heading", { name: "two.md" }).waitFor();
  await page.keyboard.press("Escape");
  await dialog(page).getByRole("heading", { name: "three.md" }).waitFor();
  await drop(page, { "four.md": OTHER });
  await dialog(page).getByRole("button", { name: "Leave them all" }).click();
  await dialog(page).waitFor({ state: "detached" });
});

test("import: a folder says how it is read", { skip }, async (t) => {
  const { page } = await takeSeat(t);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(() => {
    // A page cannot make an entry of a folder by itself.
    DataTransferItem.prototype.webkitGetAsEntry = () =>
      Object.create(null, { isDirectory: { value: true }, name: { value: "notes" } });
  });
  await drop(page, { notes: "" });
  await dialog(page).getByText("viva import").waitFor();
});

test("import: reading that takes long is counted, and can be stopped and begun again", {
  skip,
}, async (t) => {
  const { page } = await takeSeat(t);
  await goToDecks(page);
  await page.route("**/v1/import-previews*", () => {});
  await bring(page, "mine.md", NOTES);
  await dialog(page).getByText("Reading the document …").waitFor();
  await dialog(page)
    .getByText(/^([2-9]|\d\d+)\s*s$/)
    .waitFor();
  assert.deepEqual(await violationsOf(page), []);
  await dialog(page).getByRole("button", { name: "Stop" }).click();
  await dialog(page).getByText("Stopped; nothing was kept.").waitFor();
  await page.unroute("**/v1/import-previews*");
  await dialog(page).getByRole("button", { name: "Read it after all" }).click();
  await dialog(page).getByRole("button", { name: "Import 2 questions" }).waitFor();
});

test("import: by keyboard alone, from pasted text to its deck", { skip }, async (t) => {
  const { page } = await takeSeat(t);
  await goToDecks(page);
  const focusedId = () => page.evaluate(() => document.activeElement?.id);
  await page.getByText("Or paste its text").focus();
  await page.keyboard.press("Enter");
  await page.locator("details[open] #pasted").waitFor();
  await page.keyboard.press("Tab");
  await becomes(focusedId, "pasted");
  await page.keyboard.insertText(OTHER);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await importButton(page, 1).waitFor();
  await becomes(focusedId, "import-title");
  while ((await focusedId()) !== "import-name") await page.keyboard.press("Tab");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("pods");
  await importButton(page, 1).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/decks\/pods$/);
  await page.getByRole("link", { name: "Which unit does Kubernetes schedule?" }).waitFor();
});
