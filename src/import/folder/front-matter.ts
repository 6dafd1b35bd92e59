import type { Level } from "../../deck/index.ts";
import { levelOf } from "../text/level-words.ts";

/** What front matter says of a note. */
export interface NoteFront {
  readonly question: string;
  readonly title: string;
  readonly answer: string;
  readonly section: string;
  readonly tags: readonly string[];
  readonly level: Level | undefined;
  readonly number: number | null;
  /** The first line (from 0) below it. */
  readonly end: number;
}

const NOTHING: NoteFront = {
  question: "",
  title: "",
  answer: "",
  section: "",
  tags: [],
  level: undefined,
  number: null,
  end: 0,
};

/** Lines that front matter has at the most; a rule at the top of a page and another far below are none. */
const LONGEST = 200;

/** Reads YAML between `---` or TOML between `+++`; what cannot be read says nothing. */
export async function readFront(lines: readonly string[]): Promise<NoteFront> {
  const mark = /^(---|\+\+\+)\s*$/.exec(lines[0] ?? "")?.[1];
  if (mark === undefined) return NOTHING;
  const end = lines.slice(0, LONGEST).findIndex((line, at) => at > 0 && line.trimEnd() === mark);
  if (end < 1) return NOTHING;
  const inside = lines.slice(1, end);
  const values = mark === "---" ? await yamlValues(inside.join("\n")) : tomlValues(inside);
  if (values === null) return NOTHING;
  const text = (...keys: string[]): string => {
    for (const key of keys) {
      const value = values.get(key);
      if (typeof value === "string" || typeof value === "number")
        return String(value).replace(/\s+/g, " ").trim();
    }
    return "";
  };
  const number = Number(text("number", "order", "weight", "index", "no") || Number.NaN);
  return {
    question: text("question", "q", "front", "pregunta", "pergunta", "frage", "вопрос", "问题"),
    title: text("title", "name", "título", "titulo", "titre", "titel", "заголовок", "标题"),
    answer: text("answer", "a", "back", "respuesta", "resposta", "antwort", "ответ", "答案"),
    section: text(
      "section",
      "category",
      "topic",
      "subject",
      "categoría",
      "categoria",
      "kategorie",
      "категория",
      "分类",
    ),
    tags: [...listOf(values.get("tags")), ...listOf(values.get("tag")), ...listOf(values.get("keywords"))],
    level: levelOf(
      text(
        "difficulty",
        "level",
        "dificultad",
        "dificuldade",
        "difficulté",
        "schwierigkeit",
        "сложность",
        "难度",
      ),
    ),
    number: Number.isSafeInteger(number) ? number : null,
    end: end + 1,
  };
}

type Values = ReadonlyMap<string, unknown>;

async function yamlValues(text: string): Promise<Values | null> {
  const { parse } = await import("yaml");
  try {
    const value: unknown = parse(text, { schema: "core", maxAliasCount: 20, logLevel: "silent" });
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return new Map(Object.entries(value).map(([key, each]) => [key.toLowerCase(), each]));
  } catch {
    // Not YAML, or nested so deep that it cannot be read: then it is text.
    return null;
  }
}

function tomlValues(lines: readonly string[]): Values {
  const values = new Map<string, unknown>();
  for (const line of lines) {
    const [, key = "", value = ""] = /^([\w-]{1,60})\s*=\s*(.{1,2000})$/.exec(line) ?? [];
    if (key === "") continue;
    const list = /^\[(.*)\]\s*$/.exec(value)?.[1];
    values.set(key.toLowerCase(), list === undefined ? unquoted(value) : list.split(",").map(unquoted));
  }
  return values;
}

const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, "$2");

/** `[a, b]`, `a, b` or `#a #b`. */
function listOf(value: unknown): string[] {
  const items = Array.isArray(value) ? value : typeof value === "string" ? value.split(/[,;]|\s(?=#)/) : [];
  return items.flatMap((item: unknown) => {
    const text =
      typeof item === "string" || typeof item === "number" ? String(item).trim().replace(/^#/, "") : "";
    return text === "" ? [] : [text];
  });
}
