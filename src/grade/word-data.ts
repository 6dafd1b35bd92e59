import { stem } from "./stem.ts";
import { Tiers } from "./tiers.ts";

/** What the judge knows of words in general: how common they are, which say the same, which exclude one another. */
export interface WordData {
  /** SCOWL size class by stem. */
  readonly tiers: Pick<Tiers, "get">;
  /** Groups that a single word belongs to, by stem. */
  readonly groups: Pick<ReadonlyMap<string, readonly number[]>, "get">;
  /** Wordings of several words, by the stem of the first. */
  readonly phrases: Pick<ReadonlyMap<string, readonly Phrase[]>, "get">;
  /** Groups that exclude a group, by group. */
  readonly opposites: ReadonlyMap<number, ReadonlySet<number>>;
}

/** A wording of several words. */
export interface Phrase {
  readonly stems: readonly string[];
  readonly group: number;
}

const HEADER = "vivarium-words 1";

/**
 * Reads data/grade/words.txt, as scripts/build-grade-data.ts writes it.
 * @throws TypeError when the data is of another kind or version: the file and the program belong together.
 */
export function parseWordData(data: string | Uint8Array): WordData {
  const text = typeof data === "string" ? data : new TextDecoder().decode(data);
  const lines = text.split("\n");
  if (lines[0]?.trim() !== HEADER) {
    throw new TypeError(`word data begins with ${JSON.stringify(lines[0]?.slice(0, 40))}, not ${HEADER}`);
  }
  const tiers = new Tiers();
  const lexicon = new LexiconBuilder();
  for (let from = 1; from < lines.length; ) {
    const section = (lines[from] ?? "").slice(2).trim();
    let to = from + 1;
    while (to < lines.length && lines[to]?.startsWith("= ") !== true) to += 1;
    const rows = lines.slice(from + 1, to).filter((line) => line !== "");
    if (section === "same") for (const row of rows) lexicon.addGroup(row.split("\t"));
    else if (section === "contrast") for (const row of rows) lexicon.addContrast(row);
    else tiers.add(Number(section), rows);
    from = to;
  }
  return { tiers, ...lexicon.finish() };
}

class LexiconBuilder {
  private readonly groups = new Map<string, number[]>();
  private readonly phrases = new Map<string, Phrase[]>();
  private readonly opposites = new Map<number, Set<number>>();
  /** Groups by the wording that opens them, which names what they mean. */
  private readonly headed = new Map<string, number[]>();
  private next = 0;

  addGroup(wordings: readonly string[]): number {
    const group = this.next++;
    const [head = ""] = wordings;
    this.headed.set(head, [...(this.headed.get(head) ?? []), group]);
    for (const wording of wordings) this.addWording(wording, group);
    return group;
  }

  /**
   * A side as written excludes the other side as written and the groups which that opens; synonyms of both sides do
   * not exclude one another: two steps away from what was written, too many pairs are wrong.
   */
  addContrast(line: string): void {
    const [left = "", right = ""] = line.split("\t");
    const sides = [left.split(","), right.split(",")] as const;
    const synonyms = sides.map((side) => this.groupsOf(side));
    const own = sides.map((side) => this.addGroup(side));
    for (const [here, there] of [
      [0, 1],
      [1, 0],
    ] as const) {
      for (const group of [own[there], ...(synonyms[there] ?? [])]) {
        this.oppose(own[here], group);
        this.oppose(group, own[here]);
      }
    }
  }

  private groupsOf(side: readonly string[]): number[] {
    return side.flatMap((wording) => this.headed.get(wording.trim()) ?? []);
  }

  finish(): Omit<WordData, "tiers"> {
    return { groups: this.groups, phrases: this.phrases, opposites: this.opposites };
  }

  private addWording(wording: string, group: number): void {
    const stems = wording.trim().split(/\s+/).map(stem);
    const [first] = stems;
    if (first === undefined || first === "") return;
    if (stems.length === 1) {
      const groups = this.groups.get(first) ?? [];
      if (!groups.includes(group)) groups.push(group);
      this.groups.set(first, groups);
    } else {
      const phrases = this.phrases.get(first) ?? [];
      phrases.push({ stems, group });
      this.phrases.set(first, phrases);
    }
  }

  private oppose(from: number | undefined, to: number | undefined): void {
    if (from === undefined || to === undefined) return;
    const set = this.opposites.get(from) ?? new Set<number>();
    set.add(to);
    this.opposites.set(from, set);
  }
}
