/** The command line. `program.ts` says what it can do. */
import { run } from "./program.ts";

// A reader that closes early (`viva ask | head`) and a terminal that has gone are no errors; a full disk is.
let hasGone = false;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE" && error.code !== "EIO") {
    process.stderr.write(`viva: the output cannot be written: ${error.message}\n`);
    process.exit(1);
  }
  if (hasGone) return;
  hasGone = true;
  // An interview hears it as the end of its terminal, and first keeps what was answered.
  if (!process.emit("SIGHUP", "SIGHUP")) process.exit(0);
});
process.stderr.on("error", () => process.exit(1));

process.exitCode = await run(process.argv);
