import type { Properties } from "hast";

/** What a style says that a tag could have said. */
export interface Dressing {
  readonly weight: "bold" | "normal" | null;
  readonly isCode: boolean;
}

/** The dressing that a style sheet gives to a class. */
export type Styles = ReadonlyMap<string, Dressing>;

export const NO_STYLES: Styles = new Map();

/** Characters of style sheets that are looked at; what programs export is far below. */
const LONGEST_SHEET = 200_000;

/** Reads `.c3{font-weight:700}`: rules of one class, as exports of word processors have them. */
export function classStyles(sheets: readonly string[]): Styles {
  const styles = new Map<string, Dressing>();
  for (const sheet of sheets) {
    for (const [, name = "", rules = ""] of sheet
      .slice(0, LONGEST_SHEET)
      .matchAll(/(?<=^|[\s};,>])(?:span)?\.([\w-]{1,60})\s{0,9}\{([^{}]{0,2000})\}/g)) {
      const dressing = ruleDressing(rules);
      if (dressing.weight !== null || dressing.isCode) styles.set(name, dressing);
    }
  }
  return styles;
}

/** The dressing of an element by its own style, else by its classes. */
export function dressingOf(style: string, className: Properties[string], styles: Styles): Dressing {
  const own = style === "" ? PLAIN : ruleDressing(style.slice(0, 2000));
  if (styles.size === 0 || !Array.isArray(className)) return own;
  let { weight, isCode } = own;
  for (const name of className) {
    const given = styles.get(String(name));
    if (given === undefined) continue;
    weight ??= given.weight;
    isCode ||= given.isCode;
  }
  return { weight, isCode };
}

const PLAIN: Dressing = { weight: null, isCode: false };

function ruleDressing(rules: string): Dressing {
  const weight = /font-weight\s*:\s*(bold(?:er)?|[6-9]00|normal|lighter|[1-5]00)/i.exec(rules)?.[1];
  return {
    weight: weight === undefined ? null : /^(?:b|[6-9])/i.test(weight) ? "bold" : "normal",
    isCode: /font-family\s*:[^;]*(?:courier|consolas|menlo|monaco|monospace|roboto mono)/i.test(rules),
  };
}
