import { Type } from "typebox";
import { readinessOn } from "../../practice/index.ts";
import type { Api } from "../api.ts";
import { isoOf, parseInstant } from "../instant.ts";
import { Instant } from "../schemas/common.ts";
import { Readiness } from "../schemas/readiness.ts";
import { personOf } from "../world.ts";

/** What will be known on a date. */
export function readinessRoutes(api: Api): void {
  api.get(
    "/readiness",
    {
      schema: {
        operationId: "getReadiness",
        summary: "What will be known on a date",
        tags: ["Due"],
        querystring: Type.Object(
          { on: Instant("When the day begins; for one that has come: what is known now") },
          { additionalProperties: false },
        ),
        response: { 200: Readiness },
      },
    },
    async (request) => {
      const { workplace } = request.world;
      const { on, decks, tags, ...total } = await readinessOn(workplace, personOf(request), {
        on: parseInstant("on", request.query.on),
        now: workplace.clock(),
      });
      return {
        on: isoOf(on),
        ...total,
        decks: decks.map((each) => ({ ...each })),
        tags: tags.map((each) => ({ ...each })),
      };
    },
  );
}
