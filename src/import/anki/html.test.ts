import assert from "node:assert/strict";
import { test } from "node:test";
import { cardMarkdown } from "./html.ts";

const names: string[] = [];
const keep = (name: string) => {
  names.push(name);
  return name.includes("lost") ? null : `media/${name.replace(/[^a-z0-9.]/g, "-")}`;
};

for (const [html, markdown] of [
  ["\\(x_1 &lt; \\frac{a}{b}\\)", "$x_1 < \\frac{a}{b}$"],
  ["so \\[ x<br>y \\] there", "so $$x y$$ there"],
  ["[$]a^2[/$] and [$$]b[/$$]", "$a^2$ and $$b$$"],
  ["[latex]\\begin{align}x&amp;=1\\end{align}[/latex]", "$$\\begin{align}x&=1\\end{align}$$"],
  ["[latex]Let $x$ be[/latex]", "Let $x$ be"],
  ['<anki-mathjax>a_b</anki-mathjax><anki-mathjax block="true">c</anki-mathjax>', "$a_b$$$c$$"],
  ["<code>\\(a\\)</code> \\(b\\)", "`\\(a\\)` $b$"],
  ["<pre>re = /\\(a\\)/</pre>", "```\nre = /\\(a\\)/\n```"],
  ["\\( never closed [sound:", "\\\\( never closed [sound:"],
  ["[sound:a b.mp3]", "[a-b.mp3](media/a-b.mp3)"],
  ["Say [anki:play:q:0][sound:lost.mp3] [anki:tts lang=en_US]it[/anki:tts]", "Say it"],
  ['<img alt="a > b" src="x%20y.png">', "![a > b](media/x-y.png)"],
  ["<img src='a&amp;b.png'><img src=lost.png alt=gone>", "![](media/a-b.png)gone"],
  ['<img src="https://example.org/a.png">', "![](https://example.org/a.png)"],
  ['<audio controls><source src="a.ogg"></audio>', "[a.ogg](media/a.ogg)"],
  ["a\uE0000\uE001b", "a0b"],
] as const) {
  test(`${JSON.stringify(html)} becomes ${JSON.stringify(markdown)}`, () => {
    assert.equal(cardMarkdown(html, { keep, keepPicture: () => null }).markdown, markdown);
  });
}

test("names are asked for as the package writes them", () => {
  names.length = 0;
  cardMarkdown('<img src="Bild%20%C3%A4.png"><img src="100%.png">[sound:a&amp;b.mp3]', {
    keep,
    keepPicture: () => null,
  });
  assert.deepEqual(names.toSorted(), ["100%.png", "Bild ä.png", "a&b.mp3"]);
});
