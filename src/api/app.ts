import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import { type FastifyHttpOptions, fastify, type RawServerDefault } from "fastify";
import { VivaError } from "../base/index.ts";
import { noteMethods } from "./allowed-methods.ts";
import { answerNoRequest, answerProblem, type Log } from "./answer-problem.ts";
import { type Api, pathOf } from "./api.ts";
import { schemaController } from "./check-requests.ts";
import { checkHost, checkOrigin } from "./guard.ts";
import { addPage, nothingHere } from "./page.ts";
import { addRoutes } from "./routes.ts";
import { PERMISSIONS_POLICY, securityHeaders } from "./security-headers.ts";
import type { WorldOf } from "./world.ts";

/** Bytes of a JSON body: an answer of the greatest length fits. */
const LARGEST_JSON = 256 * 1024;
/** Characters; ids have 80 at most. */
const LONGEST_NAME = 200;

/** How long a client may take, in milliseconds. Whoever is slower holds a connection that others need. */
export interface Patience {
  /** For a whole request to arrive. */
  readonly request: number;
  readonly headers: number;
  /** For the next request on an open connection. */
  readonly idle: number;
}
const PATIENCE: Patience = { request: 30_000, headers: 10_000, idle: 5_000 };

/** What an application is made of. */
export interface AppParts {
  /** Chooses what a request works with. */
  readonly worldOf: WorldOf;
  /** The folder of the built page; null when there is none. */
  readonly page: URL | null;
  /** The values of `Host` by which this server is meant; asked each time, since a port may be known later. */
  readonly hosts: () => ReadonlySet<string>;
  readonly log: Log;
  /** Whether every request is logged: method, path, status and time, nothing of its content. */
  readonly logRequests?: boolean;
  /** Whether no more work is taken. */
  readonly isStopping?: () => boolean;
  readonly patience?: Patience;
}

/**
 * Builds the application; once, whatever worlds it serves. Routes and checks are added here, in the order in which a
 * request meets them.
 */
export async function buildApp(parts: AppParts): Promise<Api> {
  const {
    worldOf,
    page,
    hosts,
    log,
    logRequests = false,
    isStopping = () => false,
    patience = PATIENCE,
  } = parts;
  const options: FastifyHttpOptions<RawServerDefault> = {
    bodyLimit: LARGEST_JSON,
    routerOptions: { maxParamLength: LONGEST_NAME },
    genReqId: () => randomUUID(),
    requestTimeout: patience.request,
    keepAliveTimeout: patience.idle,
    http: { headersTimeout: patience.headers, connectionsCheckingInterval: 500 },
    clientErrorHandler: answerNoRequest,
    frameworkErrors: (error, request, reply) => answerProblem(error, request, reply, log),
    forceCloseConnections: "idle",
    // While it stops, requests on open connections get a problem of ours.
    return503OnClosing: false,
    schemaController,
  };
  const app = fastify(options).withTypeProvider<TypeBoxTypeProvider>();
  const methodsOf = noteMethods(app);
  app.removeContentTypeParser("text/plain");

  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, log));
  app.setNotFoundHandler(async (request, reply) => {
    const path = pathOf(request);
    const methods = methodsOf(path);
    const shown = methods.length === 0 ? await nothingHere(request, reply, page) : null;
    if (shown !== null) return shown;
    if (methods.length === 0)
      throw new VivaError("VIVA_NOT_FOUND", `nothing is at ${JSON.stringify(path.slice(0, 200))}`);
    reply.header("allow", methods.join(", "));
    if (request.method === "OPTIONS") return reply.code(204).send();
    throw new VivaError("VIVA_METHOD_NOT_ALLOWED", `here goes ${methods.join(", ")}, not ${request.method}`);
  });

  await app.register(helmet, securityHeaders);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
    reply.header("permissions-policy", PERMISSIONS_POLICY);
    reply.header("cache-control", "no-store");
    checkHost(request, hosts());
    checkOrigin(request);
    if (isStopping() && pathOf(request) !== "/livez") {
      reply.header("connection", "close");
      throw new VivaError("VIVA_STOPPING", "the server is stopping and takes no more requests");
    }
  });
  await app.register(cookie);
  app.decorateRequest("world");
  app.addHook("onRequest", async (request) => {
    request.world = { ...worldOf(request), signedIn: null };
  });
  if (logRequests) {
    app.addHook("onResponse", async (request, reply) => {
      const ms = Math.round(reply.elapsedTime);
      log(`${request.id} ${request.method} ${pathOf(request)} ${reply.statusCode} ${ms} ms`);
    });
  }
  addRoutes(app, { isStopping, documentText });
  addPage(app, page);
  await app.ready();
  return app;
}

/** Loaded when somebody asks for it: a server need not describe itself to start. */
async function documentText(): Promise<string> {
  const { openApiDocument } = await import("./document.ts");
  return JSON.stringify(await openApiDocument());
}
