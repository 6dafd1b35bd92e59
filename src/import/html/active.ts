/** What a page can do by itself, by kind, with how often it was met and left out. */
export type Removed = Map<ActiveKind, number>;

export type ActiveKind =
  | "scripts"
  | "event handlers"
  | "frames and embedded objects"
  | "forms"
  | "links that run code"
  | "redirects and base addresses"
  | "styles that fetch"
  | "pictures in the page that are none";

const FRAMES = new Set(["iframe", "frame", "frameset", "object", "embed", "applet", "portal", "fencedframe"]);
const ADDRESSES = new Set([
  "href",
  "src",
  "action",
  "formaction",
  "data",
  "xlink:href",
  "poster",
  "background",
  "ping",
]);

/** Browsers skip blanks and control characters in front of a scheme and inside it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what browsers skip is skipped
const SKIPPED = /[\x00-\x20]/g;
const RUNS = /^(?:javascript|vbscript|livescript|mocha):/i;
const FETCHES = /url\s*\(|@import|expression\s*\(|-moz-binding|behavior\s*:/i;
const PICTURE = /^data:image\/(?:png|jpe?g|gif|webp)[;,]/i;

/** The kinds of active content that an element brings along, its children aside; a kind may come up more than once. */
export function activeKind(
  tag: string,
  attributes: readonly { readonly name: string; readonly value: string; readonly prefix?: string }[],
  styleSheet: string,
): ActiveKind[] {
  const kinds: ActiveKind[] = [];
  const has = (name: string) => attributes.some((each) => each.name === name);
  if (tag === "script") kinds.push("scripts");
  if (FRAMES.has(tag)) kinds.push("frames and embedded objects");
  if (tag === "form" && has("action")) kinds.push("forms");
  if (tag === "base" || (tag === "meta" && has("http-equiv") && isRefresh(attributes))) {
    kinds.push("redirects and base addresses");
  }
  if (styleSheet !== "" && FETCHES.test(styleSheet)) kinds.push("styles that fetch");
  for (const { name, value } of attributes) {
    if (/^on[a-z]/i.test(name)) kinds.push("event handlers");
    else if (name === "style" && FETCHES.test(value.slice(0, 5000))) kinds.push("styles that fetch");
    else if (ADDRESSES.has(name)) {
      const start = value.slice(0, 200).replace(SKIPPED, "");
      if (RUNS.test(start)) kinds.push("links that run code");
      else if (/^data:/i.test(start) && tag !== "link" && tag !== "script" && !FRAMES.has(tag)) {
        if (tag !== "img" && tag !== "source") kinds.push("links that run code");
        else if (!PICTURE.test(start)) kinds.push("pictures in the page that are none");
      }
    }
  }
  return kinds;
}

function isRefresh(attributes: readonly { readonly name: string; readonly value: string }[]): boolean {
  return attributes.some((each) => each.name === "http-equiv" && /^\s*refresh\s*$/i.test(each.value));
}

/** How much was left out in all. */
export const totalOf = (removed: Removed): number =>
  [...removed.values()].reduce((sum, count) => sum + count, 0);
