/** Text of a page as Markdown that shows the same, whether or not its renderer lets HTML through. */

/** Text in backticks; a tag, alone or as part of a word such as `List<T>`; a name between underscores. */
const SHOWN_AS_CODE =
  /(`[^`\n]{1,500}`)|([\p{L}\p{N}_$.]{0,60}(?:<\/?[a-zA-Z!?][^<>]{0,300}>[\p{L}\p{N}_$()[\].,]{0,60}(?<![.,(]))+)|((?<![\p{L}\p{N}_])__[a-zA-Z]\w{0,60}__(?![\p{L}\p{N}_]))/gu;

/** @param starts the text begins a line, where `#` and `>` mean something */
export function escapeText(text: string, starts = false): string {
  if (!/[\\`*_<&[~#>=+-]/.test(text)) return text;
  let out = "";
  let end = 0;
  for (const found of text.matchAll(SHOWN_AS_CODE)) {
    out += escapePlain(text.slice(end, found.index));
    out += found[1] ?? codeSpan(found[0]);
    end = found.index + found[0].length;
  }
  out += escapePlain(text.slice(end));
  return starts ? escapeStart(out) : out;
}

function escapePlain(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\")
    .replace(/`/g, "\\`")
    .replace(/\*(?=\S)|(?<=\S)\*/g, "\\*")
    .replace(/(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/~(?=~)/g, "\\~")
    .replace(/\](?=[([])/g, "]\\")
    .replace(/<(?=[a-zA-Z/!?])/g, "\\<")
    .replace(/&(?=#?\w{1,31};)/g, "&amp;");
}

/** Marks that would make a heading, a quotation, a rule, a fence or a reference of the line. */
function escapeStart(text: string): string {
  return /^(?:#{1,6}(?:\s|$)|>|=+\s*$|-{2,}\s*$|~{3}|\[[^\]]{1,200}\]:|[+-]$)/.test(text)
    ? `\\${text}`
    : text;
}

/** Code within a line; as many backticks as it needs. */
export function codeSpan(code: string): string {
  const text = code.replace(/[\s\u00a0]+/g, " ").trim();
  if (text === "") return "";
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const mark = "`".repeat(longest + 1);
  const pad = longest > 0 && /^`|`$/.test(text) ? " " : "";
  return mark + pad + text + pad + mark;
}

/** An address as it may stand in a link; null for one that is empty or may not. */
export function linkTarget(href: unknown): string | null {
  if (typeof href !== "string") return null;
  const target = href.trim().replace(/[\s<>()\\]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return target === "" || /^data:/i.test(target) ? null : target;
}

const RAISED: Readonly<Record<"sup" | "sub", readonly [string, string]>> = {
  sup: ["0123456789+-=()nia", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃ"],
  sub: ["0123456789+-=()aeoxij", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓᵢⱼ"],
};

/** Raised or lowered text, in signs of its own where there are such, else as `^(n log n)`. */
export function raised(text: string, how: "sup" | "sub"): string {
  if (text === "") return "";
  const [plain, signs] = RAISED[how];
  const found = [...text].map((letter) => [...signs][plain.indexOf(letter)]);
  if (found.every((sign) => sign !== undefined)) return found.join("");
  if (how === "sup" && /^(?:st|nd|rd|th|o|a|er|e|ème|®|™)$/i.test(text)) return text;
  const mark = how === "sup" ? "^" : "_";
  return /^[\p{L}\p{N}]$/u.test(text) ? mark + text : `${mark}(${text})`;
}
