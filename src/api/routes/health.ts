import { VivaError } from "../../base/index.ts";
import type { Api } from "../api.ts";
import { Health } from "../schemas/health.ts";
import { problems } from "../schemas/problem.ts";

const ok = { name: "vivarium", status: "ok" } as const;

/**
 * For whoever watches the server.
 * @param isStopping whether it takes no more work
 */
export function healthRoutes(api: Api, isStopping: () => boolean): void {
  api.get(
    "/livez",
    {
      schema: {
        operationId: "getLiveness",
        summary: "Whether the process lives",
        tags: ["Health"],
        security: [],
        response: { 200: Health, ...problems(403, 421, 500) },
      },
    },
    async () => ok,
  );
  api.get(
    "/readyz",
    {
      schema: {
        operationId: "getServerReadiness",
        summary: "Whether requests can be answered",
        tags: ["Health"],
        security: [],
        response: { 200: Health, ...problems(403, 421, 500, 503) },
      },
    },
    async ({ world }) => {
      if (isStopping())
        throw new VivaError("VIVA_STOPPING", "the server is stopping and takes no more requests");
      const { decks, store } = world.workplace;
      try {
        await Promise.all([store().then((opened) => opened.check()), decks.list()]);
      } catch (error) {
        // What exactly is broken is not for everybody who can ask.
        throw new VivaError("VIVA_NOT_READY", `what is kept cannot be reached (${codeOf(error)})`, {
          cause: error,
        });
      }
      return ok;
    },
  );
}

function codeOf(error: unknown): string {
  return error instanceof VivaError ? error.code : "VIVA_UNEXPECTED";
}
