import { contentStems } from "./content-words.ts";
import { plainWords } from "./plain-words.ts";
import type { Question } from "./question.ts";

/** Two questions that ask the same; both are indices of the list that was given, `first` the smaller one. */
interface NearDuplicate {
  readonly first: number;
  readonly second: number;
}

/** With fewer words of its own a prompt must ask in the same way: "What is X?" and "How does X work?" are two. */
const FEW_STEMS = 3;
/** A word of more than this share of the questions is the deck's subject and tells none of them apart. */
const SUBJECT = { share: 1 / 8, from: 16 };
/** The share of words that two prompts must have in common, when one says all that the other says. */
const ALIKE = 0.8;
/** So many questions that share a rare word are looked at: the rest would cost more than they could tell. */
const MOST_CANDIDATES = 40;

/** Words by which a question asks, and not what it asks for. */
const ASKING = new Set(
  `briefl between compar concept defin describ detail differ discuss exampl explain main mention
  understand understood detailed purpos role term word`.split(/\s+/),
);

/**
 * Questions that ask what an earlier one asks: the same words, or the same words but for small ones and their order, or
 * all words of the earlier one and hardly more. One word put in place of another makes another question. Each is found
 * once, with the first one like it. Linear in the number of questions, near enough: each is compared with few others.
 */
export function nearDuplicates(questions: readonly Pick<Question, "title" | "body">[]): NearDuplicate[] {
  const found: NearDuplicate[] = [];
  const exact = new Map<string, number>();
  const prompts = questions.map(readPrompt);
  const users = new Map<string, number>();
  for (const { stems } of prompts) for (const stem of stems) users.set(stem, (users.get(stem) ?? 0) + 1);
  for (const { stems } of prompts) {
    for (const stem of stems) {
      const isSubject = (users.get(stem) ?? 0) > SUBJECT.share * Math.max(questions.length, SUBJECT.from);
      if (isSubject && stems.size > 1) stems.delete(stem);
    }
  }
  const byStem = new Map<string, number[]>();
  for (const [second, prompt] of prompts.entries()) {
    const same = exact.get(prompt.words);
    if (same !== undefined) {
      found.push({ first: same, second });
      continue;
    }
    exact.set(prompt.words, second);
    if (prompt.stems.size === 0) continue;
    const rarest = [...prompt.stems].sort(
      (a, b) => (users.get(a) ?? 0) - (users.get(b) ?? 0) || (a < b ? -1 : 1),
    );
    // Whoever shares four words in five shares one of the rarest fifth and one more.
    const keys = rarest.slice(0, Math.floor((1 - ALIKE) * rarest.length) + 1);
    const candidates = [...new Set(keys.flatMap((key) => byStem.get(key) ?? []))].sort((a, b) => a - b);
    const first = candidates.find((at) => {
      const other = prompts[at];
      return other !== undefined && areAlike(other, prompt);
    });
    if (first !== undefined) found.push({ first, second });
    for (const key of keys) {
      const users = byStem.get(key) ?? [];
      if (users.length < MOST_CANDIDATES) users.push(second);
      byStem.set(key, users);
    }
  }
  return found;
}

interface Prompt {
  /** All words in their order, and the body as it stands. */
  readonly words: string;
  readonly body: string;
  readonly stems: Set<string>;
  /** Why, when and where ask for something else than what and how. */
  readonly asks: string;
  /** The first word by which it asks. */
  readonly opens: string;
}

function readPrompt({ title, body }: Pick<Question, "title" | "body">): Prompt {
  const words = plainWords(title);
  // A title in signs alone, as in "==?", is told by its signs.
  const told = words === "" ? title : words.replace(/\b(?:a|an|the) /g, "");
  const stems = new Set([...contentStems(title)].filter((stem) => !ASKING.has(stem)));
  const asks = ["why", "when", "where", "not"].filter((word) => ` ${words} `.includes(` ${word} `)).join(" ");
  const code = body.replace(/\s+/g, " ").trim();
  const opens = /\b(?:what|which|who|how|why|when|where|is|are|do|does|can|should|list|name)\b/.exec(words);
  return { words: `${told}\n${code}`, body: code, stems, asks, opens: opens?.[0] ?? "" };
}

function areAlike(a: Prompt, b: Prompt): boolean {
  if (a.asks !== b.asks || a.body !== b.body) return false;
  const [small, large] = a.stems.size <= b.stems.size ? [a.stems, b.stems] : [b.stems, a.stems];
  if (large.size < FEW_STEMS && a.opens !== b.opens) return false;
  return small.size >= ALIKE * large.size && [...small].every((stem) => large.has(stem));
}
