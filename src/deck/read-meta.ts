import { parseQuestionId, type QuestionId } from "../base/index.ts";
import { oneLine } from "./canonical.ts";
import type { FrontMatterEntry } from "./front-matter.ts";
import type { Level } from "./question.ts";
import { accept, type Report } from "./report.ts";

/** What a question's front matter says; `id` is null when it is absent or was reported. */
export function readMeta(entries: readonly FrontMatterEntry[], report: Report) {
  let id: QuestionId | null = null;
  let level: Level | null = null;
  let proposed = false;
  const text = { section: "", source: "", lab: "", "no-lab": "" };
  const list = { tags: [] as string[], refs: [] as string[], shown: [] as string[] };
  const related: QuestionId[] = [];
  const unknown: (readonly [string, string])[] = [];
  const seen = new Set<string>();
  for (const { key, value, raw, line } of entries) {
    if (seen.has(key)) report(line, "key-twice", `"${key}" stands a second time`);
    seen.add(key);
    const one = typeof value === "string" ? value : null;
    const many = typeof value === "string" ? [value] : value;
    if (key === "id") {
      id = accept(parseQuestionId(one ?? many.join(" ")), line, report);
    } else if (key === "level") {
      if (one === "1" || one === "2" || one === "3") level = Number(one) as Level;
      else
        report(
          line,
          "level",
          `found level ${JSON.stringify(value)}, wanted 1 (junior), 2 (mid) or 3 (senior)`,
        );
    } else if (key === "proposed") {
      if (one !== "true" && one !== "false") report(line, "proposed", `found ${raw}, wanted true or false`);
      proposed = one === "true";
    } else if (Object.hasOwn(text, key)) {
      if (one === null) report(line, "front-matter", `"${key}" is a list, wanted one text`);
      else text[key as keyof typeof text] = oneLine(one);
    } else if (Object.hasOwn(list, key)) {
      list[key as keyof typeof list] = many.map(oneLine).filter((item) => item !== "");
    } else if (key === "related") {
      for (const item of many) {
        const value = accept(parseQuestionId(item), line, report);
        if (value !== null) related.push(value);
      }
    } else {
      unknown.push([key, raw]);
    }
  }
  const { "no-lab": noLab, ...texts } = text;
  return { id, level, proposed, ...texts, noLab, ...list, related, unknown };
}
