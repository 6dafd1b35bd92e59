import type { Draft, SourceText, TextReader } from "../reader.ts";

/** Lines that are looked at. */
const LOOKED_AT = 600;

/** Each alone could be something else; two kinds are no accident. */
const SIGNS: readonly RegExp[] = [
  /^\*{2,8}[ \t]+\S/,
  /^#\+(?:title|author|date|filetags|options|startup|property|language|category|description|email|todo|tags|html_head|latex_\w+):/i,
  /^\s*:(?:PROPERTIES|LOGBOOK|END):\s*$/i,
  /^\s*#\+(?:begin|end)_\w+/i,
  /\[\[[^\]\n]{1,300}\]\[[^\]\n]{1,300}\]\]/,
  /^\*+[ \t].*[ \t]:[\w@:]+:\s*$/,
  /^\s*[-+][ \t]+\S.{0,200}[ \t]::(?:[ \t]|$)/,
];

export const org: TextReader = {
  takes: "text",
  name: "org",
  about: "an org outline, with or without cards of org-drill, anki-editor or org-fc",
  sniff({ name, lines }: SourceText): number {
    const seen = new Set<number>();
    let outline = false;
    for (const line of lines.slice(0, LOOKED_AT)) {
      const start = line.slice(0, 400);
      if (/^\*+ \S/.test(start)) outline = true;
      for (const [i, sign] of SIGNS.entries()) if (sign.test(start)) seen.add(i);
    }
    if (/\.org$/i.test(name)) return outline || seen.size > 0 ? 0.95 : 0.2;
    return seen.size >= 3 || (seen.size === 2 && outline) ? 0.92 : 0;
  },
  async read(source: SourceText): Promise<Draft> {
    const [{ orgTree }, { orgToDraft }] = await Promise.all([import("./tree.ts"), import("./to-draft.ts")]);
    return orgToDraft(source, orgTree(source.lines));
  },
};
