/** Bounds the memory a hostile stream of new words can take; far above the words of any deck. */
const LONGEST_CACHE = 20_000;

/** The size classes of the word list, looked up line by line: most of its words no answer ever uses. */
export class Tiers {
  private readonly lists: { readonly tier: number; readonly lines: readonly string[] }[] = [];
  private readonly known = new Map<string, number | undefined>();

  /** @param lines stems in the order of their code units, blanks between them */
  add(tier: number, lines: readonly string[]): void {
    this.lists.push({ tier, lines });
  }

  /** SCOWL size class (10 most common .. 50); a stem that is rarer than all of them has none. */
  get(stem: string): number | undefined {
    if (this.known.has(stem)) return this.known.get(stem);
    const tier = this.lists.find(({ lines }) => holds(lines, stem))?.tier;
    if (this.known.size >= LONGEST_CACHE) this.known.clear();
    this.known.set(stem, tier);
    return tier;
  }
}

/** Looks for the last line that begins at or before the stem. */
function holds(lines: readonly string[], stem: string): boolean {
  let from = 0;
  let to = lines.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const line = lines[middle] ?? "";
    if (line > stem && !line.startsWith(`${stem} `)) to = middle;
    else from = middle + 1;
  }
  return from > 0 && stem !== "" && ` ${lines[from - 1] ?? ""} `.includes(` ${stem} `);
}
