/**
 * The API: REST under `/v1`, and the page. Routes call practice, nothing here decides anything. Start reading at
 * `app.ts` (what a request meets), then `routes.ts` (what there is), then one resource, as in `routes/reviews.ts`.
 */
export { type AppParts, buildApp } from "./app.ts";
export { openApiDocument } from "./document.ts";
export { loopbackHosts } from "./guard.ts";
export { type Server, type ServerParts, startServer } from "./server.ts";
export type { World, WorldOf } from "./world.ts";
