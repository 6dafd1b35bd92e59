import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const AXE = fileURLToPath(import.meta.resolve("axe-core/axe.min.js"));

/** What axe-core finds wrong with the page as it stands, one line for each place: rule, selector, what is wrong. */
export async function violationsOf(page: Page): Promise<string[]> {
  // Evaluated through the debugger, so the page's content security policy stays as it is.
  await page.evaluate(await readFile(AXE, "utf8"));
  const found = await foundBy(page);
  // Something may have come while axe looked, and been on its way then.
  return found.length === 0 ? found : foundBy(page);
}

async function foundBy(page: Page): Promise<string[]> {
  // What is still fading in is not the colour it will have.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
  const results = await page.evaluate<AxeResults>("axe.run()");
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary ?? rule.help}`),
  );
}
