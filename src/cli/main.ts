/** The command line. `program.ts` says what it can do. */
import { run } from "./program.ts";

// A reader that closes early (`viva ask | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv);
