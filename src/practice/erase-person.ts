import { rm } from "node:fs/promises";
import { type PersonId, VivaError } from "../base/index.ts";
import type { Erased } from "../store/index.ts";
import { keptCopies } from "./kept-copies.ts";
import type { Workplace } from "./workplace.ts";

/**
 * What erasing would take now. Copies that the store made of itself are not counted.
 * @throws VivaError those of the store
 */
export async function countPerson(workplace: Workplace, person: PersonId): Promise<Erased> {
  const store = await workplace.store();
  return { ...(await store.events.count(person)), copies: (await keptCopies(workplace)).length };
}

/**
 * Removes what is kept of a person: events, answers, recall, links, sessions, and the copies that were made before a
 * restore or a migration. Decks stay, and so do backups made on request.
 * @throws VivaError those of the store; VIVA_STORE_UNWRITABLE when a copy could not be removed, naming it
 */
export async function erasePerson(workplace: Workplace, person: PersonId): Promise<Erased> {
  const store = await workplace.store();
  await store.sessions.endAll(person);
  const erased = await store.events.erase(person);
  const folders = await keptCopies(workplace);
  for (const folder of folders) {
    await rm(folder, { recursive: true, force: true }).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new VivaError(
        "VIVA_STORE_UNWRITABLE",
        `your answers are erased, but the copy in ${folder} could not be removed (${reason}): remove that folder`,
        { cause: error },
      );
    });
  }
  return { ...erased, copies: erased.copies + folders.length };
}
