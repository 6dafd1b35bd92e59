import { createHash } from "node:crypto";
import type { Opinion, RateRequest } from "./opinion.ts";
import { PROMPT_VERSION } from "./prompt.ts";

/** Where opinions are remembered, by {@link cacheKey}. */
export interface RaterCache {
  get(key: string): Promise<readonly Opinion[] | null>;
  set(key: string, opinions: readonly Opinion[]): Promise<void>;
}

/** SHA-256 (hex) of all that an opinion depends on. */
export function cacheKey(model: string, { prompt, reference, points, turns }: RateRequest): string {
  const asked = points.map(({ id, text, variants = [] }) => [id, text, variants]);
  // As JSON, half a surrogate pair is told from another.
  const all = JSON.stringify([model, PROMPT_VERSION, prompt, reference, asked, turns]);
  return createHash("sha256").update(all).digest("hex");
}

const MOST = 500;

/** Remembers the last `most` opinions that were asked for, and nothing after the process ends. */
export function memoryCache(most = MOST): RaterCache {
  // A Map tells its keys in the order in which they were set.
  const known = new Map<string, readonly Opinion[]>();
  const put = (key: string, opinions: readonly Opinion[]): void => {
    known.delete(key);
    known.set(key, opinions);
  };
  return {
    async get(key) {
      const opinions = known.get(key);
      if (opinions === undefined) return null;
      put(key, opinions);
      return opinions;
    },
    async set(key, opinions) {
      put(key, opinions);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
  };
}
