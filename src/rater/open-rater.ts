import type { Clock } from "../base/index.ts";
import { memoryCache } from "./cache.ts";
import type { Environment } from "./environment.ts";
import type { Rater } from "./opinion.ts";
import { createRater } from "./rater.ts";
import { readRaterSettings } from "./settings.ts";

/**
 * The rater that the environment names; null when it names none.
 * @throws VivaError as {@link readRaterSettings}
 */
export async function openRater(environment: Environment, clock: Clock): Promise<Rater | null> {
  const settings = await readRaterSettings(environment);
  return settings === null ? null : createRater(settings, { fetch, cache: memoryCache(), clock });
}
