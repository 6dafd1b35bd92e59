import type { FastifyRequest } from "fastify";
import { type PersonId, VivaError } from "../base/index.ts";
import type { Workplace } from "../practice/index.ts";

/** Somebody is signed in. */
export interface SignedIn {
  readonly person: PersonId;
  /** The secret in the cookie. */
  readonly token: string;
  /** Milliseconds since 1970 UTC. */
  readonly expiresAt: number;
}

/**
 * What one request works with. Handlers reach the store, the judge, the clock and the person through it and through
 * nothing else: so the same application can serve the real store and throw-away worlds.
 */
export interface World {
  readonly workplace: Workplace;
  /** Null when nobody is, or need not be. */
  readonly signedIn: SignedIn | null;
}

/** Chooses the world of a request; who is signed in there is found out afterwards. */
export type WorldOf = (request: FastifyRequest) => Pick<World, "workplace">;

declare module "fastify" {
  interface FastifyRequest {
    world: World;
  }
}

/**
 * The person whose request it is.
 * @throws VivaError VIVA_NOT_SIGNED_IN
 */
export function personOf({ world }: FastifyRequest): PersonId {
  if (world.signedIn === null) throw notSignedIn();
  return world.signedIn.person;
}

/** @returns the error for a request of nobody */
export function notSignedIn(): VivaError {
  return new VivaError(
    "VIVA_NOT_SIGNED_IN",
    "nobody is signed in here: open a sign-in link, which viva link prints",
  );
}
