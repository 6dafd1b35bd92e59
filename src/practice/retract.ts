import type { PracticeEvent, RetractionEvent } from "../recall/index.ts";
import type { Store } from "../store/index.ts";
import { deriveRecall } from "./derive.ts";
import { nextAfter } from "./next-event.ts";
import { LOCAL_WORKSPACE, type Workplace } from "./workplace.ts";

/**
 * Takes events back, all or none.
 * @param events all of their question
 */
export async function retract(
  workplace: Workplace,
  store: Store,
  events: readonly PracticeEvent[],
  taken: readonly PracticeEvent[],
): Promise<void> {
  const before = [...events];
  const retractions = taken.map(({ id: of, person, question, questionHash }) => {
    const event: RetractionEvent = {
      v: 1,
      workspace: LOCAL_WORKSPACE,
      person,
      device: store.device,
      question,
      questionHash,
      kind: "retraction",
      ...nextAfter(workplace, before),
      payload: { of },
    };
    before.push(event);
    return { event, turns: [] };
  });
  if (retractions.length > 0) await store.events.append(retractions, deriveRecall);
}
