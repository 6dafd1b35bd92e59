import type { Element, ElementContent } from "hast";

/** The text of a block of code, without the numbers that a highlighter puts beside the lines. */
export function codeText(pre: Element): string {
  let text = "";
  const walk = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type === "text") text += node.value;
      if (node.type !== "element" || node.tagName === "button" || isGutter(node)) continue;
      if (node.tagName === "br") text += "\n";
      else {
        const isLine = node.tagName === "div" || node.tagName === "p" || node.tagName === "li";
        if (isLine && text !== "" && !text.endsWith("\n")) text += "\n";
        walk(node.children);
      }
    }
  };
  walk(pre.children);
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\u00a0/g, " ")
    .replace(/[\u200b\ufeff]/g, "");
}

const GUTTER = /^(?:line-?numbers?(?:-rows)?|linenos?|lineno|gutter|ln|hljs-ln-numbers|copy.*)$/i;

/** A cell or span that holds line numbers or a button to copy. */
function isGutter(node: Element): boolean {
  const { className } = node.properties;
  if (!Array.isArray(className) || node.tagName === "code") return false;
  return className.some((name) => GUTTER.test(String(name))) && !/[a-z]{3}/i.test(start(node));
}

function start(node: Element): string {
  const [first] = node.children;
  if (first?.type === "text") return first.value.trim().replace(/^copy( code)?!?$/i, "");
  return first?.type === "element" ? start(first) : "";
}

/** How highlighters write the language into a class, most explicit first. */
const LANGUAGE_CLASS = [
  /^(?:language|lang|highlight-source|highlight-text|highlight|src|brush)[-:]([\w+#.-]{1,20})$/i,
  /^brush:\s*([\w+#.-]{1,20})/i,
];
/** Classes beside which a bare word is the language, as in `sourceCode python`. */
const HIGHLIGHTER = /^(?:sourcecode|hljs|highlight|prettyprint|code|codehilite|shiki)$/i;
const LANGUAGE =
  /^(?:bash|sh|shell|console|zsh|powershell|c|cpp|c\+\+|csharp|cs|css|scss|less|clojure|dart|diff|docker(?:file)?|elixir|erlang|go|golang|graphql|groovy|haskell|hcl|html|http|ini|java|javascript|js|json|jsonc|jsx|julia|kotlin|kt|lua|makefile|markdown|matlab|nginx|objc|objectivec|perl|php|plsql|proto|python|py|r|ruby|rb|rust|rs|scala|sql|svelte|swift|terraform|toml|ts|tsx|typescript|vb|vue|xml|yaml|yml)$/i;
const NO_LANGUAGE =
  /^(?:none|plain|plaintext|text|txt|nohighlight|default|auto|undefined|line-numbers|numbers)$/i;

/** The language of a block of code as its classes tell it; "" when they do not. */
export function languageOf(pre: Element): string {
  const inner = pre.children.find((child) => child.type === "element" && child.tagName === "code");
  for (const element of inner?.type === "element" ? [inner, pre] : [pre]) {
    const { className, dataLang } = element.properties;
    const classes = Array.isArray(className) ? className.map(String) : [];
    const named = [...classes, classes.join(" ")].flatMap((name) =>
      LANGUAGE_CLASS.flatMap((pattern) => pattern.exec(name)?.[1] ?? []),
    );
    const beside = classes.some((name) => HIGHLIGHTER.test(name))
      ? classes.filter((name) => LANGUAGE.test(name))
      : [];
    const bare = classes.length === 1 ? classes.filter((name) => LANGUAGE.test(name)) : [];
    const found = [typeof dataLang === "string" ? dataLang : "", ...named, ...beside, ...bare].find(
      (name) => /^[\w+#.-]{1,20}$/.test(name) && !NO_LANGUAGE.test(name),
    );
    if (found !== undefined) return found.toLowerCase();
  }
  return "";
}
