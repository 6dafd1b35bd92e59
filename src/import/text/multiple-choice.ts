import { isBlank } from "./block.ts";

/** A line below a question's title; code is never read as anything else. */
export interface RegionLine {
  readonly text: string;
  readonly code: boolean;
}

/** Options to tick, parted: what to choose from, and what is right with the explanation below. */
export interface Choice {
  /** The prompt with all options, their boxes empty of any mark. */
  readonly body: RegionLine[];
  /** The ticked options, then what follows the last option. */
  readonly answer: RegionLine[];
}

const OPTION = /^( {0,3}[-*+] +)\[([ xXхХ✓✔*])\] ?(.*)$/;

interface Option {
  readonly ticked: boolean;
  readonly lines: RegionLine[];
}

/** Reads `- [ ]` and `- [x]` options; null when there are fewer than two or none is ticked. */
export function splitChoice(region: readonly RegionLine[]): Choice | null {
  const starts = region.flatMap((line, at) =>
    !line.code && OPTION.test(line.text.slice(0, 200)) ? [at] : [],
  );
  if (starts.length < 2) return null;
  const end = optionsEnd(region, starts);
  const options = starts.map((start, i): Option => {
    const [first = { text: "", code: false }, ...below] = region.slice(start, starts[i + 1] ?? end);
    const [, bullet = "- ", box = " ", text = ""] = OPTION.exec(first.text) ?? [];
    return { ticked: box !== " ", lines: [{ text: `${bullet}${text}`, code: false }, ...below] };
  });
  const right = options.filter((option) => option.ticked);
  if (right.length === 0) return null;
  return {
    body: [...region.slice(0, starts[0]), ...options.flatMap((option) => option.lines)],
    answer: [...right.flatMap((option) => option.lines), { text: "", code: false }, ...region.slice(end)],
  };
}

/** The last option ends at a blank line, or with its code where the other options have code too. */
function optionsEnd(region: readonly RegionLine[], starts: readonly number[]): number {
  const last = starts.at(-1) ?? 0;
  const othersHaveCode = region.slice(starts[0], last).some((line) => line.code);
  let at = last + 1;
  while (at < region.length && !isBlank(region[at]?.text ?? "") && !region[at]?.code) at++;
  if (!othersHaveCode) return at;
  let code = at;
  while (code < region.length && isBlank(region[code]?.text ?? "")) code++;
  if (!region[code]?.code) return at;
  while (code < region.length && region[code]?.code) code++;
  return code;
}

const LETTERED = /^ {0,3}(?:[-*+] +)?(?:\*\*)?\(?[a-hA-H][.):]/;

const IMAGE = /^\s*!\[[^\]\n]{0,200}\]\([^)\n]{1,1000}\)\s*$/;

/** Whether one of the options to tick is ticked. */
export const hasTick = (region: readonly RegionLine[]): boolean =>
  region.some(({ text, code }) => !code && (OPTION.exec(text.slice(0, 200))?.[2] ?? " ") !== " ");

/**
 * Whether a region holds nothing but options `a)`, `B:` or `- C.`, code and pictures between them included. Empty boxes
 * are options where the document ticks others; where it ticks none they may be steps to take.
 */
export function isOptionsOnly(region: readonly RegionLine[], ticks: boolean): boolean {
  const texts = region.filter((line) => !line.code && !isBlank(line.text) && !IMAGE.test(line.text));
  return (
    texts.length > 1 &&
    texts.every(({ text }) => {
      const start = text.slice(0, 200);
      return LETTERED.test(start) || (ticks && OPTION.exec(start)?.[2] === " ");
    })
  );
}
