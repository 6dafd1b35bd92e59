import { eventContract } from "./event-contract.ts";
import { recallContract } from "./recall-contract.ts";
import { sessionContract } from "./session-contract.ts";
import type { Store } from "./store.ts";

/** What every adapter of {@link Store} must do; `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  eventContract(name, open);
  recallContract(name, open);
  sessionContract(name, open);
}
