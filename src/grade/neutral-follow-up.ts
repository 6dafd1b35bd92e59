import type { PointVerdict } from "./assessment.ts";
import type { PreparedQuestion } from "./prepare-question.ts";
import { stem } from "./stem.ts";
import { tokenise } from "./tokens.ts";

/** `{}` is filled with a word of the question that the point does not use. */
const FORMS: Readonly<Record<Exclude<PointVerdict, "covered">, readonly string[]>> = {
  contradicted: [
    'Stay with "{}" for a moment. Which of your claims would you test before betting on it, and how?',
    "One of your claims does not hold. Which would you check first, and how would you find out?",
    "Suppose a colleague disagrees with you here. Where would you look to see who is right?",
    "Are you sure of that?",
  ],
  partly: [
    'You came close on "{}". Can you be more exact, perhaps with an example?',
    "You came close there. Can you be more exact, perhaps with an example?",
    "Please explain that in a little more detail?",
    "Can you be more exact?",
  ],
  missing: [
    'Think of the last time "{}" mattered in your own work. What have you not told yet?',
    'If a newcomer asked you about "{}", which further fact would they need?',
    "What would surprise somebody who heard only this much?",
    "Which part of your explanation would a critical listener find too thin?",
    "What is the rest of the story?",
    "Please go on: and then?",
  ],
};

/**
 * A follow-up for a point whose author wrote none. It holds no word of the point, so that asking does not answer.
 */
export function neutralFollowUp(question: PreparedQuestion, index: number, verdict: PointVerdict): string {
  const point = question.points[index];
  const taken = new Set(tokenise(point?.point.text ?? "").map((token) => token.stem));
  const topic = topicOf(question, taken);
  const forms = FORMS[verdict === "covered" ? "missing" : verdict];
  for (let i = 0; i < forms.length; i++) {
    const form = forms[(i + index) % forms.length] ?? "";
    if (form.includes("{}") && topic === null) continue;
    const text = form.replace("{}", topic ?? "");
    const giving = tokenise(text).some((token) => token.role === "content" && taken.has(stem(token.word)));
    if (!giving) return text;
  }
  return "And?";
}

/** The rarest word of the prompt that the point does not use. */
function topicOf(question: PreparedQuestion, taken: ReadonlySet<string>): string | null {
  const { words, text } = question.prompt;
  let best: string | null = null;
  let rarest = 0;
  for (const word of words.slice(0, 40)) {
    if (word.role !== "content" || taken.has(word.stem) || !/^\p{L}/u.test(word.word)) continue;
    const tier = question.terms.data.tiers.get(word.stem) ?? 99;
    if (tier <= rarest) continue;
    rarest = tier;
    best = text.slice(word.start, word.end);
  }
  return best;
}
