import { VivaError } from "../base/index.ts";

/**
 * Checks the address of a rater. No message repeats what it says beyond the host: a key may have been put into it.
 * @returns the address without a slash at its end
 * @throws VivaError VIVA_USAGE
 */
export function parseEndpoint(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw refused("is no address of the web: wanted one as in http://127.0.0.1:11434/v1");
  }
  if (url.username !== "" || url.password !== "") {
    throw refused("has a name or a password in it: a key belongs into VIVA_LLM_KEY or VIVA_LLM_KEY_FILE");
  }
  if (url.search !== "" || url.hash !== "") {
    throw refused("has a ? or a # in it: wanted the base alone, to which /chat/completions is added");
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw refused(
      `leads to ${url.hostname} by plain http: answers would travel unencrypted. Use https, or a model on this machine`,
    );
  }
  return url.href.replace(/\/+$/, "");
}

/** Whether a host of a parsed address is this machine; other ways of writing 127.0.0.1 have been made one by then. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function refused(why: string): VivaError {
  return new VivaError("VIVA_USAGE", `VIVA_LLM_URL ${why}`);
}
