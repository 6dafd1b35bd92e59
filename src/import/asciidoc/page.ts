import { Translation } from "../markdown/translation.ts";
import type { ListMark } from "./lines.ts";
import { NO_LISTS, type OpenLists } from "./lists.ts";

/** Where lines are written: what stands before each of them. */
export interface Place {
  /** The marks of quotations. */
  readonly prefix: string;
  /** Columns of the list items that the open blocks belong to. */
  readonly base: number;
  readonly lists: OpenLists;
}

/** The Markdown that is written, with the lists that are open at its end. Lines are counted from 0. */
export class Page {
  private readonly out = new Translation();
  private place: Place = { prefix: "", base: 0, lists: NO_LISTS };

  get lists(): OpenLists {
    return this.place.lists;
  }

  set lists(lists: OpenLists) {
    this.place = { ...this.place, lists };
  }

  private get margin(): string {
    const { prefix, base, lists } = this.place;
    return prefix + " ".repeat(base + lists.column);
  }

  add(text: string, at: number): void {
    this.out.add(text === "" ? this.place.prefix.trimEnd() : this.margin + text, at + 1);
  }

  /** A blank line, where there is none yet. */
  gap(at: number): void {
    const blank = this.place.prefix.trimEnd();
    if (blank === "") this.out.addGap(at + 1);
    else if (this.out.lines.at(-1) !== blank) this.out.add(blank, at + 1);
  }

  addItem(item: Pick<ListMark, "mark" | "ordered" | "number">, text: string, at: number): void {
    const { prefix, base } = this.place;
    const { lists, sign } = this.lists.withItem(item);
    this.out.add(`${prefix}${" ".repeat(base)}${sign}${text}`, at + 1);
    this.lists = lists;
  }

  /** Code whose first line stands at `at`. */
  addCode(language: string, code: readonly string[], at: number): void {
    this.out.addCode(language, code, Math.max(1, at), this.margin);
  }

  /** Goes into a block that belongs to the open item, and gives the place to go back to. */
  enter(isQuote: boolean): Place {
    const before = this.place;
    this.place = isQuote
      ? { prefix: `${this.margin}> `, base: 0, lists: NO_LISTS }
      : { ...before, base: before.base + before.lists.column, lists: NO_LISTS };
    return before;
  }

  goBack(place: Place): void {
    this.place = place;
  }

  toTranslated(name: string) {
    return this.out.toTranslated(name);
  }
}
