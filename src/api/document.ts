import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import {
  type FastifyHttpOptions,
  type FastifySchema,
  fastify,
  type RawServerDefault,
  type RouteOptions,
} from "fastify";
import { schemaController } from "./check-requests.ts";
import { Components, type Json } from "./document-components.ts";
import { addRoutes } from "./routes.ts";

const INFO = {
  title: "Vivarium",
  version: "1",
  summary: "An interview you can run: questions, answers judged point by point, and when to ask again.",
  description:
    "Signed in is who sends the session cookie, which POST /v1/sessions gives for a sign-in link (`viva link` prints one). Times are RFC 3339 with their zone. Keys and parameters that are not known are refused. Every refusal is a problem document (RFC 9457).",
  license: { name: "MIT", identifier: "MIT" },
};

const TAGS = [
  { name: "Sessions", description: "Getting in and out." },
  { name: "Decks", description: "Named sets of questions." },
  { name: "Questions", description: "Questions with their reference answers." },
  { name: "Assessments", description: "What the judge says of an answer." },
  { name: "Reviews", description: "What was answered, and what became of it." },
  { name: "Due", description: "What to ask, and what will be known." },
  { name: "Imports", description: "Documents that become decks." },
  { name: "Health", description: "For whoever watches the server." },
  { name: "Description", description: "This document." },
];

const COOKIE = {
  type: "apiKey",
  in: "cookie",
  name: "viva-session-4280",
  description: "The number is the port, because browsers send a cookie to every port of a host.",
};

/** The OpenAPI document (3.1) of the routes: the schemas that check requests are what describes them. */
export async function openApiDocument(): Promise<Json> {
  const components = new Components();
  const paths: Record<string, Json> = {};
  for (const { url, method, schema = {} } of await routes()) {
    const path = url.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [String(method).toLowerCase()]: operationOf(schema, components) };
  }
  return {
    openapi: "3.1.0",
    info: INFO,
    servers: [{ url: "/" }],
    tags: TAGS,
    security: [{ session: [] }],
    paths,
    components: { securitySchemes: { session: COOKIE }, schemas: components.all() },
  };
}

async function routes(): Promise<RouteOptions[]> {
  // Fastify adds HEAD where GET is: nobody need be told.
  const options: FastifyHttpOptions<RawServerDefault> = { exposeHeadRoutes: false, schemaController };
  const app = fastify(options).withTypeProvider<TypeBoxTypeProvider>();
  const found: RouteOptions[] = [];
  // Scopes add to the schemas of their routes after this: they are read at the end.
  app.addHook("onRoute", (route) => {
    found.push(route);
  });
  addRoutes(app, { isStopping: () => false, documentText: async () => "" });
  await app.ready();
  return found;
}

function operationOf(schema: FastifySchema, components: Components): Json {
  const { operationId, summary, description, tags, security, consumes = "application/json" } = schema;
  return {
    operationId,
    summary,
    ...(description !== undefined && { description }),
    tags,
    ...(security !== undefined && { security }),
    parameters: [
      ...parametersOf("path", schema.params, components),
      ...parametersOf("query", schema.querystring, components),
      ...parametersOf("header", schema.headers, components),
    ],
    ...(schema.body !== undefined && {
      requestBody: { required: true, content: { [consumes]: { schema: components.refer(schema.body) } } },
    }),
    responses: responsesOf(schema.response, components),
  };
}

function parametersOf(place: "path" | "query" | "header", schema: unknown, components: Components): Json[] {
  if (schema === undefined) return [];
  const { properties, required = [] } = schema as { properties: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, { description, examples, ...rest }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    description,
    ...(Array.isArray(examples) && { example: examples[0] }),
    schema: components.refer(rest),
  }));
}

function responsesOf(responses: unknown, components: Components): Json {
  const byStatus = Object.entries(responses as Record<string, Json>);
  return Object.fromEntries(
    byStatus.map(([status, schema]) => {
      const { description } = schema;
      // Null stands for an answer without a body.
      if (schema.type === "null") return [status, { description }];
      const json = Number(status) < 400 ? "application/json" : "application/problem+json";
      const type = typeof schema.contentMediaType === "string" ? schema.contentMediaType : json;
      return [status, { description, content: { [type]: { schema: components.refer(schema) } } }];
    }),
  );
}
