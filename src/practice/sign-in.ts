import type { PersonId } from "../base/index.ts";
import * as identity from "../identity/index.ts";
import type { Workplace } from "./workplace.ts";

/** Makes a secret that signs a person in, once. @throws VivaError those of the store */
export async function newLink(workplace: Workplace, person: PersonId): Promise<string> {
  return identity.newLink(await doorOf(workplace), person);
}

/**
 * Trades a link for a session.
 * @throws VivaError VIVA_LINK_INVALID; those of the store
 */
export async function openSession(
  workplace: Workplace,
  link: string,
): Promise<identity.SignedIn & { readonly token: string }> {
  return identity.openSession(await doorOf(workplace), link);
}

/** Who the bearer of a token is; null when nobody is. @throws VivaError those of the store */
export async function sessionOf(workplace: Workplace, token: string): Promise<identity.SignedIn | null> {
  return identity.sessionOf(await doorOf(workplace), token);
}

/** Ends a session; one that has ended stays so. @throws VivaError those of the store */
export async function endSession(workplace: Workplace, token: string): Promise<void> {
  await identity.endSession(await doorOf(workplace), token);
}

async function doorOf({ store, clock }: Workplace) {
  return { sessions: (await store()).sessions, clock };
}
