import { wordCount } from "../text/block.ts";

/** What stands between the entries of a Markdown document and belongs to no answer. Lines outside code only. */

const TO_TOP =
  /^\W*\[?[^\]\n]{0,40}?(?<!\p{L})(?:back to (?:the )?(?:top|contents?|toc|table of contents?|index|questions?|list|menu)|(?:go|return|scroll|jump) (?:back )?to (?:the )?(?:top|contents?|index)|to top|top|toc|table of contents?|volver(?: a)? ?arriba|voltar(?: ao| para o)? ?(?:topo|início|índice)|retour en haut|haut de page|nach oben|zurück|наверх|к (?:началу|содержанию)|вверх)(?!\p{L})[^\n]{0,20}$|^\W*\[?[^\p{L}\n]{0,8}(?:返回(?:顶部|目录)|回到(?:顶部|目录)|[⬆↑🔝⏫🔼])/iu;

/** A line of nothing but tags that lay out: `<br/>`, `</p>`, `<div align="center">`, `<a name="x"></a>`. */
const LAYOUT_TAGS =
  /^\s*(?:<\/?(?:br|p|div|center|hr|section|article|span|font)\b[^<>]{0,400}>\s*|<a\s+(?:name|id)=[^<>]{0,200}>\s*(?:<\/a>)?\s*)+$/i;

/** A badge: an image that is a link. */
const BADGE = /^\s*(?:\[!\[[^\]\n]*\]\([^)\n]*\)\]\([^)\n]*\)\s*)+$/;

export const isRule = (line: string): boolean =>
  /^\s{0,8}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})$/.test(line);

/** A link back to the top or to the contents; links elsewhere are content. */
function isBackLink(line: string): boolean {
  if (line.length > 300) return false;
  const isLink =
    /\]\(#|href\s*=\s*["']?#|\]\(\s*\)/.test(line) ||
    /^\W*(?:back to top|返回顶部|回到顶部)\W*$/iu.test(line);
  if (!isLink) return false;
  const text = line.replace(/<[^<>]*>/g, " ").replace(/\]\([^)]*\)/g, "]");
  return TO_TOP.test(text.trim()) || /^[\s*_[\](){}|>•·-]*[⬆↑🔝⏫🔼▲^][\ufe0f\s*_[\](){}|]*$/u.test(text);
}

/** Characters; longer lines are text. */
const LONGEST = 2000;

/** Furniture wherever it stands in an answer. */
export function isFurniture(line: string): boolean {
  if (line.length > LONGEST) return false;
  return isBackLink(line) || BADGE.test(line) || (line.includes("<") && LAYOUT_TAGS.test(line));
}

/** Headings that close a document or lead through it: never a question, never a section with questions. */
const OUTER_TITLE =
  /^(?:table of contents?|contents?|toc|index|summary|introduction|overview|about(?: .{1,30})?|getting started|installation|install|usage|how to (?:use|contribute)(?: (?:it|this|these|the (?:app|tool|repo|repository|project|library))(?!\p{L}).{0,30})?|contribut(?:ing|e|ors?|ions?).{0,40}|licen[sc]e|references?|resources?|(?:further|additional|other|more) (?:reading|answers|resources|links|references)|useful (?:links|resources)|links|credits?|acknowledge?ments?|thanks|support|sponsors?|disclaimer|conclusion|changelog|authors?|contact|see also|related|feedback|star history|índice|conteúdo|contenido|licencia|licença|contribuindo|contribuir|referências|referencias|otr[ao]s (?:respuestas|recursos|referencias)|outr[ao]s (?:respostas|recursos|referências)|autres (?:réponses|ressources)|weitere (?:antworten|links|quellen)|другие ответы|其他(?:答案|资料)|conclusión|conclusão|table des matières|sommaire|licence|contribution|références|inhalt(?:sverzeichnis)?|lizenz|quellen|содержание|оглавление|лицензия|источники|заключение|目录|目錄|参考(?:资料|文献)|总结|前言|贡献|许可证|致谢)$/iu;

/** Whether a heading belongs to the document and not to its questions. */
export function isOuterTitle(title: string): boolean {
  // "How to use it" tells what the document is for, "How to use it with proxies?" asks.
  if (/[?？]\s*$/.test(title) && wordCount(title) > 3) return false;
  return OUTER_TITLE.test(title.replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, ""));
}
