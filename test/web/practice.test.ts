import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { violationsOf } from "./accessibility.ts";
import { becomes } from "./becomes.ts";
import { bring } from "./bring.ts";
import { needsPage, signIn, takeSeat } from "./harness.ts";

const { skip } = needsPage();

const ANSWER = "A container shares the kernel of its host.";

/** What the focus is on: its element, and the words that name it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.tagName} ${element?.textContent ?? ""}`;
  });

const announced = (page: Page) => page.locator("p.unseen[role=status]").textContent();
const kept = (page: Page): Promise<string[]> => page.evaluate(() => Object.keys(localStorage));
const verdict = (page: Page) => page.locator("#verdict");
/** Waits until the verdict is there, and the focus on it. */
const hasVerdict = (page: Page) => page.locator("#verdict:focus").waitFor();
const answerBox = (page: Page) => page.getByRole("textbox", { name: "Your answer" });

/** Writes into a deck's file what it is written in. */
async function sayLanguage(home: string, deck: string, language: string): Promise<void> {
  const file = join(home, "decks", deck, "deck.md");
  const text = await readFile(file, "utf8");
  const others = text.replace(/^language:.*\n/m, "");
  await writeFile(file, others.replace(/^---\n/, `---\nlanguage: ${language}\n`));
}

/** Waits until the question is there, and the focus on it. */
async function isAsked(page: Page): Promise<void> {
  await page.locator("h1:focus").waitFor();
  await answerBox(page).waitFor();
}

async function begin(page: Page, origin: string, question = "docker-002"): Promise<void> {
  await page.goto(`${origin}/practice?question=${question}`);
  await isAsked(page);
}

for (const how of [
  { colorScheme: "light", viewport: { width: 1280, height: 800 } },
  { colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const) {
  const where = `${how.colorScheme}, ${how.viewport.width} px`;

  test(`practice by keyboard alone, ${where}: question, answer, verdict, correction, follow-up, next`, {
    skip,
  }, async (t) => {
    const { page, complaints } = await takeSeat(t, how);
    await page.getByRole("button", { name: "Answer the first" }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/practice/);
    await isAsked(page);
    assert.deepEqual(await violationsOf(page), []);

    await page.keyboard.press("2");
    await becomes(() => focused(page), /^TEXTAREA/);
    await becomes(() => page.getByRole("radio", { name: "I think so" }).isChecked(), true);
    await page.keyboard.type("I do not remember 1 or 2 of them");
    await page.keyboard.press("Control+Enter");
    await hasVerdict(page);
    await becomes(() => announced(page), /^[A-Z].*%.* Of \d+ points: .*A follow-up: /);
    assert.deepEqual(await violationsOf(page), []);

    await page.keyboard.press("y");
    await page.locator(".by").waitFor();
    await becomes(() => announced(page), /^Point 1: covered\. /);
    await page.keyboard.press("u");
    await becomes(() => announced(page), "Taken back.");
    await page.keyboard.press("ArrowDown");
    await becomes(() => focused(page), /^BUTTON I did say that: point 1/);
    await page.keyboard.press("Alt+n");
    await becomes(() => focused(page), /^H2 /);
    assert.deepEqual(await violationsOf(page), []);
    await page.keyboard.press("Enter");
    await page.getByText("Question 2 of").waitFor();
    await becomes(() => focused(page), /^H1 /);
    await page.getByText(/The last one comes back/).waitFor();

    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "Keys" }).waitFor();
    assert.deepEqual(await violationsOf(page), []);
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Keys" }).waitFor({ state: "hidden" });
    await page.keyboard.press("Alt+g");
    await becomes(() => verdict(page).textContent(), "Not known yet");
    assert.deepEqual(complaints, []);
  });
}

test("practice: a reload loses nothing, neither a draft nor a verdict, a correction or a follow-up begun", {
  skip,
}, async (t) => {
  const { page, server } = await takeSeat(t);
  await begin(page, server.origin);
  await becomes(
    () => page.locator(".place").textContent(),
    "Question 1 of 1 · Docker and containers · Foundations",
  );
  await page.keyboard.press("3");
  await becomes(() => focused(page), /^TEXTAREA/);
  await page.keyboard.insertText(ANSWER);
  await becomes(() => answerBox(page).inputValue(), ANSWER);
  await page.reload();
  await becomes(() => answerBox(page).inputValue(), ANSWER);
  await becomes(() => page.getByRole("radio", { name: "I am sure" }).isChecked(), true);
  await answerBox(page).press("Control+Enter");
  await hasVerdict(page);
  const said = await verdict(page).textContent();
  const marked = await page.locator("mark").allTextContents();
  assert.ok(marked.length > 0);
  await page.getByRole("textbox", { name: "What you add" }).fill("It has no");
  await page.reload();
  await verdict(page).waitFor();
  await becomes(() => verdict(page).textContent(), said);
  await becomes(() => page.locator("mark").allTextContents(), marked);
  await becomes(() => page.getByRole("textbox", { name: "What you add" }).inputValue(), "It has no");
  await page
    .getByRole("button", { name: /^That was wrong/ })
    .first()
    .click();
  await page.locator(".by").waitFor();
  await page.reload();
  await page.locator(".by").waitFor();
});

test("practice: while the server is gone, an answer and a review wait here, and go out when it is back", {
  skip,
}, async (t) => {
  const { page, server, crash, restart } = await takeSeat(t);
  await begin(page, server.origin);
  await crash();
  await answerBox(page).fill(ANSWER);
  await answerBox(page).press("Control+Enter");
  await page.getByText("your answer is kept here and judged when it is back").waitFor();
  await restart();
  await hasVerdict(page);

  await crash();
  await page.keyboard.press("Alt+n");
  await page.keyboard.press("Enter");
  await page.getByText("your answers are kept here and sent when it is back").waitFor();
  await becomes(async () => (await kept(page)).filter((key) => key.startsWith("viva.outbox.")).length, 1);
  await restart();
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("viva.outbox.")));
  const reviews = await page.evaluate(async () => {
    const answer = await fetch("/v1/reviews?question=docker-002");
    return (await answer.json()).items.map((review: { turns: string[] }) => review.turns);
  });
  assert.deepEqual(reviews, [[ANSWER]]);
});

test("practice: words typed before passing over a question are there when it comes again", {
  skip,
}, async (t) => {
  const { page, server } = await takeSeat(t);
  await begin(page, server.origin);
  await answerBox(page).fill(ANSWER);
  await answerBox(page).press("Alt+n");
  await page.getByRole("heading", { name: "The session" }).waitFor();
  // The same address again would be a reload of what the session came to.
  await page.goto(server.origin);
  await begin(page, server.origin);
  await becomes(() => answerBox(page).inputValue(), ANSWER);
});

test("practice: single keys can be switched off, and stay so", { skip }, async (t) => {
  const { page, server } = await takeSeat(t);
  await begin(page, server.origin);
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: /Single keys/ }).uncheck();
  await page.keyboard.press("Escape");
  await page.reload();
  await isAsked(page);
  await page.keyboard.press("2");
  assert.equal(await page.getByRole("radio", { name: "I think so" }).isChecked(), false);
  await page.keyboard.press("Alt+2");
  await becomes(() => page.getByRole("radio", { name: "I think so" }).isChecked(), true);
});

test("practice: what a session came to is still there after a reload, and when one comes back to it", {
  skip,
}, async (t) => {
  const { page, server } = await takeSeat(t);
  const results = page.getByRole("heading", { name: "The session" });
  await begin(page, server.origin);
  await page.keyboard.press("Alt+g");
  await hasVerdict(page);
  await page.keyboard.press("Enter");
  await results.waitFor();
  await page.reload();
  await results.waitFor();
  await page.locator(".results a").click();
  await page.getByRole("heading", { name: "The reference answer" }).waitFor();
  await page.goBack();
  await results.waitFor();
});

test("practice: a session of one deck goes on after a look at another page", { skip }, async (t) => {
  const { page, server } = await takeSeat(t);
  await page.goto(`${server.origin}/practice?deck=docker`);
  await isAsked(page);
  await page.keyboard.press("Alt+n");
  await page.getByText("Question 2 of").waitFor();
  const before = await page.evaluate(() => localStorage.getItem("viva.session"));
  await page.getByRole("link", { name: "Decks" }).click();
  await page.getByRole("heading", { name: "Bring a document" }).waitFor();
  await page.waitForLoadState("networkidle");
  assert.equal(await page.evaluate(() => localStorage.getItem("viva.session")), before);
});

test("practice: a past answer is taken back by keyboard, and the focus is never lost", {
  skip,
}, async (t) => {
  const { page, server } = await takeSeat(t);
  await begin(page, server.origin);
  await page.keyboard.press("Alt+g");
  await hasVerdict(page);
  await page.keyboard.press("Enter");
  await page.locator(".results a").click();
  await page.getByRole("button", { name: "Take back" }).focus();
  await page.keyboard.press("Enter");
  await becomes(() => focused(page), "BUTTON Keep it");
  await page.keyboard.press("Tab");
  await becomes(() => focused(page), /^BUTTON Take back, /);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Your answers" }).waitFor({ state: "detached" });
  await becomes(() => focused(page), /^H1 /);
});

test("practice: an answer given after the session ended waits here, and is judged once one has signed in again", {
  skip,
}, async (t) => {
  const seat = await takeSeat(t);
  const { page } = seat;
  await begin(page, seat.server.origin);
  await page.context().clearCookies();
  await answerBox(page).fill(ANSWER);
  await answerBox(page).press("Control+Enter");
  await page.getByText("You are not signed in; your answer is kept here").waitFor();
  await seat.restart();
  await signIn(page, seat.server.link);
  await page.goto(`${seat.server.origin}/practice?question=docker-002`);
  await verdict(page).waitFor();
});

test("practice: what a deck of another language says has its language, and the page's words keep theirs", {
  skip,
}, async (t) => {
  const { page, server, home, restart } = await takeSeat(t);
  await page.goto(`${server.origin}/decks`);
  await bring(
    page,
    "notizen.md",
    "# Notizen\n\n## Was ist ein Rebase?\n\nEr setzt Commits auf eine andere Basis.\n",
  );
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Import/ })
    .click();
  await page.waitForURL(/\/decks\/notizen$/);
  await sayLanguage(home, "notizen", "de");
  await restart();
  await begin(page, server.origin, "notizen-001");
  const langOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.closest("[lang]")?.getAttribute("lang"));
  const langsOf = (...selectors: string[]) => Promise.all(selectors.map(langOf));
  await becomes(() => langsOf("h1 span", "textarea", ".place"), ["de", "de", "en"]);
  await page.keyboard.press("Alt+g");
  await hasVerdict(page);
  await becomes(
    () => langsOf(".reference .rendered", ".claim .number + span", "#verdict"),
    ["de", "de", "en"],
  );
  assert.deepEqual(await violationsOf(page), []);
});
