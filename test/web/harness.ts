import { before, type TestContext } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { PATIENCE_MS } from "./becomes.ts";
import { browser, complaintsOf, noBrowser } from "./browser.ts";
import { newInstallation, temporaryFolder } from "./installation.ts";
import { type Server, startServer } from "./server.ts";

let viva = "";

/** Call it at the top of a test file: builds what the file's tests run, once, and says whether they must be skipped. */
export function needsPage(): { skip: false | string } {
  before(async () => {
    if (noBrowser === false) viva = await newInstallation();
  });
  return { skip: noBrowser };
}

/** A person at the page: a server with a home of its own, and a browser window that is signed in. */
export interface Seat {
  readonly page: Page;
  readonly server: Server;
  readonly home: string;
  /** What the page has complained of up to now. */
  readonly complaints: readonly string[];
  /** Ends the server as a crash would; what the page asks for then fails. */
  crash(): Promise<void>;
  /** Starts the server again at the same address, over the same home. */
  restart(): Promise<void>;
}

/** Opens a link and waits until the page has taken it: one that is left before is not signed in. */
export async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.waitForURL((url) => !url.hash.includes("link="));
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/**
 * Starts a server and signs a browser window in; both end with the test.
 * @param how of the window: `colorScheme`, `viewport`, ...
 * @param env of the server: `VIVA_NOW` for another day
 * @example const { page } = await takeSeat(t, { viewport: { width: 360, height: 640 } });
 */
export async function takeSeat(
  t: TestContext,
  how: BrowserContextOptions = {},
  { home = temporaryFolder(), env = {} }: { home?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Seat> {
  let server = await startServer({ viva, home, env });
  t.after(() => server.stop());
  const context = await (await browser()).newContext({ locale: "en-GB", ...how });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  t.after(() => context.close());
  await signIn(page, server.link);
  return {
    page,
    get server() {
      return server;
    },
    home,
    complaints,
    crash: () => server.kill(),
    async restart() {
      await server.stop();
      server = await startServer({ viva, home, env, port: server.port });
    },
  };
}
