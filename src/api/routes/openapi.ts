import { Type } from "typebox";
import type { Api } from "../api.ts";

/**
 * The description of this API.
 * @param documentText makes it when it is first asked for
 */
export function openApiRoutes(api: Api, documentText: () => Promise<string>): void {
  let text: Promise<string> | null = null;
  api.get(
    "/openapi.json",
    {
      schema: {
        operationId: "getOpenApi",
        summary: "This description of the API (OpenAPI 3.1)",
        tags: ["Description"],
        security: [],
        response: { 200: Type.Unknown({ description: "An OpenAPI document" }) },
      },
    },
    async (_request, reply) => {
      text ??= documentText();
      return reply
        .type("application/json; charset=utf-8")
        .serializer((document: string) => document)
        .send(await text);
    },
  );
}
