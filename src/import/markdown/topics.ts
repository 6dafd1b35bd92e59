import { isBlank } from "../text/block.ts";
import { namesQuestions } from "../text/question-document.ts";
import { questionLikeness } from "../text/question-words.ts";
import { isOuterTitle } from "./furniture.ts";
import type { Heading, Outline } from "./outline.ts";
import type { Start } from "./question-start.ts";
import { titleParts } from "./title.ts";

/** Fewer headings of a level than this are no habit. */
const AT_LEAST = 5;
/** So many of them must have a question below. */
const ASKING_SHARE = 0.6;
/** Headings that ask by themselves have their answers below. */
const ASKING_TITLES = 0.3;
/** Lines of text below a topic: where most have more, they explain. */
const LONGEST_QUESTION = 6;

interface Topic {
  readonly start: Start;
  readonly titleAsks: boolean;
  readonly asks: boolean;
  readonly lines: number;
}

/** Finds `## Topic` with the question below it as a short paragraph, in a document that says that it asks. */
export function topicStarts(outline: Outline): { starts: Start[]; evidence: number } {
  let best: { starts: Start[]; evidence: number } = { starts: [], evidence: 0 };
  if (!namesQuestions(outline)) return best;
  const headings = outline.blocks.filter((block) => block.kind === "heading");
  const asking = headings.filter(({ text }) => questionLikeness(titleParts(text).rest) >= 0.8).length;
  for (let level = 1; level <= 6; level++) {
    const topics = headings.flatMap((heading, i) => {
      const topic = heading.level === level && heading.depth === 0;
      return topic ? topicOf(outline, heading, headings[i + 1]?.at ?? outline.lines.length) : [];
    });
    const share = (is: (topic: Topic) => boolean) => topics.filter(is).length / topics.length;
    if (topics.length < AT_LEAST || topics.length <= best.starts.length) continue;
    // As many headings that ask by themselves are the questions, and these stand in their answers.
    if (asking >= topics.length) continue;
    const asked = share(({ asks }) => asks);
    if (asked < ASKING_SHARE || share(({ titleAsks }) => titleAsks) > ASKING_TITLES) continue;
    if (share(({ lines }) => lines > LONGEST_QUESTION) > 0.5) continue;
    best = { starts: topics.map(({ start }) => start), evidence: asked };
  }
  return best;
}

function topicOf(outline: Outline, heading: Heading, end: number): Topic[] {
  const { number, rest: title } = titleParts(heading.text);
  const texts: string[] = [];
  for (let at = heading.end; at < end; at++) {
    const line = outline.lines[at] ?? "";
    if (!isBlank(line) && !outline.isCode(at)) texts.push(line);
  }
  if (title === "" || texts.length === 0 || isOuterTitle(title)) return [];
  return [
    {
      start: {
        at: heading.at,
        titleEnd: heading.end,
        title,
        number,
        level: heading.level,
        nested: false,
        bare: true,
      },
      titleAsks: questionLikeness(title) >= 0.8,
      asks: texts.some((line) => questionLikeness(line) >= 0.8),
      lines: texts.length,
    },
  ];
}
