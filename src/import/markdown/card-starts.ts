import { indentOf, isBlank } from "../text/block.ts";
import { namesQuestions } from "../text/question-document.ts";
import { questionLikeness } from "../text/question-words.ts";
import type { Outline } from "./outline.ts";
import type { Start } from "./question-start.ts";
import { titleParts } from "./title.ts";

/** One way to write cards: what it found, and how sure it is of each (0..1) where the prompt does not ask by itself. */
interface Found {
  readonly starts: readonly Start[];
  readonly sure: number;
}

/** Finds the cards of a document in every form that it uses. */
export function cardStarts(outline: Outline): { starts: Start[]; evidence: number } {
  const named = namesQuestions(outline) ? 0.7 : 0.45;
  const marked = outline.lines.some((line, at) => !outline.isCode(at) && line.slice(0, 400).search(TAG) >= 0);
  const forms: Found[] = [
    { starts: fieldCards(outline), sure: 1 },
    { starts: taggedBullets(outline), sure: 1 },
    { starts: parted(outline), sure: 1 },
    { starts: inline(outline), sure: marked ? 1 : named },
    { starts: definitions(outline), sure: named },
    { starts: quoted(outline), sure: 0 },
  ];
  const taken = new Uint8Array(outline.lines.length);
  const starts: Start[] = [];
  let sum = 0;
  for (const form of forms) {
    for (const start of form.starts) {
      if (taken[start.at] === 1 || start.title === "") continue;
      taken.fill(1, start.at, start.end ?? start.titleEnd);
      starts.push(start);
      sum += Math.max(form.sure, questionLikeness(start.title));
    }
  }
  return { starts, evidence: starts.length === 0 ? 0 : sum / starts.length };
}

const TAG = /(?:^|\s)#(?:flash)?cards?(?:\/[\w/-]{1,80})?(?=\s|$)/gi;

const startAt = (at: number, titleEnd: number, text: string, more: Partial<Start> = {}): Start => {
  const { number, rest } = titleParts(text.replace(TAG, " ").trim());
  return { at, titleEnd, title: rest, number, level: null, nested: false, ...more };
};

/** `START`, a kind of note, `Front: ...`, `Back: ...`, `END`. */
function fieldCards({ lines }: Outline): Start[] {
  const starts: Start[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!/^START\s*$/.test(lines[at] ?? "")) continue;
    let end = at + 1;
    while (end < lines.length && !/^(?:END|START)\s*$/.test(lines[end] ?? "")) end++;
    const within = (pattern: RegExp, from: number) => {
      for (let i = from; i < end; i++) if (pattern.test(lines[i] ?? "")) return i;
      return -1;
    };
    const back = within(/^(?:Back|A|Answer):/i, at + 1);
    const front = /^(?:Front|Q|Question):/i.test(lines[at + 1] ?? "") ? at + 1 : at + 2;
    if (back <= front || end === at + 1) {
      at = end - 1;
      continue;
    }
    const after = within(/^(?:Tags?:|<!--ID|ID:)/i, back + 1);
    starts.push(
      startAt(front, back + 1, (lines[front] ?? "").replace(/^(?:Front|Q|Question):\s*/i, ""), {
        body: lines
          .slice(front + 1, back)
          .join("\n")
          .trim(),
        after: (lines[back] ?? "").replace(/^\w+:\s*/, ""),
        end: after < 0 ? end : after,
      }),
    );
    at = end - 1;
  }
  return starts;
}

/** `- What is it? #card` with the answer below, set in. */
function taggedBullets({ lines, isCode }: Outline): Start[] {
  const starts: Start[] = [];
  for (const [at, line] of lines.entries()) {
    const found = /^\s*[-*+]\s+(\S.{0,1000})$/.exec(line)?.[1];
    if (found === undefined || isCode(at) || found.search(TAG) < 0) continue;
    const indent = indentOf(line);
    let end = at + 1;
    while (end < lines.length && (isBlank(lines[end] ?? "") || indentOf(lines[end] ?? "") > indent)) end++;
    starts.push(startAt(at, at + 1, found, { nested: true, end }));
  }
  return starts;
}

/** A prompt, a line with nothing but `?`, the answer until a blank line. */
function parted({ lines, isCode }: Outline): Start[] {
  const starts: Start[] = [];
  for (const [at, line] of lines.entries()) {
    if (!/^\?\??\s*$/.test(line) || isCode(at)) continue;
    let from = at;
    while (
      from > 0 &&
      !isBlank(lines[from - 1] ?? "") &&
      !/^(?:#{1,6} |<!--|\?\??\s*$)/.test(lines[from - 1] ?? "")
    )
      from--;
    if (from === at) continue;
    let end = at + 1;
    // The next prompt may follow without a blank line.
    const isNext = (next: number) => isBlank(lines[next] ?? "") || /^\?\??\s*$/.test(lines[next + 1] ?? "");
    while (end < lines.length && (isCode(end) || !isNext(end))) end++;
    starts.push(
      startAt(from, at + 1, lines[from] ?? "", { body: lines.slice(from + 1, at).join("\n"), end }),
    );
  }
  return starts;
}

const INLINE = /^\s{0,3}(?:[-*+]\s+|\d{1,4}[.)]\s+)?([^\s:`|>#][^\n]{0,400}?)\s?:::?\s?(\S[^\n]*)$/;
/** `title:: value` says something of the page. */
const PROPERTY = /^(?:[-*]\s+)?[a-z][\w.-]{0,40}:: /;
/** What stands round two colons in code. */
const CODE = /\w::\w[\w:<>]*[(;]|\b(?:std|self|crate|super)::/;

/** `What is it?::A thing.` */
function inline({ lines, isCode }: Outline): Start[] {
  return lines.flatMap((line, at) => {
    if (!line.includes("::") || line.length > 4000 || isCode(at) || PROPERTY.test(line) || CODE.test(line))
      return [];
    const [, front, back = ""] = INLINE.exec(line) ?? [];
    return front === undefined
      ? []
      : [startAt(at, at + 1, front, { after: back.replace(/<!--.*?-->/g, "").trim(), end: at + 1 })];
  });
}

/** `Term`, and below it `: what it means`. */
function definitions({ lines, isCode }: Outline): Start[] {
  const starts: Start[] = [];
  for (const [at, line] of lines.entries()) {
    const said = /^ {0,3}:[ \t]{1,4}(\S.*)$/.exec(line)?.[1];
    if (said === undefined || isCode(at)) continue;
    const term = isBlank(lines[at - 1] ?? "") ? at - 2 : at - 1;
    const text = lines[term] ?? "";
    if (term < 0 || isBlank(text) || /^\s*[:#>|]|^ {4}/.test(text)) continue;
    let end = at + 1;
    while (end < lines.length && (isBlank(lines[end] ?? "") || /^(?: {2,}|\t|:[ \t])/.test(lines[end] ?? "")))
      end++;
    starts.push(startAt(term, at + 1, text, { nested: true, after: said, end }));
  }
  return starts;
}

/** `> What is it?` with the answer below. */
function quoted({ lines, isCode }: Outline): Start[] {
  const starts = lines.flatMap((line, at) => {
    const text = /^ {0,3}>[ \t]?([^>\s].{0,500})$/.exec(line)?.[1] ?? "";
    const opens = !/^ {0,3}>/.test(lines[at - 1] ?? "") && !/^ {0,3}>/.test(lines[at + 1] ?? "");
    return opens && !isCode(at) && questionLikeness(text) >= 0.8 ? [startAt(at, at + 1, text)] : [];
  });
  return starts.length < 2 ? [] : starts;
}
