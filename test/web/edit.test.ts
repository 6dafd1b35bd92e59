import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { violationsOf } from "./accessibility.ts";
import { becomes } from "./becomes.ts";
import { bring } from "./bring.ts";
import { needsPage, takeSeat } from "./harness.ts";

const { skip } = needsPage();

const NOTES = `# Notes

## What is a rebase?

It moves commits onto another base. It writes history anew.
`;

const form = (page: Page) => page.getByRole("form", { name: "Points and reference answer" });
const claim = (page: Page, at: number) => form(page).getByLabel("Claim").nth(at);
const claims = (page: Page) =>
  page.locator(".claim").evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value));
const save = (page: Page) => form(page).getByRole("button", { name: "Save" }).click();
/** What the focus is on, and the point it is in. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.textContent || element?.className} in ${element?.closest("fieldset")?.querySelector("legend")?.textContent}`;
  });

async function openEditor(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/decks`);
  await bring(page, "mine.md", NOTES);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Import/ })
    .click();
  await page.waitForURL(/\/decks\/mine$/);
  await page.goto(`${origin}/questions/mine-001`);
  await page.getByText("taken from the reference, not written").waitFor();
  await page.getByRole("button", { name: "Edit points and answer" }).click();
  await becomes(() => focused(page), "claim in Point 1");
}

test("edit: points that were proposed become written ones, with wordings and weights, in their order", {
  skip,
}, async (t) => {
  const { page, server, complaints } = await takeSeat(t, {
    colorScheme: "dark",
    viewport: { width: 360, height: 740 },
  });
  await openEditor(page, server.origin);
  assert.deepEqual(await violationsOf(page), []);
  await claim(page, 0).fill("Commits get another base.");
  await form(page).getByLabel("Other wordings").first().fill("moves the branch\nreplays the commits");
  await form(page).getByLabel("Counts").first().selectOption("3");
  await form(page).getByRole("button", { name: "Add a point" }).click();
  await becomes(() => focused(page), "claim in Point 3");
  await page.keyboard.type("Never for what is public.");
  await form(page).getByLabel("Counts").last().selectOption("as a bonus");
  await page.keyboard.press("Control+Enter");
  await form(page).waitFor({ state: "detached" });
  await page.getByText("counts 3").waitFor();
  await becomes(
    () => page.locator(".plain-points li").allTextContents(),
    ["Commits get another base. counts 3", "It writes history anew.", "Bonus: Never for what is public."],
  );
  await becomes(() => page.getByText("taken from the reference, not written").count(), 0);
  await becomes(() => focused(page), "Edit points and answer in undefined");
  assert.deepEqual(await violationsOf(page), []);
  assert.deepEqual(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => /edit/.test(key))),
    [],
  );
  assert.deepEqual(complaints, []);
});

test("edit: by keyboard, points move, go and come back, and the focus goes with them", {
  skip,
}, async (t) => {
  const { page, server } = await takeSeat(t);
  await openEditor(page, server.origin);
  const [first, second] = await claims(page);
  await page.keyboard.press("Alt+ArrowDown");
  await becomes(() => claims(page), [second, first]);
  await becomes(() => focused(page), "claim in Point 2");
  await form(page)
    .getByRole("button", { name: /^Up.*point 2$/ })
    .focus();
  await page.keyboard.press("Enter");
  await becomes(() => claims(page), [first, second]);
  await becomes(() => focused(page), "Down: point 1 in Point 1");
  await form(page).getByRole("button", { name: "Remove point 1" }).focus();
  await page.keyboard.press("Enter");
  await becomes(() => claims(page), [second]);
  await becomes(() => focused(page), "claim in Point 1");
  await form(page).getByRole("button", { name: "Put the last one back" }).press("Enter");
  await becomes(() => claims(page), [first, second]);
});

test("edit: a reload loses nothing of what was typed; cancelling asks first", { skip }, async (t) => {
  const { page, server } = await takeSeat(t);
  await openEditor(page, server.origin);
  await claim(page, 0).fill("Half a cl");
  await page.reload();
  await form(page).waitFor();
  await becomes(() => claim(page, 0).inputValue(), "Half a cl");
  await form(page).getByRole("button", { name: "Cancel" }).click();
  await form(page).getByRole("button", { name: "Go on writing" }).waitFor();
  await form(page).getByRole("button", { name: "Forget what I typed" }).click();
  await page.reload();
  await page.getByRole("button", { name: "Edit points and answer" }).waitFor();
  assert.equal(await page.getByText("Half a cl").count(), 0);
});

test("edit: a point that says nothing is not sent, and takes the focus", { skip }, async (t) => {
  const { page, server } = await takeSeat(t);
  await openEditor(page, server.origin);
  await claim(page, 1).fill(" ");
  await save(page);
  await form(page).getByText("Write the claim, or remove the point.").waitFor();
  await becomes(() => focused(page), "claim in Point 2");
  assert.deepEqual(await violationsOf(page), []);
});

test("edit: what was changed meanwhile is told, nothing typed is lost, and saving again is meant", {
  skip,
}, async (t) => {
  const { page, server } = await takeSeat(t);
  await openEditor(page, server.origin);
  await claim(page, 0).fill("Mine.");
  const other = await page.context().newPage();
  // What is typed here is kept for all windows of a browser; this one is to begin with what the server has.
  await other.goto(`${server.origin}/decks`);
  await other.evaluate(() => localStorage.clear());
  await other.goto(`${server.origin}/questions/mine-001`);
  await other.getByRole("button", { name: "Edit points and answer" }).click();
  await other.locator(".edited-answer").fill("The other window's answer.");
  await save(other);
  await form(other).waitFor({ state: "detached" });
  // A window behind another one is slow to take clicks.
  await page.bringToFront();
  await save(page);
  await form(page).getByText("The question was changed meanwhile.").waitFor();
  await becomes(() => claim(page, 0).inputValue(), "Mine.");
  await becomes(() => page.locator(".edited-answer").inputValue(), "The other window's answer.");
  await form(page).getByText("What stands there now").click();
  assert.deepEqual(await violationsOf(page), []);
  await save(page);
  await form(page).waitFor({ state: "detached" });
  await page.locator(".plain-points").getByText("Mine.").waitFor();
  await page.getByText("The other window's answer.").waitFor();
});

test("edit: while the server is gone, what was typed stays in the form", { skip }, async (t) => {
  const { page, server, crash, restart } = await takeSeat(t);
  await openEditor(page, server.origin);
  await claim(page, 0).fill("Kept.");
  await crash();
  await save(page);
  await form(page).getByText("The server is not answering").waitFor();
  await restart();
  await form(page).getByRole("button", { name: "Try again" }).click();
  await page.locator(".plain-points").getByText("Kept.").waitFor();
});

test("edit: a question of a deck that comes with Vivarium is only read", { skip }, async (t) => {
  const { page, server } = await takeSeat(t);
  await page.goto(`${server.origin}/questions/docker-004`);
  await page.getByRole("heading", { name: "Points" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Edit points and answer" }).count(), 0);
});
