import type { SourceText } from "../reader.ts";

const BULLET = /^\s*[-*+•]\s+/;
/** `front :: back`, `front >> back`, `back << front`; `front ;;` has its answer in the bullets below. */
export const MARK = /^(\S.{0,2000}?)\s*(::|>>|<<|;;|>>>|:::)(?:\s+(\S.*))?$/;

/** Whether bullets carry the marks of RemNote, and enough of them. */
export function hasOutlineCards(lines: readonly string[]): boolean {
  const bullets = lines.filter((line) => BULLET.test(line));
  if (bullets.length < 3 || bullets.length < lines.filter((line) => line.trim() !== "").length * 0.6)
    return false;
  const marked = bullets.filter(
    (line) => MARK.test(bare(line).slice(0, 3000)) || /\{\{[^{}]+\}\}/.test(line.slice(0, 3000)),
  );
  return marked.length > 1 && marked.length >= bullets.length * 0.3;
}

/** A line without its bullet. */
export const bare = (line: string): string => line.replace(BULLET, "").trim();

/** Lines that are looked at. */
const LOOKED_AT = 400;

/** 0..1: how many lines have a sign of cards, faint where Markdown has the same. */
export function sniffCardText({ lines }: SourceText): number {
  const texts = lines.slice(0, LOOKED_AT).filter((line) => line.trim() !== "");
  if (texts.length < 3 || /^\s*(?:[[{<]|#!)/.test(texts[0] ?? "")) return 0;
  if (hasColumns(texts)) return 0;
  const share = (pattern: RegExp) =>
    texts.filter((line) => pattern.test(line.slice(0, 600))).length / texts.length;
  if (
    share(/^\s*(?:[-*+•]\s+)?\S.*?(?:::|>>|;;|%%)\s*\S/) > 0.8 ||
    hasOutlineCards(lines.slice(0, LOOKED_AT))
  )
    return 0.7;
  if (share(/^\s*(?:[-*+•]\s+|\d{1,4}[.)]\s+)?\S.*?(?:\s[-–—=]\s|=>|→|[?？]\s*\S|[:：]\s)/) > 0.85)
    return 0.4;
  const borders = texts.filter((line) => /^\s*(?:%{2,3}|={3,}|-{3,}|\*{3,})\s*$/.test(line)).length;
  if (borders > 1 && borders >= texts.length * 0.06) return 0.35;
  if (share(/^\s{0,3}[\p{Lu}\p{Lo}¿].*[?？]\s*$/u) > 0.05) return 0.2;
  return gapsIn(lines.slice(0, LOOKED_AT)) >= texts.length * 0.2 ? 0.2 : 0;
}

/** Three columns and more, parted by tabs in the same way on nearly every line, are a table. */
function hasColumns(texts: readonly string[]): boolean {
  const tabs = texts.map((line) => line.split("\t").length - 1);
  const most = tabs[0] ?? 0;
  return most > 1 && tabs.filter((count) => count === most).length >= texts.length * 0.9;
}

/** Where two or more blank lines part what stands above from what stands below. */
function gapsIn(lines: readonly string[]): number {
  const isBlank = (line: string | undefined) => line !== undefined && line.trim() === "";
  return lines.filter((line, at) => !isBlank(line) && isBlank(lines[at - 1]) && isBlank(lines[at - 2]))
    .length;
}
