import type { Level } from "../deck/index.ts";
import { fieldKey } from "./field-names.ts";

/** Words for how hard a question is, or for whom; in the order of the levels. */
const WORDS: readonly (readonly [Level, string])[] = [
  [
    1,
    "junior easy beginner basic basics simple entry entrylevel novice fresher elementary introductory low начальный легкий легко простой джуниор джун facil principiante basico básico iniciante básica débutant facile einfach leicht anfänger 初级 简单 初級 容易 入门 入門",
  ],
  [
    2,
    "mid middle medium intermediate moderate normal regular average midlevel средний средне мидл intermedio intermedia medio media médio média intermediario intermediário pleno moyen intermédiaire mittel mittelschwer fortgeschritten 中级 中等 中級",
  ],
  [
    3,
    "senior hard advanced expert difficult challenging high lead staff principal сложный сложно трудный продвинутый сеньор синьор avanzado dificil difícil experto avançado sênior difficile avancé schwer schwierig experte 高级 困难 高級 难 困難 资深",
  ],
];

const levels = new Map<string, Level>(
  WORDS.flatMap(([level, words]) => words.split(" ").map((word): [string, Level] => [fieldKey(word), level])),
);

/** The level that a text tells, as in `Easy`, `mid-level` or `Senior developer`; null when it tells none. */
export function levelOf(text: string): Level | null {
  const words = text
    .slice(0, 60)
    .replace(/[-_]/g, "")
    .split(/[\s/,;()]+/)
    .map(fieldKey);
  const found = new Set(words.map((word) => levels.get(word)).filter((level) => level !== undefined));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
