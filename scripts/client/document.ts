import { createHash } from "node:crypto";
import { openApiDocument } from "../../src/api/index.ts";

/** The OpenAPI document and the types generated from it, from the top of the repository. */
export const DOCUMENT = "docs/reference/openapi.json";
export const SCHEMA = "clients/typescript/schema.ts";

/** The OpenAPI document of the routes as they are, as it is kept. */
export async function documentText(): Promise<string> {
  return `${JSON.stringify(await openApiDocument(), null, 2)}\n`;
}

/** The first line of the types, which tells the document they were made from. */
export function schemaOpening(document: string): string {
  const hash = createHash("sha256").update(document).digest("hex");
  return `// Long because generated (npm run client) from ${DOCUMENT} with SHA-256 ${hash}`;
}
