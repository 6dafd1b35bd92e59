import type { FastifyReply, FastifyRequest } from "fastify";
import { pathOf } from "./api.ts";
import { invalid } from "./problem.ts";

/**
 * A place in a list, as the caller gets it. It names the last item of a page and no offset, so that nothing is left out or
 * told twice when the list changes meanwhile.
 */
export function cursorOf(at: number, id: string): string {
  return Buffer.from(`${at} ${id}`).toString("base64url");
}

/**
 * The place that a cursor of ours names.
 * @throws RequestError VIVA_INVALID
 */
export function parseCursor(cursor: string): { at: number; id: string } {
  const [, at, id] = /^(\d{1,15}) ([a-z0-9-]{1,80})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (at === undefined || id === undefined) throw invalid("/cursor", "is none that was given out here");
  return { at: Number(at), id };
}

/** Says where the next page is, in the header that says it for any API (RFC 8288). */
export function linkNext(request: FastifyRequest, reply: FastifyReply, cursor: string | null): void {
  if (cursor === null) return;
  const query = new URLSearchParams(request.raw.url?.split("?")[1] ?? "");
  query.set("cursor", cursor);
  reply.header("link", `<${pathOf(request)}?${query}>; rel="next"`);
}
