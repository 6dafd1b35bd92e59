import type { Gradable } from "./assessment.ts";

/** A task that asks for some of what its reference lists: "name three of". */
export interface EnoughOf {
  readonly wanted: number;
}

const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    "one eins eine einen un una uno um uma une один одну одно 一",
    "two zwei dos dois duas deux два две 两 二",
    "three drei tres três trois три 三",
    "four vier cuatro quatro quatre четыре 四",
    "five fünf cinco cinq пять 五",
    "six sechs seis шесть 六",
    "seven sieben siete sete sept семь 七",
    "eight acht ocho oito huit восемь 八",
    "nine neun nueve nove neuf девять 九",
    "ten zehn diez dez dix десять 十",
  ].flatMap((names, i) => names.split(" ").map((name) => [name, i + 1] as const)),
);

const number = `(${[...NUMBERS.keys()].filter((name) => /^\p{Script=Latin}/u.test(name)).join("|")}|[1-9]|10)`;

/** The number must stand by itself: "three-way handshake" asks for one thing. */
const ASKS = [
  `\\b(?:name|list|give|state|mention|provide|describe|explain|identify|tell|at least|any)\\s+(?:me\\s+|us\\s+|at\\s+least\\s+|any\\s+|up\\s+to\\s+)*${number}\\b(?!-)`,
  `\\bwhat are (?:any\\s+|some\\s+)?${number}\\s+(?:\\w+\\s+)?(?:advantages|benefits|reasons|ways|examples|differences|disadvantages|drawbacks|features|types|kinds|uses|techniques|strategies|tools|methods|things|steps)\\b`,
  `(?<!\\p{L})(?:nenne|nennen sie|gib|zähle|menciona|nombra|cita|enumera|lista|da|cite|liste|mencione|nomeie|dê|donnez|citez|nommez|listez)\\s+(?:mir\\s+|mindestens\\s+|al menos\\s+|pelo menos\\s+|au moins\\s+)*${number}(?!\\p{L})`,
  `(?<!\\p{L})(?:назовите|назови|перечислите|приведите)\\s+(?:хотя бы\\s+|не менее\\s+)?(один|одну|одно|два|две|три|четыре|пять|шесть|семь|[1-9])(?!\\p{L})`,
  `(?:列举|说出|举出|列出|写出|给出)(?:至少)?\\s*([一二两三四五六七八九十]|[1-9])\\s*(?:个|种|条|项|点|类)`,
].map((pattern) => new RegExp(pattern, "iu"));

/** How many things a question asks for, out of more that there may be; null when it does not say. */
export function wantedOf(question: Pick<Gradable, "title" | "body">): number | null {
  const asked = `${question.title}\n${question.body}`;
  for (const pattern of ASKS) {
    const written = pattern.exec(asked)?.[1]?.toLowerCase();
    if (written !== undefined) return NUMBERS.get(written) ?? Number(written);
  }
  return null;
}

/** How many of the proposed points a full answer names, when the question asks for fewer than its reference lists. */
export function enoughOf(question: Pick<Gradable, "title" | "body">, points: number): EnoughOf | null {
  const wanted = wantedOf(question);
  return wanted !== null && wanted < points ? { wanted } : null;
}
