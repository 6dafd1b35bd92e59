import assert from "node:assert/strict";
import { test } from "node:test";
import { HEALTH_NOTES, KNOWS_BETTER, LENDER } from "../borrowing/health-notes.ts";
import { violationsOf } from "./accessibility.ts";
import { bring } from "./bring.ts";
import { needsPage, takeSeat } from "./harness.ts";

const { skip } = needsPage();

test("borrowing: the lender and where the references do not agree are shown; a key refuses it, and the question page allows it again", {
  skip,
}, async (t) => {
  const { page, server, complaints } = await takeSeat(t, { viewport: { width: 360, height: 900 } });
  await page.goto(`${server.origin}/decks`);
  await bring(page, "notes.md", HEALTH_NOTES);
  await page.getByRole("dialog").getByRole("button", { name: "Import 2 questions" }).click();
  await page.waitForURL(/\/decks\/notes$/);
  await page.goto(`${server.origin}/practice?question=notes-001`);
  await page.getByLabel("Your answer").fill(KNOWS_BETTER);
  await page.keyboard.press("Control+Enter");
  const borrowed = page.locator(".borrowed");
  await borrowed.getByRole("link", { name: LENDER }).waitFor();
  await borrowed.getByText("Your document says").waitFor();
  await page.locator(".points .why").first().waitFor();
  assert.deepEqual(await violationsOf(page), []);
  await page.locator("[data-point='plain-no-restart']").waitFor();
  await page.keyboard.press("b");
  await page.locator("[data-point='plain-no-restart']").waitFor({ state: "detached" });
  await borrowed.waitFor({ state: "detached" });
  await page.goto(`${server.origin}/questions/notes-001`);
  await page.getByRole("button", { name: "Let it be judged by a question that asks the same" }).click();
  await borrowed.getByRole("link", { name: LENDER }).waitFor();
  assert.deepEqual(await violationsOf(page), []);
  assert.deepEqual(complaints, []);
});
