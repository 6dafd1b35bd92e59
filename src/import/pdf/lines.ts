/** A piece of text where the page puts it, as the parser gives it. */
interface TextItem {
  readonly str: string;
  /** Scale and skew, then the place: x and y of its lower left corner, y counted upwards. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

/** A line of a page. Lengths in points. */
export interface PageLine {
  readonly text: string;
  /** Left and right end. */
  readonly x: number;
  readonly end: number;
  /** Above the foot of the page. */
  readonly y: number;
  /** Of the font. */
  readonly size: number;
  /** In a font of fixed width. */
  readonly fixed: boolean;
}

/** What letters are set in: soft hyphens and marks without width only say where a word may be parted. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: broken fonts give control characters
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f]/g;

/** Joins the pieces of a page into its lines, in the order in which the page draws them. */
export function pageLines(
  items: readonly TextItem[],
  styles: Readonly<Record<string, { readonly fontFamily: string }>>,
): PageLine[] {
  const lines: PageLine[] = [];
  let run: TextItem[] = [];
  for (const item of items) {
    if (item.str === "") continue;
    const last = run.at(-1);
    const isSame =
      last !== undefined && Math.abs(yOf(item) - yOf(last)) < 0.45 * Math.max(sizeOf(item), sizeOf(last));
    if (!isSame && run.length > 0) {
      push(lines, run, styles);
      run = [];
    }
    run.push(item);
  }
  push(lines, run, styles);
  return lines;
}

const yOf = (item: TextItem): number => item.transform[5] ?? 0;
const xOf = (item: TextItem): number => item.transform[4] ?? 0;
/** The height of the font: the length of the vector that goes up in it. */
const sizeOf = (item: TextItem): number => Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0) || 10;

function push(
  lines: PageLine[],
  run: readonly TextItem[],
  styles: Readonly<Record<string, { readonly fontFamily: string }>>,
): void {
  let text = "";
  let end = Number.NaN;
  let fixed = 0;
  let letters = 0;
  for (const item of run) {
    const str = item.str.replace(UNSEEN, "").replace(CONTROLS, " ");
    const gap = xOf(item) - end;
    if (gap > 0.18 * sizeOf(item) && text !== "" && !text.endsWith(" ") && !str.startsWith(" ")) text += " ";
    text += str;
    end = xOf(item) + item.width;
    const length = str.trim().length;
    letters += length;
    if (styles[item.fontName]?.fontFamily === "monospace") fixed += length;
  }
  const largest = run.reduce(
    (size, item) => (item.str.trim() === "" ? size : Math.max(size, sizeOf(item))),
    0,
  );
  const first = run[0];
  const trimmed = text.replace(/[\s\u00a0]+/g, " ").trim();
  if (first === undefined || trimmed === "") return;
  const isFixed = fixed > letters / 2;
  lines.push({
    text: isFixed ? text.replace(/\u00a0/g, " ").trim() : trimmed,
    x: xOf(first) + (isFixed ? text.length - text.trimStart().length : 0) * 0.6 * largest,
    end,
    y: yOf(first),
    size: largest,
    fixed: isFixed,
  });
}
