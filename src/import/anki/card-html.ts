import MarkdownIt from "markdown-it";

/** Endings of files that a card plays. */
const HEARD = /^media\/([a-z0-9-]+\.(?:mp3|ogg|oga|wav|m4a|flac|opus|mp4|webm))$/;

/**
 * Markdown of a question as the HTML of a card. Tags in it show as text; addresses that run code are not linked; what
 * stands in `media/` here stands beside the card there, and sounds play.
 */
export function markdownToCardHtml(markdown: string): string {
  return markdown === "" ? "" : parser.render(markdown).trim();
}

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: 100 });

const normalizeLink = parser.normalizeLink.bind(parser);
parser.normalizeLink = (url) => normalizeLink(url).replace(/^media\//, "");

parser.core.ruler.push("sounds", ({ tokens, Token }) => {
  for (const token of tokens) {
    if (token.children === null) continue;
    const kept: typeof token.children = [];
    let isInSound = false;
    for (const child of token.children) {
      const name = child.type === "link_open" ? soundOf(child.attrGet("href")) : null;
      if (name !== null) {
        isInSound = true;
        const sound = new Token("text", "", 0);
        sound.content = `[sound:${name}]`;
        kept.push(sound);
      } else if (isInSound) isInSound = child.type !== "link_close";
      else kept.push(child);
    }
    token.children = kept;
  }
});

/** A link of ours lost its folder above. */
const soundOf = (href: string | number | null): string | null => HEARD.exec(`media/${href}`)?.[1] ?? null;
