import { seededRandom } from "../../src/base/index.ts";
import { readerNames } from "../../src/import/index.ts";
import { mutate } from "./mutate.ts";
import type { Seed } from "./seeds.ts";

/** A changed document, and who is to read it. */
export interface FuzzCase {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Null for the best one. */
  readonly reader: string | null;
}

/** The same run and number give the same case each time; null without documents to begin with. */
export function drawCase(seeds: readonly Seed[], run: string, n: number): FuzzCase | null {
  const random = seededRandom(`${run} ${n}`);
  const seed = seeds[Math.floor(random() * seeds.length)];
  if (seed === undefined) return null;
  const others = seeds.map(({ bytes }) => bytes);
  const bytes = mutate(seed.bytes, others, random);
  // Half of the readings are by a reader that nobody would choose.
  const reader = random() < 0.5 ? null : (readerNames[Math.floor(random() * readerNames.length)] ?? null);
  return { name: seed.name, bytes, reader };
}
