/** Milliseconds. Shorter work says nothing. */
const QUIET = 400;
/** Milliseconds between two signs of life. */
const EVERY = 250;

/** Says on standard error, when that is a terminal, that work goes on and for how long it has. */
export function showProgress(what: string): { readonly end: () => void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { end: () => {} };
  const began = performance.now();
  let shown = false;
  const timer = setInterval(() => {
    const ms = performance.now() - began;
    if (ms < QUIET) return;
    shown = true;
    stderr.write(`\r${what} … ${(ms / 1000).toFixed(1)} s`);
  }, EVERY);
  timer.unref();
  return {
    end() {
      clearInterval(timer);
      // Back to the margin, and the line is empty again.
      if (shown) stderr.write("\r\x1b[K");
    },
  };
}
