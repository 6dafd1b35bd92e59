import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { violationsOf } from "./accessibility.ts";
import { needsPage, takeSeat } from "./harness.ts";

const { skip } = needsPage();

async function download(page: Page, title: string): Promise<{ name: string; text: string }> {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: title, exact: true }).click();
  const file = await started;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

test("export: a deck is taken along in each form; what was answered goes only when it is asked for", {
  skip,
}, async (t) => {
  const { page, server } = await takeSeat(t, { viewport: { width: 360, height: 740 } });
  await page.goto(`${server.origin}/practice?question=docker-002`);
  await page.locator("h1:focus").waitFor();
  await page.getByRole("textbox", { name: "Your answer" }).fill("My very own words.");
  await page.keyboard.press("Control+Enter");
  await page.locator("#verdict:focus").waitFor();
  await page.keyboard.press("Alt+n");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "The session" }).waitFor();
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("viva.outbox.")));
  await page.goto(`${server.origin}/decks/docker`);
  await page.getByRole("heading", { name: "Take it along" }).waitFor();
  await page.locator(".questions a").first().waitFor();
  assert.deepEqual(await violationsOf(page), []);
  const markdown = await download(page, "Markdown");
  assert.equal(markdown.name, "docker.md");
  assert.ok(markdown.text.includes("Docker and containers"));
  assert.equal((await download(page, "CSV")).name, "docker.csv");
  assert.equal((await download(page, "Anki")).name, "docker.apkg");
  const alone = await download(page, "JSON");
  assert.equal(alone.name, "docker.json");
  assert.ok(!alone.text.includes("My very own words"));
  await page.getByLabel("With what I answered").check();
  assert.ok((await download(page, "JSON")).text.includes("My very own words"));
});
