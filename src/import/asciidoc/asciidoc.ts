import type { SourceText, TextReader } from "../reader.ts";

const READER = "asciidoc";

/** Lines that are looked at. */
const LOOKED_AT = 600;

/** Each of these alone could be another form of text; two kinds are no accident. */
const SIGNS: readonly RegExp[] = [
  // `== Title`, not the `== Title ==` of a wiki.
  /^={1,6}[ \t]+\S.*[^=\s]\s*$/,
  /^:[\w][\w-]*!?:(?:\s|$)/,
  /^\[(?:source|qanda|horizontal|quote|NOTE|TIP|WARNING|%\w+|cols=|\[[\w-]+\]\]?$|,\s*\w+\]$|discrete|example)/,
  /^(?:\|===|={4,}|\*{4,}|\.{4,}|_{4,}|\+{4,})\s*$/,
  /^(?:image|include|toc|ifdef|ifndef|video)::\S*\[/,
  /(?:link:|xref:|https?:\/\/)[^\s[\]]{1,200}\[[^\]\n]{0,200}\]|<<[\w-]{1,80}(?:,|>>)/,
  /^\S.{0,200}(?:::|;;)(?:\s|$)/,
];

const MARKDOWN = /^(?:#{1,6} |```\w|\[[^\]]{1,200}\]: )/;
const NAMED = /\.(?:adoc|asciidoc|asc|ad|asciidoctor)$/i;

export const asciidoc: TextReader = {
  takes: "text",
  name: READER,
  about: "AsciiDoc: sections, lists, description lists",
  sniff,
  async read(source) {
    const [{ asciidocToMarkdown }, { readAsMarkdown }] = await Promise.all([
      import("./to-markdown.ts"),
      import("../markdown/read-as-markdown.ts"),
    ]);
    const { translated, warnings } = asciidocToMarkdown(source);
    const draft = await readAsMarkdown(READER, translated);
    return { ...draft, warnings: [...draft.warnings, ...warnings] };
  },
};

function sniff({ name, lines }: SourceText): number {
  const seen = new Set<number>();
  let headings = 0;
  let markdown = 0;
  for (const line of lines.slice(0, LOOKED_AT)) {
    const start = line.slice(0, 400);
    for (const [i, sign] of SIGNS.entries()) {
      if (!sign.test(start)) continue;
      seen.add(i);
      if (i === 0) headings++;
    }
    if (MARKDOWN.test(start)) markdown++;
  }
  if (NAMED.test(name)) return seen.size > 0 ? 0.95 : 0.3;
  // Without a heading of its own kind, a link or a colon says nothing.
  if (headings === 0 || markdown > headings) return 0;
  if (seen.size >= 3) return 0.92;
  return seen.size === 2 || headings > 2 ? 0.7 : 0.2;
}
