import type { SourceText } from "../reader.ts";

/** `ANSWER: B` of Aiken, several letters allowed. */
export const AIKEN_ANSWER = /^ANSWER\s*:\s*([A-J](?:\s*[,&]\s*[A-J]){0,9})\s*$/i;
/** `A. text` or `A) text`. */
export const AIKEN_OPTION = /^([A-J])[.)]\s+(\S.*)$/;

/** 0..1: options by letter, and lines that name the right one and nothing else. */
export function sniffAiken({ lines }: SourceText): number {
  let answers = 0;
  let options = 0;
  let texts = 0;
  for (const line of lines) {
    const text = line.trim();
    if (text === "") continue;
    texts++;
    if (AIKEN_ANSWER.test(text)) answers++;
    else if (AIKEN_OPTION.test(text.slice(0, 2000))) options++;
  }
  if (answers === 0 || options < answers * 2) return 0;
  return answers + options >= texts * 0.5 ? 0.95 : 0.4;
}

/** 0..1: questions of Moodle's GIFT end in braces that hold `=` or `~` answers, `T` or `F`, or nothing. */
export function sniffGift({ text }: SourceText): number {
  const start = text.slice(0, 60_000);
  if (!start.includes("{") || /^\s*[{[<]/.test(start)) return 0;
  const blocks = start.split(/\n\s*\n/).filter((block) => /^(?!\s*(?:\/\/|\$CATEGORY)).*\S/m.test(block));
  const gift = blocks.filter((block) => GIFT_ANSWERS.test(block)).length;
  const isTitled = /^\s*(?:::[^\n]{1,300}?::|\$CATEGORY:)/m.test(start);
  if (gift === 0 || gift < blocks.length * 0.6) return 0;
  return isTitled || gift > 1 ? 0.93 : 0.5;
}

const GIFT_ANSWERS = /(?<!\\)\{\s*(?:#?\s*[=~]|(?:T|F|TRUE|FALSE)\s*(?:#[^}]*)?\}|\}|#-?\d)/;
