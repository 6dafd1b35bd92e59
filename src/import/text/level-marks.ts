import type { Level } from "../../deck/index.ts";
import { levelOf } from "./level-words.ts";

const LIGHTS: Readonly<Record<string, Level>> = {
  "🟢": 1,
  "🟩": 1,
  "🟡": 2,
  "🟠": 2,
  "🟨": 2,
  "🟧": 2,
  "🔴": 3,
  "🟥": 3,
};
const AT_END = /\s*(?:[🟢🟩🟡🟠🟨🟧🔴🟥]|[([【（]\s*([\p{L} -]{2,20})\s*[)\]】）])\s*$/u;
const AT_START = /^(?:[🟢🟩🟡🟠🟨🟧🔴🟥]|[([【（]\s*([\p{L} -]{2,20})\s*[)\]】）])\s*/u;

/** A title without the mark that says how hard it is: a coloured light, `(Easy)`, `[Hard]`. */
export function takeLevel(title: string): { title: string; level: Level | undefined } {
  if (title.length > 1000) return { title, level: undefined };
  for (const place of [AT_END, AT_START]) {
    const found = place.exec(title);
    if (found === null) continue;
    const mark = found[0].trim();
    const level = found[1] === undefined ? LIGHTS[[...mark][0] ?? ""] : levelOf(found[1]);
    const rest = title.slice(0, found.index) + title.slice(found.index + found[0].length);
    if (level !== undefined && rest.trim() !== "") return { title: rest.trim(), level };
  }
  return { title, level: undefined };
}

const LINE =
  /^(?:[-*+>]\s+)?[*_]{0,3}(?:difficulty|level|dificultad|dificuldade|nivel|nível|difficulté|niveau|schwierigkeit(?:sgrad)?|сложность|уровень|难度|難度|难易度|難易度|난이도|zorluk|difficoltà|trudność)[*_]{0,3}\s*[:：]\s*[*_`]{0,3}\s*(\S[^\n]{0,40}?)[*_`.]{0,3}\s*$/iu;
/** Lines at the top of a text in which the level may stand. */
const REACH = 4;

/** A text without the line that says how hard the question is: `Difficulty: medium`. */
export function takeLevelLine(text: string): { text: string; level: Level | undefined } {
  const lines = text.split("\n", REACH);
  for (const [at, line] of lines.entries()) {
    const said = line.length > 120 ? undefined : LINE.exec(line)?.[1];
    if (said === undefined) continue;
    const level = levelOf(said) ?? LIGHTS[[...said][0] ?? ""];
    if (level === undefined) continue;
    const all = text.split("\n");
    all.splice(at, 1);
    return {
      text: all
        .join("\n")
        .replace(/^\n+|\n+$/g, "")
        .replace(/\n{3,}/g, "\n\n"),
      level,
    };
  }
  return { text, level: undefined };
}

/** The level that a coloured light on a line tells: readers take what opens a title for layout and off. */
export const lightOf = (line: string): Level | undefined =>
  LIGHTS[/[🟢🟩🟡🟠🟨🟧🔴🟥]/u.exec(line.slice(0, 300))?.[0] ?? ""];
