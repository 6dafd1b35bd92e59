import etag from "@fastify/etag";
import type { FastifySchema } from "fastify";
import { Type } from "typebox";
import { type Api, scope } from "./api.ts";
import { assessmentRoutes } from "./routes/assessments.ts";
import { deckRoutes } from "./routes/decks.ts";
import { dueRoutes } from "./routes/due.ts";
import { healthRoutes } from "./routes/health.ts";
import { importRoutes } from "./routes/imports.ts";
import { mediaRoutes } from "./routes/media.ts";
import { openApiRoutes } from "./routes/openapi.ts";
import { questionRoutes } from "./routes/questions.ts";
import { readinessRoutes } from "./routes/readiness.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { sessionRoutes, signInRoutes } from "./routes/sessions.ts";
import { problems } from "./schemas/problem.ts";
import { signIn } from "./sign-in.ts";

/** Of routes that name no parameters, so that one that is not known is refused there too. */
const NO_QUERY = Type.Object({}, { additionalProperties: false });

/** What routes need that is not of one request. */
export interface RouteParts {
  readonly isStopping: () => boolean;
  /** Makes the OpenAPI document of these routes. */
  readonly documentText: () => Promise<string>;
}

/** Every route of the API. Those of one scope share who may ask and what browsers may keep. */
export function addRoutes(app: Api, { isStopping, documentText }: RouteParts): void {
  healthRoutes(app, isStopping);
  scope(app, "/v1", (v1) => {
    v1.addHook("onRoute", (route) => {
      route.schema = withRefusals({ querystring: NO_QUERY, ...route.schema });
    });
    signInRoutes(v1);
    scope(v1, "", (description) => {
      revalidate(description, "no-cache");
      openApiRoutes(description, documentText);
    });
    scope(v1, "", (personal) => {
      personal.addHook("onRequest", signIn);
      personal.addHook("onRoute", ({ schema }) => {
        if (schema !== undefined) schema.response = { ...problems(401), ...Object(schema.response) };
      });
      sessionRoutes(personal);
      assessmentRoutes(personal);
      reviewRoutes(personal);
      dueRoutes(personal);
      readinessRoutes(personal);
      scope(personal, "", importRoutes);
      scope(personal, "", (reading) => {
        revalidate(reading, "private, no-cache");
        deckRoutes(reading);
        mediaRoutes(reading);
        questionRoutes(reading);
      });
    });
  });
}

/** Says the refusals that a route need not think of: those of the guards, of the checks of its values, and our own mistakes. */
function withRefusals(schema: FastifySchema): FastifySchema {
  const ofValues = schema.querystring === NO_QUERY && schema.body === undefined ? {} : problems(422);
  const ofBody = schema.body === undefined ? {} : problems(413, 415);
  const response = {
    ...problems(400, 403, 421, 500, 503),
    ...ofValues,
    ...ofBody,
    ...Object(schema.response),
  };
  return { ...schema, response };
}

/** Answers may be kept, and are asked about each time: one that is the same is not sent again. */
function revalidate(part: Api, cacheControl: string): void {
  part.register(etag);
  part.addHook("onRequest", async (_request, reply) => {
    reply.header("cache-control", cacheControl);
  });
}
