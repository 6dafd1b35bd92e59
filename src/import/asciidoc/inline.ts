/** Marks inside a line of AsciiDoc as marks of Markdown. */

/** Characters that a mark may enclose: bounds the work that a mark without its end costs. */
const REACH = 500;

/** What is put aside before emphasis is looked for: code, links, macros. Each alternative names its groups. */
const ASIDE = new RegExp(
  [
    "\\\\(?<escaped>[*_`#+{<^~])",
    `\`\\+(?<literal>[^\\n]{1,${REACH}}?)\\+\``,
    `\`\`(?<code2>[^\`\\n]{1,${REACH}})\`\``,
    `(?<![\\p{L}\\p{N}"'])\`(?<code>[^\`\\n]{1,${REACH}})\`(?![\\p{L}\\p{N}])`,
    `(?<quote>["'])\`(?<quoted>[^\`\\n]{1,${REACH}})\`\\k<quote>`,
    `\\+\\+\\+(?<pass3>[^+\\n]{1,${REACH}})\\+\\+\\+`,
    `(?<![\\p{L}\\p{N}+])\\+(?=\\S)(?<pass>[^+\\n]{1,${REACH}})(?<=\\S)\\+(?![\\p{L}\\p{N}+])`,
    `pass:[a-z,]{0,9}\\[(?<passed>[^\\]\\n]{0,${REACH}})\\]`,
    `image:(?!:)(?<image>[^\\s[\\]]{1,${REACH}})\\[(?<alt>[^\\]\\n]{0,${REACH}})\\]`,
    `(?:link:|(?=https?://|ftp://|mailto:))(?<url>[^\\s[\\]<>]{1,${REACH}})\\[(?<label>[^\\]\\n]{0,${REACH}})\\]`,
    `xref:(?<xref>[^\\s[\\]]{1,${REACH}})\\[(?<xrefLabel>[^\\]\\n]{0,${REACH}})\\]`,
    `<<(?<cross>[^<>,\\n]{1,200})(?:,(?<crossLabel>[^<>\\n]{0,200}))?>>`,
    `(?:kbd|btn|stem|latexmath|asciimath):\\[(?<keys>[^\\]\\n]{0,${REACH}})\\]`,
    `menu:(?<menu>[^[\\]\\n]{1,100})\\[(?<entries>[^\\]\\n]{0,${REACH}})\\]`,
    `footnote(?:ref)?:[\\w-]{0,60}\\[(?<note>[^\\]\\n]{0,${REACH}})\\]`,
    "(?<gone>\\[\\[[\\w:.-]{1,200}(?:,[^\\]\\n]{0,200})?\\]\\]|(?:icon|anchor|indexterm2?):[\\w-]{0,80}\\[[^\\]\\n]{0,200}\\]|\\(\\(\\([^()\\n]{0,200}\\)\\)\\))",
  ].join("|"),
  "gu",
);

const ROLE_MARK =
  /(?:\[[.\w# -]{0,60}\])?(?<![\p{L}\p{N}&#])#(?=\S)([^#\n]{1,300})(?<=\S)#(?![\p{L}\p{N}#])/gu;
const BOLD = /(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*\n]{1,500})(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu;
const ITALIC2 = /__(?=[^\s_])([^_\n]{1,500})(?<=[^\s_])__/gu;

/** Stands for something that was put aside; no document has these. */
const HOLD = "\u{F0000}";
const HELD = /\u{F0000}(\d+)\u{F0001}/gu;

/** One line (or cell, or title) of AsciiDoc as Markdown. `attribute` gives what `{name}` stands for. */
export function inlineToMarkdown(
  text: string,
  attribute: (name: string) => string | null = () => null,
): string {
  if (!/[*_`#+{<:\\[]/.test(text)) return text;
  const held: string[] = [];
  const hold = (markdown: string) => `${HOLD}${held.push(markdown) - 1}\u{F0001}`;
  const named = text
    .replace(/[\u{F0000}\u{F0001}]/gu, "")
    .replace(/(\\?)\{([a-z][\w-]{0,60})\}/gi, (all, backslash: string, name: string) =>
      backslash === "" ? (attribute(name.toLowerCase()) ?? all) : all,
    );
  const parted = named.replace(ASIDE, (...found) => hold(asideToMarkdown(found.at(-1), attribute)));
  const marked = parted
    .replace(ROLE_MARK, "$1")
    .replace(BOLD, "**$1**")
    .replace(ITALIC2, "*$1*")
    // Angle brackets are plain text here; in Markdown they would open a tag.
    .replace(/<(?=[a-z/!?])/gi, "&lt;")
    .replace(/\{(?:empty|nbsp|zwsp)\}/g, "");
  // A label of a link may hold code that was put aside first.
  return marked.replace(HELD, (_, at: string) => held[Number(at)] ?? "");
}

type Groups = Readonly<Record<string, string | undefined>>;

function asideToMarkdown(groups: Groups, attribute: (name: string) => string | null): string {
  const { escaped, literal, code, code2, quote, quoted, pass, pass3, passed } = groups;
  if (escaped !== undefined) return escaped === "{" || escaped === "+" ? escaped : `\\${escaped}`;
  const verbatim = literal ?? code ?? code2;
  if (verbatim !== undefined) return codeSpan(literal ?? verbatim.replace(/^\+(.+)\+$/, "$1"));
  if (quoted !== undefined) return `${quote}${quoted}${quote}`;
  const plain = pass ?? pass3 ?? passed;
  if (plain !== undefined) return plain.replace(/[*_`[\]<]/g, "\\$&");
  if (groups.image !== undefined) return image(groups.image, groups.alt ?? "");
  if (groups.url !== undefined) return link(groups.url, groups.label ?? "", attribute);
  // What a reference points at is not kept: its words are.
  const reference = groups.xref ?? groups.cross;
  if (reference !== undefined) {
    const label = groups.xrefLabel || groups.crossLabel?.trim();
    return inlineToMarkdown(label || reference.replace(/^#/, ""), attribute);
  }
  if (groups.keys !== undefined) return codeSpan(groups.keys);
  if (groups.menu !== undefined) return `${groups.menu} > ${groups.entries ?? ""}`;
  if (groups.note !== undefined)
    return groups.note === "" ? "" : ` (${inlineToMarkdown(groups.note, attribute)})`;
  return "";
}

/** The picture of a macro: its first attribute is the text that stands for it. */
export function image(target: string, attributes: string): string {
  const alt = (attributes.split(",")[0] ?? "").replace(/^(?:alt=)?"?|"?$/g, "").trim();
  return `![${/^\w+=/.test(alt) ? "" : alt}](${address(target)})`;
}

function link(target: string, attributes: string, attribute: (name: string) => string | null): string {
  // `link:x[Text,window=_blank]`: what follows a comma is settings; `^` opens a window.
  const label = attributes
    .replace(/,\s*\w+=.*$/, "")
    .replace(/\^$/, "")
    .replace(/^"(.*)"$/, "$1")
    .trim();
  const shown = label === "" ? target.replace(/^#|^mailto:/, "") : inlineToMarkdown(label, attribute);
  return `[${shown}](${address(target)})`;
}

/** An address that ends where Markdown thinks it does. */
const address = (target: string): string =>
  target.replace(/[\s()<>]/g, (character) =>
    encodeURIComponent(character).replace("(", "%28").replace(")", "%29"),
  );

function codeSpan(text: string): string {
  const mark = text.includes("`") ? "``" : "`";
  return mark === "`" ? `\`${text}\`` : `${mark} ${text} ${mark}`;
}
