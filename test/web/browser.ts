import { after } from "node:test";
import { type Browser, chromium, type Page } from "playwright-core";
import { needs, onPath } from "../require.ts";
import { PATIENCE_MS } from "./becomes.ts";
import { temporaryFolder } from "./installation.ts";

/** The `skip` of a test that needs a browser: Debian's own, nothing is downloaded. */
export const noBrowser = needs("chromium", "apt-get install chromium");

let launched: Promise<Browser> | null = null;
after(async () => (await launched)?.close());

/** The browser of this test file, started when first asked for and ended with the file. It asks nobody for anything. */
export function browser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

async function launch(): Promise<Browser> {
  const [executablePath] = onPath("chromium");
  if (executablePath === undefined) throw new Error("chromium is not on the PATH");
  return chromium.launch({
    executablePath,
    timeout: PATIENCE_MS,
    // Its own sandbox refuses to run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...process.env, HOME: temporaryFolder() },
    args: [
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-quic",
    ],
  });
}

/** What a page complains of: errors in its console, errors nobody caught, and breaches of its content security policy. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`not caught: ${error.message}`));
  return complaints;
}
