import type { Level } from "../../deck/index.ts";

/** Words that say how hard a question is, in the languages that labels are known in. */
const WORDS: readonly (readonly [Level, string])[] = [
  [
    1,
    "easy|beginners?|junior|jr|basics?|entry(?:[- ]level)?|novice|simple|fácil|facil|básico|basico|básica|principiante|iniciante|facile|débutant|base|leicht|einfach|anfänger|лёгкий|легкий|лёгкая|легкая|просто|простой|начальный|джун|джуниор|легко|легкий рівень|початковий|łatwy|łatwe|podstawowy|makkelijk|eenvoudig|kolay|temel|简单|簡單|容易|初级|初級|基础|基礎|入门|かんたん|簡単|初心者|쉬움|초급",
  ],
  [
    2,
    "medium|mid(?:dle)?(?:[- ]level)?|intermediate|moderate|medio|media|médio|média|intermedio|intermediário|intermediario|moyen|moyenne|intermédiaire|mittel|mittelschwer|fortgeschritten(?=e? anf)|средний|средняя|средне|мидл|середній|średni|średnie|gemiddeld|orta|中等|中级|中級|中|普通|보통|중급",
  ],
  [
    3,
    "hard|difficult|advanced|senior|sr|expert|tough|difícil|dificil|avanzado|avanzada|avançado|avançada|experto|difficile|avancé|avancée|avanzata|avanzato|schwer|schwierig|fortgeschritten|experte|сложный|сложная|сложно|трудный|продвинутый|сеньор|синьор|складний|trudny|trudne|zaawansowany|moeilijk|gevorderd|zor|ileri|困难|困難|高级|高級|难|難しい|上級|上级|어려움|고급",
  ],
];

const LEVELS: readonly (readonly [Level, RegExp])[] = WORDS.map(([level, words]) => [
  level,
  new RegExp(`^(?:${words})$`, "iu"),
]);

/** The level that a word such as `Hard` or `средний` names; undefined for any other text. */
export function levelOf(text: string): Level | undefined {
  const word = text.slice(0, 40).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return LEVELS.find(([, words]) => words.test(word))?.[0];
}

/** Words that name a level in a column or key that is for levels; in a title they say other things as often. */
const IN_DATA: readonly (readonly [Level, string])[] = [
  [1, "entry|entrylevel|fresher|elementary|introductory|low|лёгко|入門"],
  [2, "mid|midlevel|normal|regular|average|pleno"],
  [3, "challenging|high|lead|staff|principal|sênior|困難|资深"],
];
const LEVELS_IN_DATA = IN_DATA.map(([level, words]): readonly [Level, RegExp] => [
  level,
  new RegExp(`^(?:${words})$`, "iu"),
]);

/** The one level that the words of a value tell, as in `Easy`, `mid-level` or `Senior developer`; null otherwise. */
export function levelWithin(text: string): Level | null {
  const words = text
    .slice(0, 60)
    .replace(/[-_]/g, "")
    .split(/[\s/,;()]+/);
  const found = new Set(
    words.flatMap((word) => levelOf(word) ?? LEVELS_IN_DATA.find(([, names]) => names.test(word))?.[0] ?? []),
  );
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
