import type { FastifyReply, FastifyRequest } from "fastify";
import { sessionOf } from "../practice/index.ts";
import { notSignedIn, type SignedIn } from "./world.ts";

/** Browsers send a cookie to every port of a host, so that two servers need names that differ. */
function cookieName({ headers }: FastifyRequest): string {
  return `viva-session-${/:(\d+)$/.exec(headers.host ?? "")?.[1] ?? "80"}`;
}

/**
 * Finds out who is signed in and puts them into the request's world.
 * @throws VivaError VIVA_NOT_SIGNED_IN when nobody is; those of the store
 */
export async function signIn(request: FastifyRequest): Promise<void> {
  const token = request.cookies[cookieName(request)];
  const session = token === undefined ? null : await sessionOf(request.world.workplace, token);
  if (token === undefined || session === null) throw notSignedIn();
  request.world = { ...request.world, signedIn: { token, ...session } };
}

/** Lets the browser keep the session: out of reach of scripts, and of requests that come from other sites. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, session: SignedIn): void {
  reply.setCookie(cookieName(request), session.token, {
    ...COOKIE,
    maxAge: Math.floor((session.expiresAt - request.world.workplace.clock()) / 1000),
  });
}

/** Makes the browser forget the session. */
export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request), COOKIE);
}

/** Not `secure`: not every browser takes that from http://localhost, and nothing leaves the machine. */
const COOKIE = { path: "/", httpOnly: true, sameSite: "strict" } as const;
