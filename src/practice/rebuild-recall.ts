import { deriveRecall } from "./derive.ts";
import type { Workplace } from "./workplace.ts";

/**
 * Forgets what was derived and derives it anew from the log, for everybody.
 * @param progress told the number of questions done, now and then
 * @throws VivaError those of the store, with everything as it was
 */
export async function rebuildRecall(
  workplace: Workplace,
  progress?: (questions: number) => void,
): Promise<{ events: number; questions: number }> {
  const { events } = await workplace.store();
  return events.rebuild(deriveRecall, progress);
}
