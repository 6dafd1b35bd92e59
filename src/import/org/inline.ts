/** Marks inside a line of org as marks of Markdown. */

/** Characters that a mark may enclose. */
const REACH = 400;

const ASIDE = new RegExp(
  [
    `\\[\\[(?<target>[^\\]\\n]{1,${REACH}})\\](?:\\[(?<label>[^\\]\\n]{1,${REACH}})\\])?\\]`,
    `(?<![\\p{L}\\p{N}=])=(?<code>[^\\s=](?:[^=\\n]{0,${REACH}}[^\\s=])?)=(?![\\p{L}\\p{N}=])`,
    `(?<![\\p{L}\\p{N}~])~(?<code2>[^\\s~](?:[^~\\n]{0,${REACH}}[^\\s~])?)~(?![\\p{L}\\p{N}~])`,
    `\\[fn:(?<note>[\\w-]{1,60})\\]`,
    `\\[fn:[\\w-]{0,60}:(?<inline>[^\\]\\n]{1,${REACH}})\\]`,
    "(?<gone><<[^<>\\n]{1,100}>>|[<[]\\d{4}-\\d\\d-\\d\\d[^>\\]\\n]{0,30}[>\\]])",
  ].join("|"),
  "gu",
);

const BOLD = /(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*\n]{1,400})(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu;
const ITALIC = /(?<![\p{L}\p{N}/:<])\/(?=[^\s/])([^/\n]{1,400})(?<=[^\s/])\/(?![\p{L}\p{N}/])/gu;
const STRUCK = /(?<![\p{L}\p{N}+])\+(?=[^\s+])([^+\n]{1,400})(?<=[^\s+])\+(?![\p{L}\p{N}+])/gu;
const UNDERLINED = /(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]{1,400})(?<=[^\s_])_(?![\p{L}\p{N}_])/gu;

const HOLD = "\u{F0000}";
const HELD = /\u{F0000}(\d+)\u{F0001}/gu;

/** One line of org as Markdown. */
export function orgInline(text: string): string {
  if (!/[*/=~_+[<]/.test(text)) return text;
  const held: string[] = [];
  const hold = (markdown: string) => `${HOLD}${held.push(markdown) - 1}\u{F0001}`;
  return (
    text
      .replace(/[\u{F0000}\u{F0001}]/gu, "")
      .replace(ASIDE, (...found) => hold(asideToMarkdown(found.at(-1))))
      .replace(BOLD, "**$1**")
      .replace(ITALIC, "*$1*")
      .replace(UNDERLINED, "*$1*")
      .replace(STRUCK, "~~$1~~")
      // Angle brackets are plain text here; in Markdown they would open a tag.
      .replace(/<(?=[a-z/!?])/gi, "&lt;")
      .replace(HELD, (_, at: string) => held[Number(at)] ?? "")
  );
}

type Groups = Readonly<Record<string, string | undefined>>;

function asideToMarkdown({ target, label, code, code2, note, inline }: Groups): string {
  const verbatim = code ?? code2;
  if (verbatim !== undefined) return verbatim.includes("`") ? `\`\` ${verbatim} \`\`` : `\`${verbatim}\``;
  if (note !== undefined) return `[^${note}]`;
  if (inline !== undefined) return ` (${inline})`;
  if (target === undefined) return "";
  const path = target.replace(/^file:/, "").replace(/::.*$/, "");
  if (label === undefined && /\.(?:png|jpe?g|gif|webp|avif|bmp)$/i.test(path)) return `![](${address(path)})`;
  // A place in this or another outline is not kept: its words are.
  if (!/^(?:https?|ftp|mailto|file):/i.test(target)) return label ?? target.replace(/^[*#]|^id:.*/, "");
  return `[${label ?? target}](${address(path)})`;
}

const address = (target: string): string =>
  encodeURI(target)
    .replace(/[()]/g, (mark) => (mark === "(" ? "%28" : "%29"))
    .replaceAll("%25", "%");
