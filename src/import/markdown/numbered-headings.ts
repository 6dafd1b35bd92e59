import type { Draft, SourceText } from "../reader.ts";
import { sequenceAgreement } from "../text/numbering.ts";
import { namesQuestions } from "../text/question-document.ts";
import { questionLikeness } from "../text/question-words.ts";
import { draftFrom, emptyDraft } from "./draft.ts";
import { isOuterTitle } from "./furniture.ts";
import { listsBesides } from "./mixed.ts";
import { type Heading, type Outline, outlineOf } from "./outline.ts";
import type { Start } from "./question-start.ts";
import { titleParts } from "./title.ts";

const READER = "markdown-numbered-headings";

/** A heading with what its title says. */
interface Titled {
  readonly heading: Heading;
  readonly title: string;
  readonly number: number | null;
  readonly likeness: number;
}

/** Headings of one form: of one level, or (level 0) those that open a list item, whatever their level. */
interface Form {
  readonly level: number;
  readonly all: readonly Titled[];
  readonly numbered: readonly Titled[];
}

/** A form counts when at least this share of its headings has a number. */
const NUMBERED_SHARE = 0.5;

/** Reads `## 1. Question`, `### Q1: Question`, `3. ### Question`. */
export function readNumberedHeadings(source: SourceText): Draft {
  const outline = outlineOf(source);
  const titled = titledHeadings(outline);
  const forms = formsOf(titled).filter((form) => form.numbered.length >= form.all.length * NUMBERED_SHARE);
  const best = forms.toSorted((a, b) => weight(b) - weight(a))[0];
  if (best === undefined) return emptyDraft(READER);
  const starts = startsOf(best, titled);
  const likeness = starts.reduce((sum, start) => sum + questionLikeness(start.title), 0) / starts.length;
  const agreement = sequenceAgreement(starts.map((start) => start.number));
  const named = namesQuestions(outline) ? 0.3 : 0;
  // Numbers alone are no question: a specification numbers its chapters too.
  const evidence = Math.min(1, 0.2 * agreement + 0.8 * likeness + named);
  return draftFrom(outline, READER, [...starts, ...listsBesides(outline, starts)], evidence);
}

function titledHeadings(outline: Outline): readonly Titled[] {
  const titled: Titled[] = [];
  for (const block of outline.blocks) {
    if (block.kind !== "heading") continue;
    const { number, rest: title, labelled } = titleParts(block.text);
    if (title === "") continue;
    titled.push({
      heading: block,
      title,
      number: block.itemNumber ?? number,
      likeness: labelled ? 1 : questionLikeness(title),
    });
  }
  return withBareNumbers(titled);
}

/** A number without a stop, as in `## 3 Closures`, without a blank, as in `## 52.c++`, or behind a letter: `## D1. Cosa`. */
const BARE_NUMBER = /^(?:\p{L}(?=\d{1,4}[.):]\s))?(\d{1,4})(?:\s+|[.):]\s*(?=[\p{L}¿"]))(?=\S)/u;
/** `## 3 ways to wait` alone says nothing: so many headings of a level must count up. */
const BARE_AT_LEAST = 5;

/** Takes numbers without a stop for numbers, at the levels where they run in order. */
function withBareNumbers(titled: readonly Titled[]): readonly Titled[] {
  const byLevel = new Map<number, (number | null)[]>();
  for (const { heading, title, number } of titled) {
    const bare = number === null ? BARE_NUMBER.exec(title)?.[1] : String(number);
    if (bare === undefined) continue;
    const numbers = byLevel.get(heading.level);
    if (numbers === undefined) byLevel.set(heading.level, [Number(bare)]);
    else numbers.push(Number(bare));
  }
  const runs = (level: number) => {
    const numbers = byLevel.get(level) ?? [];
    return numbers.length >= BARE_AT_LEAST && sequenceAgreement(numbers) >= 0.8;
  };
  return titled.map((one) => {
    const bare = one.number === null && runs(one.heading.level) ? BARE_NUMBER.exec(one.title) : null;
    if (bare === null) return one;
    return { ...one, title: one.title.slice(bare[0].length), number: Number(bare[1]) };
  });
}

function formsOf(titled: readonly Titled[]): Form[] {
  const groups = new Map<number, Titled[]>();
  for (const one of titled) {
    const level = one.heading.itemNumber !== null ? 0 : one.heading.level;
    if (level !== 0 && (one.heading.depth > 0 || (one.number === null && isOuterTitle(one.title)))) continue;
    const group = groups.get(level);
    if (group === undefined) groups.set(level, [one]);
    else group.push(one);
  }
  return [...groups].map(([level, all]) => ({
    level,
    all,
    numbered: all.filter((one) => one.number !== null),
  }));
}

/** Many, numbered in order, reading like questions. */
function weight(form: Form): number {
  const agreement = sequenceAgreement(form.numbered.map((one) => one.number));
  const likeness =
    form.numbered.reduce((sum, one) => sum + one.likeness, 0) / Math.max(1, form.numbered.length);
  return (
    form.numbered.length *
    (0.5 + agreement / 2) *
    (0.25 + likeness) *
    (form.numbered.length / form.all.length)
  );
}

/**
 * The form's headings, and those of another level that carry the number which is missing: authors write one `####`
 * among `###`. An unnumbered heading of the form is a question only when it reads like one.
 */
function startsOf(form: Form, titled: readonly Titled[]): Start[] {
  const members = new Set(form.all);
  const besides = asideFrom(form, titled);
  const starts: Start[] = [];
  let last: number | null = null;
  const numbers = form.numbered.map((one) => one.number);
  let passed = 0;
  for (const one of titled) {
    const upcoming = numbers[passed];
    if (members.has(one)) {
      if (one.number === null && one.likeness < 0.8) continue;
      if (one.number !== null) passed++;
    } else if (!besides.has(one)) {
      const fills =
        last !== null &&
        ((one.number === last + 1 &&
          upcoming !== undefined &&
          upcoming !== null &&
          (upcoming === one.number + 1 || (upcoming > one.number && one.likeness >= 0.8))) ||
          // Below the last: the author goes on counting, and may count one twice.
          (upcoming === undefined &&
            (one.number === last || one.number === last + 1) &&
            one.likeness >= 0.8));
      if (!fills || form.level === 0 || Math.abs(one.heading.level - form.level) > 1 || one.heading.depth > 0)
        continue;
    }
    if (one.number !== null) last = one.number;
    starts.push({
      at: one.heading.at,
      titleEnd: one.heading.end,
      title: one.title,
      number: one.number,
      level: one.heading.level,
      nested: one.heading.depth > 0,
    });
  }
  return starts;
}

/** Fewer questions of another level than this are chapters, steps or slips. */
const ASIDE_AT_LEAST = 3;

/**
 * Numbered headings of other levels that ask too and neither stand in a question of the form nor hold one: the
 * author went on at another level.
 */
function asideFrom(form: Form, titled: readonly Titled[]): ReadonlySet<Titled> {
  const asks = ({ number, likeness, heading }: Titled) =>
    number !== null && likeness >= 0.8 && (heading.depth === 0 || heading.itemNumber !== null);
  const mostlyAsks =
    form.numbered.filter(({ likeness }) => likeness >= 0.8).length > form.numbered.length / 2;
  if (!mostlyAsks) return new Set();
  const members = new Set(form.numbered);
  const found = new Set<Titled>();
  let above: Titled[] = [];
  for (const one of titled) {
    above = above.filter((outer) => outer.heading.level < one.heading.level);
    if (members.has(one)) for (const outer of above) found.delete(outer);
    else if (asks(one) && !above.some((outer) => members.has(outer) || found.has(outer))) found.add(one);
    above.push(one);
  }
  const counts = new Map<number, number>();
  for (const { heading } of found) counts.set(heading.level, (counts.get(heading.level) ?? 0) + 1);
  return new Set([...found].filter(({ heading }) => (counts.get(heading.level) ?? 0) >= ASIDE_AT_LEAST));
}
