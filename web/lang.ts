/** The page's own words (`index.html`). */
const PAGE = "en";

/** The `lang` of a deck's text; undefined when it is the page's, or nobody said. Voices and hyphens follow it. */
export function langOf({ language }: { readonly language: string | null }): string | undefined {
  const [primary = ""] = (language ?? "").toLowerCase().split("-", 1);
  return language === null || primary === "" || primary === PAGE ? undefined : language;
}
