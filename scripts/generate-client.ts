// `npm run client`: writes docs/reference/openapi.json from the routes, and the types of the typed client from that.
// The generator is kept apart in tools/openapi (`npm ci` there), because it needs a TypeScript with the compiler's API.
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DOCUMENT, documentText, SCHEMA, schemaOpening } from "./client/document.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const generator = `${root}tools/openapi/node_modules/openapi-typescript/bin/cli.js`;
const text = await documentText();
writeFileSync(root + DOCUMENT, text);
if (existsSync(generator)) {
  // Not --immutable: openapi-fetch takes readonly arrays for objects and loses what they hold.
  const options = ["--default-non-nullable=false"];
  const types = execFileSync(process.execPath, [generator, root + DOCUMENT, ...options], {
    cwd: `${root}tools/openapi`,
    encoding: "utf8",
  });
  writeFileSync(root + SCHEMA, `${schemaOpening(text)}\n${types}`);
  console.log(`${DOCUMENT} and ${SCHEMA} written`);
} else {
  console.error(`${DOCUMENT} written, but the generator is not installed: npm ci --prefix tools/openapi`);
  process.exitCode = 1;
}
