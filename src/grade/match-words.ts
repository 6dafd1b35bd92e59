import type { TermTable } from "./claim.ts";
import { isNear } from "./near-spelling.ts";
import type { Word } from "./read-text.ts";

/** One word of an answer set against one term of the question. */
export interface Match {
  readonly term: number;
  /** 1 the same stem, less for a synonym or a slip of the pen. */
  readonly likeness: number;
  /** The two exclude one another. */
  readonly opposite: boolean;
}

const SYNONYM = 0.9;
const MISSPELT = 0.85;
/** HTTP methods, which are everyday words as well. */
const METHOD = /^(?:get|put|post|patch|delete|head)$/;
/** HTTP status codes: two different ones never say the same. */
const STATUS = /^[1-5]\d\d$/;

/** Matches the words of one answer against a question's terms; remembers each distinct word. */
export class WordMatcher {
  private readonly table: TermTable;
  private readonly promptStems: ReadonlySet<string>;
  private readonly names: ReadonlySet<number>;
  private readonly known = new Map<string, readonly Match[]>();

  /**
   * Words of the question and methods that its points are about stand for themselves only, for no synonym: "GET"
   * does not say that something is got.
   */
  constructor(table: TermTable, promptStems: ReadonlySet<string>, names: ReadonlySet<number>) {
    this.table = table;
    this.promptStems = promptStems;
    this.names = names;
  }

  matchesOf(word: Word): readonly Match[] {
    if (word.role === "negator") return [];
    const key = `${word.stem} ${word.groups.join(" ")}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const matches = this.find(word);
    this.known.set(key, matches);
    return matches;
  }

  private find(word: Word): readonly Match[] {
    const likeness = new Map<number, number>();
    for (const term of this.table.byStem.get(word.stem) ?? []) likeness.set(term, 1);
    const asked = this.promptStems.has(word.stem) || (METHOD.test(word.word) && this.isName(likeness));
    for (const group of asked ? [] : word.groups) {
      for (const term of this.table.byGroup.get(group) ?? [])
        if (!likeness.has(term) && !this.isMethod(term)) likeness.set(term, SYNONYM);
    }
    if (likeness.size === 0 && word.role === "content") this.addMisspelt(word, likeness);
    const matches: Match[] = [...likeness].map(([term, value]) => ({
      term,
      likeness: value,
      opposite: false,
    }));
    for (const term of asked ? [] : this.opposed(word)) {
      if (!likeness.has(term)) matches.push({ term, likeness: 1, opposite: true });
    }
    return matches;
  }

  private isMethod(term: number): boolean {
    return this.names.has(term) && METHOD.test(this.table.stems[term] ?? "");
  }

  private isName(likeness: ReadonlyMap<number, number>): boolean {
    return [...likeness.keys()].some((term) => this.names.has(term));
  }

  private opposed(word: Word): Set<number> {
    const out = new Set<number>();
    for (const group of word.groups) {
      for (const against of this.table.data.opposites.get(group) ?? []) {
        for (const term of this.table.byGroup.get(against) ?? []) out.add(term);
      }
    }
    // A code that the question's own claims use is right for something: its mere presence opposes nothing.
    if (STATUS.test(word.word) && !this.table.byStem.has(word.stem)) {
      this.table.stems.forEach((other, term) => {
        if (STATUS.test(other) && other !== word.word) out.add(term);
      });
    }
    return out;
  }

  /** Only a word that no list knows can be a slip of the pen. */
  private addMisspelt(word: Word, likeness: Map<number, number>): void {
    if (word.word.length < 5 || this.table.data.tiers.get(word.stem) !== undefined) return;
    this.table.stems.forEach((term, number) => {
      if (isNear(word.stem, term)) likeness.set(number, MISSPELT);
    });
  }
}
