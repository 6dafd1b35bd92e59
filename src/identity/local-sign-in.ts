import { type Clock, DAY_MS, type PersonId, VivaError } from "../base/index.ts";
import type { SessionStore, StoredSecret } from "../store/index.ts";
import { hashOfToken, newSecret } from "./secret.ts";

/** Half a day: a link printed in the morning may wait in a terminal until the evening. */
const LINK_LIFE_MS = DAY_MS / 2;
/**
 * A session ends this long after it was opened, however often it is used. It does not end sooner when it is not used: a
 * page that is visited once a week would ask for a new link each time, and who can read the cookie on this machine can
 * read the store itself.
 */
const SESSION_LIFE_MS = 30 * DAY_MS;

/** What signing in needs. */
export interface Doorkeeper {
  readonly sessions: SessionStore;
  readonly clock: Clock;
}

/** Who is signed in, and until when (milliseconds since 1970 UTC). */
export interface SignedIn {
  readonly person: PersonId;
  readonly expiresAt: number;
}

/**
 * Makes a link's token: it opens one session, once, within 12 hours. Only its hash is kept, so it cannot be shown again.
 * @throws VivaError those of the store
 */
export async function newLink({ sessions, clock }: Doorkeeper, person: PersonId): Promise<string> {
  const { token } = await add(LINK_LIFE_MS, person, clock, (secret) => sessions.addLink(secret));
  return token;
}

/**
 * Opens a session with a link's token, which is then used up. The session lasts 30 days.
 * @returns the session's own token, for a cookie
 * @throws VivaError VIVA_LINK_INVALID when the link was used, is too old or was never made; those of the store
 */
export async function openSession(
  { sessions, clock }: Doorkeeper,
  link: string,
): Promise<SignedIn & { readonly token: string }> {
  const hash = hashOfToken(link);
  const used = hash === null ? null : await sessions.useLink(hash, clock());
  if (used === null) {
    throw new VivaError(
      "VIVA_LINK_INVALID",
      "this link was used before, is older than 12 hours, or is not whole: `viva link` prints a new one",
    );
  }
  return await add(SESSION_LIFE_MS, used.person, clock, (secret) => sessions.addSession(secret));
}

/** Who the session with this token is of; null when there is none, or it has ended. */
export async function sessionOf({ sessions, clock }: Doorkeeper, token: string): Promise<SignedIn | null> {
  const hash = hashOfToken(token);
  const session = hash === null ? null : await sessions.session(hash, clock());
  return session === null ? null : { person: session.person, expiresAt: session.expiresAt };
}

/** Ends the session with this token; one that is not there has ended. */
export async function endSession({ sessions }: Doorkeeper, token: string): Promise<void> {
  const hash = hashOfToken(token);
  if (hash !== null) await sessions.endSession(hash);
}

async function add(
  lifeMs: number,
  person: PersonId,
  clock: Clock,
  keep: (secret: StoredSecret) => Promise<void>,
): Promise<SignedIn & { token: string }> {
  const { token, hash } = newSecret();
  const createdAt = clock();
  const expiresAt = createdAt + lifeMs;
  await keep({ hash, person, createdAt, expiresAt });
  return { token, person, expiresAt };
}
