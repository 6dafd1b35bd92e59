import type { ListMark } from "./lines.ts";

/** A level of the list that is open. */
interface Level {
  readonly mark: string;
  readonly ordered: boolean;
  readonly count: number;
  /** Where what belongs to its item stands. */
  readonly column: number;
}

/** Deeper lists are flattened: nobody nests so far, and every level costs its indent on every line. */
const DEEPEST = 12;

/** The lists that are open: a mark that is known goes back to its level, another one opens a level below. */
export class OpenLists {
  private readonly levels: readonly Level[];

  constructor(levels: readonly Level[] = []) {
    this.levels = levels;
  }

  get isOpen(): boolean {
    return this.levels.length > 0;
  }

  /** The column of text that belongs to the deepest item. */
  get column(): number {
    return this.levels.at(-1)?.column ?? 0;
  }

  /** Whether the deepest item is a term with its description. */
  get inTerm(): boolean {
    return isTerm(this.levels.at(-1)?.mark);
  }

  /** Whether an item with this mark would be one of an outermost list. */
  isOutermost(mark: string): boolean {
    return this.levels.length === 0 || this.levels[0]?.mark === mark;
  }

  /** The lists with a further item, and the item's mark in Markdown at its column. */
  withItem({ mark, ordered, number }: Pick<ListMark, "mark" | "ordered" | "number">): {
    lists: OpenLists;
    sign: string;
  } {
    const known = this.levels.findIndex((level) => level.mark === mark);
    const at = known >= 0 ? known : Math.min(this.levels.length, DEEPEST);
    const outer = this.levels.slice(0, at);
    const count = number ?? (this.levels[at]?.count ?? 0) + 1;
    // The document writes no numbers, it marks another kind of list: below a bullet authors take it for a deeper bullet.
    const isNumbered = ordered && outer.every((above) => above.ordered || isTerm(above.mark));
    const sign = isNumbered ? `${count}. ` : "- ";
    const column = outer.at(-1)?.column ?? 0;
    return {
      lists: new OpenLists([...outer, { mark, ordered, count, column: column + sign.length }]),
      sign: " ".repeat(column) + sign,
    };
  }

  /** The lists with a term whose description stands at the margin. */
  static ofTerm(mark: string): OpenLists {
    return new OpenLists([{ mark, ordered: false, count: 0, column: 0 }]);
  }
}

const isTerm = (mark: string | undefined): boolean => mark !== undefined && /^(?:::|;;)/.test(mark);

export const NO_LISTS = new OpenLists();
