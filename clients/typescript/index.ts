/**
 * The typed client of the API. Paths and shapes are generated from the OpenAPI document (`schema.ts`); what the server
 * refuses is thrown as a {@link VivaProblem}. Start reading at `problem.ts`.
 */
import createClient, { type Client } from "openapi-fetch";
import { problemOf } from "./problem.ts";
import type { paths } from "./schema.ts";

export { type ProblemDetails, VivaProblem } from "./problem.ts";
export type { components, paths } from "./schema.ts";

/** A call for each path and method of the API, as in `client.GET("/v1/decks")`. */
export type VivaClient = Client<paths>;

/**
 * Makes a client.
 * @param baseUrl where the server is, as in `http://localhost:4280`; the page's own server when left out
 * @param fetch what sends the requests; the platform's own when left out. A network that fails is told by what it throws
 * @example
 * const client = createVivaClient({ baseUrl: "http://localhost:4280" });
 * const { items } = await dataOf(client.GET("/v1/decks"));
 */
export function createVivaClient({
  baseUrl = "",
  fetch,
}: {
  baseUrl?: string;
  fetch?: (request: Request) => Promise<Response>;
} = {}): VivaClient {
  const client = createClient<paths>({ baseUrl, ...(fetch !== undefined && { fetch }) });
  client.use({
    async onResponse({ response }) {
      if (!response.ok) throw await problemOf(response);
    },
  });
  return client;
}

/**
 * The body of an answer. Not needed to tell errors apart: those are thrown before.
 * @throws VivaProblem when the server refused
 */
export async function dataOf<T>(answer: Promise<{ data?: T; response: Response }>): Promise<T> {
  const { data } = await answer;
  // Undefined only where the API declares an answer without a body, and then T is undefined too.
  return data as T;
}
