import MarkdownIt, { type RendererRule, type Token } from "markdown-it";

/** Headings of a text begin here: the levels above are the page's own. */
const FIRST_HEADING_LEVEL = 3;
const LAST_HEADING_LEVEL = 6;

/** Links that lead out of the page; one into it, or to a script, stays the text it was written as. */
const OUTWARD = /^(https?:\/\/|mailto:)/i;
/** Pictures that need nothing from elsewhere and can hold no script, as SVG can. */
const INLINE_PICTURE = /^data:image\/(png|jpeg|gif|webp);base64,[a-z0-9+/=]+$/i;

/** A file that the deck brings along, as the deck's text names it. */
const MEDIUM = /^media\/([a-z0-9][a-z0-9-]*\.[a-z0-9]{2,5})$/;
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|bmp)$/;

/**
 * Deck text is untrusted (anybody's document becomes a deck), and what comes out of here is put into the page as it is.
 * So HTML in it is text, nothing is fetched from elsewhere (a remote picture becomes a link), and there are no inline
 * styles, which the page's content security policy refuses.
 */
const markdown = MarkdownIt({ html: false, linkify: false, typographer: false });
const { rules } = markdown.renderer;

markdown.validateLink = (target) => {
  const link = target.trim();
  return OUTWARD.test(link) || INLINE_PICTURE.test(link) || MEDIUM.test(link);
};

markdown.core.ruler.push("headings_below_ours", ({ tokens }) => {
  const headings = tokens.filter(({ type }) => type === "heading_open" || type === "heading_close");
  const highest = headings.reduce((least, each) => Math.min(least, levelOf(each)), FIRST_HEADING_LEVEL);
  const shift = FIRST_HEADING_LEVEL - highest;
  for (const heading of headings) heading.tag = `h${Math.min(LAST_HEADING_LEVEL, levelOf(heading) + shift)}`;
});

rules.link_open = (tokens, at, options, env, self) => {
  const link = tokens[at];
  const medium = mediumAt(attribute(link, "href"), env);
  if (medium !== null) {
    link?.attrSet("href", medium);
    link?.attrSet("target", "_blank");
    return self.renderToken(tokens, at, options);
  }
  // A picture's address was allowed too.
  if (!OUTWARD.test(attribute(link, "href"))) link?.attrSet("href", "");
  link?.attrSet("rel", "noreferrer noopener");
  link?.attrSet("target", "_blank");
  return self.renderToken(tokens, at, options);
};

/** Pictures that stand in a link: a link in a link is no HTML. */
const LINKED = { linked: true };

markdown.core.ruler.push("pictures_in_links", ({ tokens }) => {
  for (const { children } of tokens) {
    let depth = 0;
    for (const token of children ?? []) {
      if (token.type === "link_open") depth++;
      else if (token.type === "link_close") depth--;
      else if (token.type === "image" && depth > 0) token.meta = LINKED;
    }
  }
});

rules.image = (tokens, at, options, env, self) => {
  const picture = tokens[at];
  const source = attribute(picture, "src");
  const alt = self.renderInlineAsText(picture?.children ?? [], options, env);
  const safe = markdown.utils.escapeHtml;
  const medium = mediumAt(source, env);
  if (medium !== null && PICTURE.test(source))
    return `<img src="${safe(medium)}" alt="${safe(alt)}" loading="lazy">`;
  if (MEDIUM.test(source)) return safe(alt === "" ? source : alt);
  if (INLINE_PICTURE.test(source)) return `<img src="${safe(source)}" alt="${safe(alt)}">`;
  const text = safe(alt === "" ? source : alt);
  if (picture?.meta === LINKED) return text;
  return `<a href="${safe(source)}" rel="noreferrer noopener" target="_blank">${text}</a>`;
};

rules.th_open = withAlignment;
rules.td_open = withAlignment;

/** The address of a file of the deck; null for what is none, or cannot be shown. */
function mediumAt(target: string, place: object = {}): string | null {
  const deck = "deck" in place && typeof place.deck === "string" ? place.deck : null;
  const name = MEDIUM.exec(target)?.[1];
  return name === undefined || deck === null ? null : `/v1/decks/${deck}/media/${name}`;
}

/**
 * A block of Markdown as HTML that is safe to put into the page.
 * @param deck the deck that it is of, whose pictures it may show
 */
export function blockHtml(text: string, deck: string | null = null): string {
  return markdown.render(text, { deck });
}

/** A line of Markdown as HTML that is safe to put into the page. */
export function lineHtml(text: string, deck: string | null = null): string {
  return markdown.renderInline(text, { deck });
}

function attribute(token: Token | undefined, name: string): string {
  return String(token?.attrGet(name) ?? "");
}

function levelOf({ tag }: Token): number {
  return Number(tag.slice(1));
}

function withAlignment(...[tokens, at, options, _env, self]: Parameters<RendererRule>): string {
  const cell = tokens[at];
  const align = /text-align:(left|center|right)/.exec(attribute(cell, "style"))?.[1];
  if (cell !== undefined) cell.attrs = align === undefined ? [] : [["align", align]];
  return self.renderToken(tokens, at, options);
}
