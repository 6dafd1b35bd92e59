/** What has to be known of a Word document's text before it becomes a page: formulas, and the numbers of paragraphs. */

/** Writes formulas as text, which is what the reader of the format would leave out: `x^2`, `(a)/(b)`. */
export function mathAsText(xml: string): string {
  if (!xml.includes("<m:oMath")) return xml;
  let out = "";
  let at = 0;
  for (;;) {
    const start = xml.indexOf("<m:oMath>", at);
    const end = start < 0 ? -1 : xml.indexOf("</m:oMath>", start);
    if (end < 0) break;
    const text = formula(xml.slice(start, end));
    out += `${xml.slice(at, start)}<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    at = end + "</m:oMath>".length;
  }
  // A formula of its own line stands in a frame that is not known either.
  return (out + xml.slice(at)).replace(
    /<\/?m:oMathPara(?:Pr)?>|<m:oMathParaPr>[\s\S]{0,300}?<\/m:oMathParaPr>/g,
    "",
  );
}

const OPENS: Readonly<Record<string, string>> = {
  sup: "^(",
  sub: "_(",
  num: "(",
  den: "/(",
  rad: "√(",
  deg: "",
};
const CLOSES: Readonly<Record<string, string>> = { sup: ")", sub: ")", num: ")", den: ")", rad: ")" };

function formula(xml: string): string {
  let text = "";
  for (const [, close, name = "", value] of xml.matchAll(
    /<(\/?)m:(\w+)\b[^<>]*?>|(?<=<m:t(?:\s[^<>]{0,100})?>)([^<]+)/g,
  )) {
    if (value !== undefined) text += value;
    else text += (close === "/" ? CLOSES[name] : OPENS[name]) ?? "";
  }
  // One sign needs no brackets.
  return text.replace(/([\^_/√])\(([^()\s])\)/g, "$1$2").replace(/(^|[^\w)])\(([^()\s])\)(?=\/)/g, "$1$2");
}

/**
 * Marks each numbered paragraph with the number that Word shows, as a bookmark: the numbers go on behind the paragraphs
 * of an answer, and the page that is made of the document would start again at 1.
 */
export function numberedParagraphs(xml: string, numbering: string): string {
  const lists = listsOf(numbering);
  const counts = new Map<string, number[]>();
  return xml.replace(
    /<w:numPr>(?:<w:ilvl w:val="(\d{1,2})"\/>)?<w:numId w:val="(\d{1,9})"\/>[\s\S]{0,200}?<\/w:numPr>[\s\S]{0,3000}?<\/w:pPr>/g,
    (all, ilvl: string | undefined, numId: string) => {
      const level = Number(ilvl ?? 0);
      const list = lists.get(numId) ?? numId;
      const levels = (counts.get(list) ?? []).slice(0, level + 1);
      levels[level] = (levels[level] ?? 0) + 1;
      counts.set(list, levels);
      const mark = `viva-number-${levels[level]}`;
      // A paragraph's properties end with the first end tag, unless they hold those it had before a change.
      return all.includes("<w:pPrChange")
        ? all
        : `${all}<w:bookmarkStart w:id="9${counts.size}${levels[level]}" w:name="${mark}"/>`;
    },
  );
}

/** Which list each numbering belongs to: those of one kind go on counting unless they say that they start anew. */
function listsOf(numbering: string): Map<string, string> {
  const lists = new Map<string, string>();
  for (const [, id = "", inner = ""] of numbering.matchAll(
    /<w:num w:numId="(\d{1,9})"[^<>]{0,200}>([\s\S]*?)<\/w:num>/g,
  )) {
    const kind = /<w:abstractNumId w:val="(\d{1,9})"/.exec(inner)?.[1];
    lists.set(id, kind === undefined || inner.includes("<w:startOverride") ? `num ${id}` : `kind ${kind}`);
  }
  return lists;
}
