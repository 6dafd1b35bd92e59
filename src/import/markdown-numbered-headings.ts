import { draftFrom, emptyDraft } from "./markdown-draft.ts";
import { isOuterTitle } from "./markdown-furniture.ts";
import { type Heading, type Outline, outlineOf } from "./markdown-outline.ts";
import { titleParts } from "./markdown-title.ts";
import { sequenceAgreement } from "./numbering.ts";
import { namesQuestions } from "./question-document.ts";
import type { Start } from "./question-start.ts";
import { questionLikeness } from "./question-words.ts";
import type { Draft, SourceText } from "./reader.ts";

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
  return draftFrom(outline, READER, starts, evidence);
}

function titledHeadings(outline: Outline): Titled[] {
  const titled: Titled[] = [];
  for (const block of outline.blocks) {
    if (block.kind !== "heading") continue;
    const { number, rest: title } = titleParts(block.text);
    if (title === "") continue;
    titled.push({
      heading: block,
      title,
      number: block.itemNumber ?? number,
      likeness: questionLikeness(title),
    });
  }
  return titled;
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
  const starts: Start[] = [];
  let last: number | null = null;
  const numbers = form.numbered.map((one) => one.number);
  let passed = 0;
  for (const one of titled) {
    const upcoming = numbers[passed];
    if (members.has(one)) {
      if (one.number === null && one.likeness < 0.8) continue;
      if (one.number !== null) passed++;
    } else {
      const fills = last !== null && one.number === last + 1 && upcoming === one.number + 1;
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
