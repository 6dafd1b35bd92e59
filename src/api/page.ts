import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import serveFiles from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import { VivaError } from "../base/index.ts";
import { type Api, pathOf, scope } from "./api.ts";

/** The addresses of the page. What they show is decided in the browser; others are nobody's: see {@link nothingHere}. */
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
  scope(app, "", (files) => {
    // What it refuses by itself (a folder, a name that climbs) is nothing that is here.
    files.setErrorHandler((error) => {
      throw isRefusal(error)
        ? new VivaError("VIVA_NOT_FOUND", "there is no such file", { cause: error })
        : error;
    });
    files.register(serveFiles, {
      root: fileURLToPath(folder),
      index: false,
      // A file whose name begins with a dot was not meant to be served.
      dotfiles: "ignore",
      acceptRanges: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders(reply, path) {
        reply.header("cache-control", /[\\/]assets[\\/]/.test(path) ? FOR_EVER : ASK_EACH_TIME);
      },
    });
    for (const path of PAGES) files.get(path, (_request, reply) => reply.sendFile("index.html"));
  });
}

/** What has its own words for what is not there: programs ask for it. */
const NO_PAGES = /^\/(v1|assets)(\/|$)/;

/**
 * Answers somebody who went to an address of nothing: with the page, which says so in its own words, and 404.
 * @returns null when it was no person in a browser that asked, or there is no page
 */
export async function nothingHere(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: URL | null,
): Promise<FastifyReply | null> {
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (folder === null || !isRead || !isNavigation(request) || NO_PAGES.test(pathOf(request))) return null;
  const page = await readFile(new URL("index.html", folder));
  return reply.code(404).header("cache-control", ASK_EACH_TIME).type("text/html; charset=utf-8").send(page);
}

/** Whether somebody goes to an address, by a link or by typing it. */
function isNavigation({ headers }: FastifyRequest): boolean {
  const destination = headers["sec-fetch-dest"];
  if (destination !== undefined) return destination === "document";
  return /\btext\/html\b/.test(headers.accept ?? "");
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && "statusCode" in error && Number(error.statusCode) < 500;
}

async function notBuilt(): Promise<never> {
  throw new VivaError(
    "VIVA_NOT_BUILT",
    "the page is not built here: npm run build builds it; the API under /v1 works",
  );
}
