import type { DataRecord } from "../data/record.ts";
import { indentOf } from "../text/block.ts";
import { cardRecord, type FoundCards } from "./lines.ts";
import { bare, MARK } from "./sniff-cards.ts";

const CLOZE = /\{\{((?:(?!\{\{|\}\})[^\n]){1,500})\}\}/g;

/** Reads bullets with marks: what stands above them, farther out and without a mark, is their section. */
export function outlineCards(lines: readonly string[]): FoundCards {
  const records: DataRecord[] = [];
  let trail: { indent: number; title: string }[] = [];
  let used = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const text = bare(line);
    if (text === "") continue;
    const indent = /^#{1,6}\s/.test(text) ? -1 : indentOf(line);
    trail = trail.filter((each) => each.indent < indent);
    const titles = trail.map(({ title }) => title);
    const below: string[] = [];
    const [, front = "", mark = "", back = ""] = MARK.exec(text.slice(0, 5000)) ?? [];
    if (front === "") {
      const hidden = [...text.matchAll(CLOZE)].map(([, shown = ""]) => shown);
      if (hidden.length > 0) {
        used++;
        records.push(
          cardRecord(
            text.replace(CLOZE, "[...]"),
            hidden.length === 1 ? (hidden[0] ?? "") : hidden.map((each) => `- ${each}`).join("\n"),
            at + 1,
            titles,
          ),
        );
      } else trail.push({ indent, title: text.replace(/^#{1,6}\s+/, "") });
      continue;
    }
    used++;
    if (back === "") {
      // The bullets set in below are the answer.
      while (
        at + 1 < lines.length &&
        ((lines[at + 1] ?? "").trim() === "" || indentOf(lines[at + 1] ?? "") > indent)
      ) {
        at++;
        if ((lines[at] ?? "").trim() === "") continue;
        used++;
        below.push(
          `${" ".repeat(Math.max(0, indentOf(lines[at] ?? "") - indent - 2))}- ${bare(lines[at] ?? "")}`,
        );
      }
      records.push(
        cardRecord(
          front,
          below.length === 1 ? (below[0] ?? "").replace(/^\s*- /, "") : below.join("\n"),
          at - below.length + 1,
          titles,
        ),
      );
    } else if (mark === "<<") records.push(cardRecord(back, front, at + 1, titles));
    else records.push(cardRecord(front, back, at + 1, titles));
  }
  return {
    records,
    evidence: 0.8,
    used: used + new Set(records.map(({ trail: each }) => each.join("\n"))).size,
  };
}
