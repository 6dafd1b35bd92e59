import type { Random } from "../base/index.ts";

/** How many numbers are drawn at once: asking the system costs far more than a number does. */
const POOL = 64;

/** Numbers that nobody can foresee, of 53 bits, as many as a `number` from 0 to 1 can tell apart. */
export function secureRandom(): Random {
  const pool = new Uint32Array(2 * POOL);
  let at = pool.length;
  const word = () => {
    if (at === pool.length) {
      crypto.getRandomValues(pool);
      at = 0;
    }
    return pool[at++] ?? 0;
  };
  // 27 + 26 bits, as in MT19937's genrand_res53 (Matsumoto and Wada, 2002).
  return () => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) / 2 ** 53;
}
