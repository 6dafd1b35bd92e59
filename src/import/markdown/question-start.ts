/** Where a question starts, as a shape found it. Lines from 0. */
export interface Start {
  readonly at: number;
  /** The line after the title. */
  readonly titleEnd: number;
  /** Clean, without number. */
  readonly title: string;
  readonly number: number | null;
  /** Of a heading; null for a paragraph, a list item, a summary. */
  readonly level: number | null;
  /** In a list: what follows is set in. */
  readonly nested: boolean;
  /** Where the question ends at the latest, for shapes that say so. */
  readonly end?: number;
  /** Text of the answer that stands on the title's line. */
  readonly after?: string;
  /** More of the prompt than its title: code inside a summary. */
  readonly body?: string;
  /** What follows belongs to the prompt: a list of bare questions. */
  readonly bare?: boolean;
}
