import { Command } from "commander";
import { LOCAL_OWNER, newLink } from "../practice/index.ts";
import { examples } from "./command.ts";
import { workplaceAt } from "./home.ts";
import { DEFAULT_PORT, portOption } from "./port.ts";

/** Milliseconds. A server on this machine answers within one. */
const PATIENCE = 300;

/** `viva link`: a new way in. */
export function linkCommand(): Command {
  return new Command("link")
    .description("Print a new link that signs a browser in, once.")
    .addOption(portOption("where viva serve listens"))
    .addHelpText("after", examples("viva link"))
    .action(async (_options: unknown, command: Command) => {
      const { home, port } = command.optsWithGlobals<{ home?: string; port: number }>();
      const workplace = workplaceAt(home);
      try {
        const token = await newLink(workplace, LOCAL_OWNER);
        process.stdout.write(`http://localhost:${port}/#link=${token}\n`);
      } finally {
        await workplace.close();
      }
      if (!(await answers(port))) {
        process.stderr.write(
          `viva: no server answers on port ${port} now. Start it with: viva serve${port === DEFAULT_PORT ? "" : ` --port ${port}`}\n`,
        );
      }
    });
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/livez`, { signal: AbortSignal.timeout(PATIENCE) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
