import type { Root } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";

/**
 * What may stand in a page once it is read. Structure that only helps to find the questions (`nav`, `button`) passes
 * here and is dropped or unwrapped later; nothing that runs, fetches by itself or styles is in the list.
 */
const SCHEMA: Schema = {
  tagNames: [
    ..."html body main article section div header footer nav aside address figure figcaption hgroup search".split(
      " ",
    ),
    ..."h1 h2 h3 h4 h5 h6 p hr br wbr pre blockquote center ul ol menu li dl dt dd details summary".split(
      " ",
    ),
    ..."table caption thead tbody tfoot tr td th a img span font b strong i em u s strike del ins mark".split(
      " ",
    ),
    ..."code kbd samp tt var sub sup q cite abbr dfn small big time label button input fieldset legend".split(
      " ",
    ),
    ..."math semantics annotation mrow msup msub mfrac msqrt mi mn mo mtext ruby rt rp".split(" "),
  ],
  strip:
    "script style template iframe frame frameset object embed applet noscript noembed noframes svg title textarea select datalist option canvas audio video source track param map area dialog head meta link base".split(
      " ",
    ),
  attributes: {
    "*": [
      "className",
      "id",
      "role",
      "title",
      "itemType",
      "itemProp",
      "dataLang",
      "ariaLabel",
      "ariaExpanded",
      "ariaControls",
      "ariaHidden",
    ],
    a: ["href"],
    img: ["src", "alt"],
    ol: ["start"],
    li: ["value"],
    td: ["colSpan"],
    th: ["colSpan"],
    annotation: ["encoding"],
    input: [["type", "checkbox"], "checked"],
  },
  protocols: { href: ["http", "https", "mailto"], src: ["http", "https", "data"] },
  ancestors: {},
  required: {},
  clobber: [],
  clobberPrefix: "",
  allowComments: false,
  allowDoctypes: false,
};

/** The tree without anything that is not on the list. Calls itself: the tree must be of bounded depth. */
export function sanitise(root: Root): Root {
  const clean = sanitize(root, SCHEMA);
  if (clean.type === "root") return clean;
  return { type: "root", children: clean.type === "element" || clean.type === "text" ? [clean] : [] };
}
