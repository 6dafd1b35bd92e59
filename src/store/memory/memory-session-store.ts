import type { SessionStore, StoredSecret } from "../session-store.ts";

/** Links and sessions in memory. */
export function memorySessionStore(): SessionStore {
  const links = new Map<string, StoredSecret>();
  const sessions = new Map<string, StoredSecret>();
  const add = (secrets: Map<string, StoredSecret>, secret: StoredSecret) => {
    for (const { hash, expiresAt } of secrets.values()) {
      if (expiresAt <= secret.createdAt) secrets.delete(hash);
    }
    secrets.set(secret.hash, secret);
  };
  const valid = (secret: StoredSecret | undefined, now: number) =>
    secret !== undefined && secret.expiresAt > now ? secret : null;
  return {
    async addLink(link) {
      add(links, link);
    },
    async useLink(hash, now) {
      const link = links.get(hash);
      links.delete(hash);
      return valid(link, now);
    },
    async addSession(session) {
      add(sessions, session);
    },
    async session(hash, now) {
      return valid(sessions.get(hash), now);
    },
    async endSession(hash) {
      sessions.delete(hash);
    },
    async endAll(person) {
      for (const secrets of [links, sessions]) {
        for (const secret of secrets.values()) if (secret.person === person) secrets.delete(secret.hash);
      }
    },
  };
}
