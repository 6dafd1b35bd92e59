import type { Element } from "hast";

/** Layouts name their parts after these whatever stands in them. */
const LAYOUT = /^(?:has|no|with|without|is|elementor|wp|tw|sm|md|lg|xl)-.*$/;

/** Classes and id of an element in lower case, words parted by hyphens, names by blanks. */
export function wordsOf({ properties }: Pick<Element, "properties">): string {
  const { className, id } = properties;
  const names = [...(Array.isArray(className) ? className : []), ...(typeof id === "string" ? [id] : [])];
  return names
    .slice(0, 20)
    .map((name) =>
      String(name)
        .slice(0, 80)
        .replace(/(?<=[a-z])(?=[A-Z])/g, "-")
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-"),
    )
    .join(" ");
}

/** Whether one of the names has one of these words in it. */
export function hasWord(names: string, words: ReadonlySet<string>): boolean {
  return names
    .split(" ")
    .some((name) => !LAYOUT.test(name) && name.split("-").some((word) => words.has(word)));
}

/** Whether all that an element says satisfies a test; long texts never do. */
export function isTight(node: Element, test: (text: string) => boolean): boolean {
  let text = "";
  const walk = (element: Element) => {
    for (const child of element.children) {
      if (text.length > 300) return;
      if (child.type === "text") text += child.value;
      else if (child.type === "element") walk(child);
    }
  };
  walk(node);
  return text.length <= 300 && test(text.replace(/\s+/g, " ").trim());
}
