import { wordCount } from "../text/block.ts";
import { questionLikeness } from "../text/question-words.ts";
import { FormCount } from "./cell-text.ts";
import { type DataNode, isEmptyNode, textsIn } from "./node.ts";
import type { DataRecord } from "./record.ts";

/** Different values of a column that are told apart. */
const MOST_DISTINCT = 300;
/** Values of a column whose words are looked at. */
const SAMPLED = 400;

/** Texts inside one value that are looked at. */
const MOST_INSIDE = 20;

/** What the values of one name look like over all records. */
export class Column {
  readonly key: string;
  /** As first written. */
  readonly name: string;
  /** Values that are not empty. */
  count = 0;
  strings = 0;
  numbers = 0;
  booleans = 0;
  lists = 0;
  maps = 0;
  urls = 0;
  /** Values without any white space. */
  tokens = 0;
  /** Values that are a date, with or without a time. */
  dates = 0;
  longest = 0;
  readonly distinct = new Set<string>();
  readonly form = new FormCount();
  /** The largest of its whole numbers, and the least. */
  largest = Number.NEGATIVE_INFINITY;
  least = Number.POSITIVE_INFINITY;
  private sampled = 0;
  private words = 0;
  private numbered = 0;
  private likeness = 0;

  constructor(key: string, name: string) {
    this.key = key;
    this.name = name;
  }

  add(value: DataNode): void {
    if (isEmptyNode(value)) return;
    this.count++;
    if (value.kind === "map") this.addMap(value);
    else if (value.kind === "list") this.addList(value.items);
    else if (value.is === "boolean" || BOOLEAN.test(value.text)) this.booleans++;
    else this.addText(value.text.trim(), value.is === "number");
  }

  private addMap(map: DataNode): void {
    this.maps++;
    if (this.sampled < SAMPLED) for (const text of textsIn(map).slice(0, MOST_INSIDE)) this.form.add(text);
  }

  private addList(items: readonly DataNode[]): void {
    this.lists++;
    const texts = items.flatMap((node) => (node.kind === "text" ? [node.text] : []));
    if (texts.length > 0 && texts.every((text) => URL_OR_LINK.test(text.slice(0, 500)))) this.urls++;
    if (this.sampled < SAMPLED)
      for (const text of items.flatMap(textsIn).slice(0, MOST_INSIDE)) this.form.add(text);
  }

  private addText(text: string, isNumber: boolean): void {
    if (this.distinct.size < MOST_DISTINCT) this.distinct.add(text.slice(0, 100));
    this.longest = Math.max(this.longest, text.length);
    if (isNumber || NUMBER.test(text)) {
      this.numbers++;
      this.largest = Math.max(this.largest, Number(text));
      this.least = Math.min(this.least, Number(text));
      if (isNumber) return;
    }
    this.strings++;
    if (DATE.test(text)) this.dates++;
    if (!/\s/.test(text.slice(0, 300))) this.tokens++;
    if (URL_OR_LINK.test(text.slice(0, 500))) this.urls++;
    if (text.includes("<") || text.includes("&") || this.sampled < SAMPLED) this.form.add(text);
    if (this.sampled >= SAMPLED) return;
    this.sampled++;
    this.words += wordCount(text.slice(0, 1000));
    if (NUMBERED.test(text.slice(0, 40))) this.numbered++;
    this.likeness += questionLikeness(text.split("\n", 1)[0] ?? "");
  }

  /** Words of a value, on average. */
  get meanWords(): number {
    return this.sampled === 0 ? 0 : this.words / this.sampled;
  }

  /** How much its values read like questions, 0..1. */
  get meanLikeness(): number {
    return this.sampled === 0 ? 0 : this.likeness / this.sampled;
  }

  /** Its texts begin with numbers that count them. */
  get isNumbered(): boolean {
    return this.numbered > 0 && this.numbered >= this.sampled * 0.6;
  }

  get isUrls(): boolean {
    return this.urls > 0 && this.urls >= this.count * 0.8;
  }

  get isNumeric(): boolean {
    return this.numbers > 0 && this.numbers === this.count;
  }

  /** Texts long enough to be sentences. */
  get isProse(): boolean {
    return !this.isUrls && this.strings > this.count / 2 && this.meanWords >= 3;
  }

  /** Few short values that come again and again. */
  get isCategory(): boolean {
    return (
      this.lists + this.maps === 0 &&
      this.longest <= 60 &&
      this.distinct.size < MOST_DISTINCT &&
      this.meanWords <= 3.5 &&
      (this.distinct.size <= this.count / 2 ||
        (this.count < 8 && ![...this.distinct].some((text) => /\d/.test(text))))
    );
  }
}

const DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ][\d:.,Z+-]*)?$/;
const BOOLEAN = /^\s*(?:true|false|yes|no)\s*$/i;
/** `3. What is it?`: not `12 - 8 = ?`. */
const NUMBERED = /^\s*(?:[qp]\s?\.?)?\d{1,4}\s?[.):、]\s*\p{L}/iu;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,10})?$/;
const URL_OR_LINK = /^(?:<?(?:https?:\/\/|www\.)\S+$|\[[^\]]*\]\(\S+\)$)/i;

/** The columns of records, in the order in which they are first met. */
export function columnsOf(records: readonly DataRecord[]): Map<string, Column> {
  const columns = new Map<string, Column>();
  for (const { fields } of records) {
    for (const { key, name, value } of fields) {
      let column = columns.get(key);
      if (column === undefined) {
        column = new Column(key, name);
        columns.set(key, column);
      }
      column.add(value);
    }
  }
  return columns;
}
