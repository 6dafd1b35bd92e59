import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import { VivaError } from "../base/index.ts";
import { pathOf } from "./api.ts";
import { expected, problemOf } from "./problem.ts";

/** Where the lines of the log go. They never hold a query, a cookie, a token or an answer. */
export type Log = (line: string) => void;

/** Answers with the problem that an error stands for, and logs one that nobody expected. */
export function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Log,
): FastifyReply {
  const known = expected(error);
  if (known === null) log(`${request.id} ${request.method} ${pathOf(request)}: ${stackOf(error)}`);
  const problem = problemOf(known, request.id);
  if (known?.code === "VIVA_NOT_SIGNED_IN") reply.header("www-authenticate", 'Cookie realm="Vivarium"');
  return reply
    .code(problem.status)
    .removeHeader("etag")
    .header("cache-control", "no-store")
    .header("x-request-id", request.id)
    .type("application/problem+json; charset=utf-8")
    .serializer(JSON.stringify)
    .send(problem);
}

/** Answers what is no HTTP, or too slow to become a request, and hangs up. */
export function answerNoRequest(error: Error & { code?: string }, socket: Socket): void {
  if (socket.writable && error.code !== "ECONNRESET") {
    const { status, reason, detail } = refusalOf(error.code);
    const problem = { ...problemOf(new VivaError("VIVA_BAD_REQUEST", detail), randomUUID()), status };
    const body = JSON.stringify(problem);
    socket.write(
      `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  }
  socket.destroy();
}

/** The reasons are Node's own words for these: importing them from `node:http` would load its web sockets at the start. */
function refusalOf(code: string | undefined): { status: number; reason: string; detail: string } {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return { status: 408, reason: "Request Timeout", detail: "the request took too long to arrive" };
  }
  if (code === "HPE_HEADER_OVERFLOW") {
    return {
      status: 431,
      reason: "Request Header Fields Too Large",
      detail: "the headers are longer than what is read",
    };
  }
  return { status: 400, reason: "Bad Request", detail: "that was not HTTP" };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
