import type { Outline } from "../markdown/outline.ts";

const NAMES =
  /\b(?:questions?|q ?& ?a|q&a|faqs?|interviews?|quiz|trivia|flash ?cards?|preguntas?|entrevistas?|perguntas?|fragen|entretien)\b|вопрос|собеседовани|面试|面經|面经|问答|問答|问题|題庫|题库|質問|面接/iu;

/** Headings that can be the title of the document. */
const LOOKED_AT = 3;

/** Whether a title or the name of a file says that questions are below. */
export const saysQuestions = (text: string): boolean => NAMES.test(text.slice(0, 300).replace(/[-_.]/g, " "));

/** Whether the document's name or one of its first headings says that it holds questions. */
export function namesQuestions(outline: Outline): boolean {
  if (saysQuestions(outline.source.name)) return true;
  return outline.blocks
    .filter((block) => block.kind === "heading")
    .slice(0, LOOKED_AT)
    .some((heading) => NAMES.test(heading.text.slice(0, 300)));
}
