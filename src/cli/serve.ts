import { existsSync } from "node:fs";
import { Command } from "commander";
import { VivaError } from "../base/index.ts";
import { LOCAL_OWNER, newLink } from "../practice/index.ts";
import { examples, option } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { packageRoot } from "./package-root.ts";
import { DEFAULT_PORT, portOption } from "./port.ts";

/** Milliseconds. A server on this machine answers within one. */
const PATIENCE = 300;
/** Milliseconds from the signal to the end, whatever still goes on. */
const LONGEST_STOP = 2000;

interface ServeOptions {
  readonly home?: string;
  readonly host: string;
  readonly port: number;
  readonly verbose?: boolean;
}

/** `viva serve`: the page and the API, until a signal. */
export function serveCommand(): Command {
  return new Command("serve")
    .description("Start the page, for this machine alone.")
    .addOption(portOption("where to listen; 0 leaves the choice to the system"))
    .addOption(option("--host <address>", "127.0.0.1, ::1, or localhost for both").default("localhost"))
    .addOption(option("--verbose", "say every request on standard error"))
    .addHelpText("after", examples("viva serve", "viva serve --port 4281"))
    .action(async (_options: unknown, command: Command) => {
      const { home, host, port, verbose = false } = command.optsWithGlobals<ServeOptions>();
      const workplace = workplaceAt(home);
      // What is not right about a second rater is said now, and not at the first answer.
      const rater = await workplace.rater();
      // Only this command needs the server: the others start without it.
      const { startServer } = await import("../api/index.ts");
      const server = await startServer({
        workplace,
        page: builtPage(),
        host,
        port,
        log: (line) => process.stderr.write(`${line}\n`),
        logRequests: verbose,
      }).catch(async (error: unknown) => {
        throw await saidBetter(error, port);
      });
      const stopped = signalled();
      const token = await newLink(workplace, LOCAL_OWNER).catch(async (error: unknown) => {
        await server.stop();
        throw error;
      });
      process.stdout.write(`Vivarium is at http://localhost:${server.port}/#link=${token}\n`);
      const again = server.port === DEFAULT_PORT ? "viva link" : `viva link --port ${server.port}`;
      process.stdout.write(`The link signs you in once; ${again} prints another. Ctrl-C stops.\n`);
      if (rater !== null) {
        const { model, host } = rater.about;
        process.stdout.write(`Answers that the judge is in doubt of are sent to ${host} (${model}).\n`);
      }
      await stopped;
      setTimeout(() => process.exit(0), LONGEST_STOP).unref();
      await server.stop();
      process.stderr.write("Vivarium has stopped.\n");
    });
}

/** The page as it was built; null when it was not. */
function builtPage(): URL | null {
  const folder = new URL("dist/web/", packageRoot());
  return existsSync(new URL("index.html", folder)) ? folder : null;
}

/** Fulfilled by the first signal to stop; a second one ends the process at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

/** A port that is taken: by whom, as far as one can ask, and what to do. */
async function saidBetter(error: unknown, port: number): Promise<unknown> {
  if (!(error instanceof VivaError) || error.code !== "VIVA_PORT_TAKEN") return error;
  if (await isVivarium(port)) {
    const link = port === DEFAULT_PORT ? "viva link" : `viva link --port ${port}`;
    return new VivaError(
      "VIVA_PORT_TAKEN",
      `Vivarium runs on port ${port} already: ${link} prints a link to it`,
      {
        cause: error,
      },
    );
  }
  const other = port === DEFAULT_PORT ? DEFAULT_PORT + 1 : DEFAULT_PORT;
  return new VivaError(
    "VIVA_PORT_TAKEN",
    `${error.message}: choose another, as in viva serve --port ${other} or VIVA_PORT=${other}`,
    { cause: error },
  );
}

async function isVivarium(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/livez`, { signal: AbortSignal.timeout(PATIENCE) });
    const body: unknown = await answer.json();
    return typeof body === "object" && body !== null && "name" in body && body.name === "vivarium";
  } catch {
    return false;
  }
}
