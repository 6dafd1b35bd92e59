import { fileURLToPath } from "node:url";
import serveFiles from "@fastify/static";
import { VivaError } from "../base/index.ts";
import type { Api } from "./api.ts";

/** The addresses of the page. What they show is decided in the browser; others are nobody's and answer 404. */
const PAGES = ["/", "/practice", "/decks", "/decks/:deck", "/questions/:question"] as const;

/** A year: the names of these files change with their content. */
const FOR_EVER = "public, max-age=31536000, immutable";
const ASK_EACH_TIME = "no-cache";

/**
 * Serves the page.
 * @param folder what the build made; null when it was not built
 */
export function addPage(app: Api, folder: URL | null): void {
  if (folder === null) {
    for (const path of PAGES) app.get(path, notBuilt);
    return;
  }
  app.register(serveFiles, {
    root: fileURLToPath(folder),
    index: false,
    // A file's name that begins with a dot was not meant to be served.
    dotfiles: "ignore",
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      reply.header("cache-control", /[\\/]assets[\\/]/.test(path) ? FOR_EVER : ASK_EACH_TIME);
    },
  });
  for (const path of PAGES) {
    app.get(path, (_request, reply) => reply.sendFile("index.html"));
  }
}

async function notBuilt(): Promise<never> {
  throw new VivaError(
    "VIVA_NOT_BUILT",
    "the page is not built here: npm run build builds it; the API under /v1 works",
  );
}
