import assert from "node:assert/strict";
import { test } from "node:test";
import { blockHtml } from "../../api/markdown.ts";
import { fragmentToMarkdown } from "./fragment.ts";

const CASES: readonly (readonly [what: string, html: string, markdown: string])[] = [
  [
    "emphasis is merged and set apart as Markdown needs it",
    "<b>a</b><b>b</b> c<b>(d)</b>e",
    "**ab** c **(d)** e",
  ],
  ["a label in bold keeps a blank behind it", "<b>Answer:</b>The <i>one</i>", "**Answer:** The *one*"],
  ["blanks inside emphasis go outside, empty emphasis goes", "x<b> y </b>z<i></i>", "x **y** z"],
  ["line ends of the source mean nothing", "one\n  two<br>three", "one two  \nthree"],
  ["two breaks part paragraphs, emphasis too", "<b>x<br><br>y</b>", "**x**\n\n**y**"],
  ["lists nest", "<ul><li>a<ol start=3><li>b</ol><li>c</ul>", "- a\n  3. b\n- c"],
  [
    "a list right inside a list belongs to the item above",
    "<ul><li>a</li><ul><li>b</li></ul></ul>",
    "- a\n  - b",
  ],
  [
    "boxes to tick are kept",
    "<ul><li><input type=checkbox checked> a<li><input type=checkbox> b</ul>",
    "- [x] a\n- [ ] b",
  ],
  [
    "code keeps its language and its line ends",
    '<pre><code class="language-js">a &lt; b\n\n  c</code></pre>',
    "```js\na < b\n\n  c\n```",
  ],
  ["a fence is longer than those inside it", "<pre>```\nx\n```</pre>", "````\n```\nx\n```\n````"],
  [
    "code of several lines without <pre> is a block",
    "<code>if (x)<br>&nbsp;&nbsp;y();</code>",
    "```\nif (x)\n  y();\n```",
  ],
  [
    "numbers beside the lines are no code",
    '<pre><span class="lineno">1</span>a\n<span class="lineno">2</span>b</pre>',
    "```\na\nb\n```",
  ],
  [
    "a table has a head and escaped bars",
    "<table><tr><th>A<th>B<tr><td>1|2<td><p>x</p><p>y</p></table>",
    "| A | B |\n| --- | --- |\n| 1\\|2 | x y |",
  ],
  ["a table of one row only lays out", "<table><tr><td>a<td>b</table>", "a\n\nb"],
  [
    "raised and lowered signs stay so",
    "O(n<sup>2</sup>), H<sub>2</sub>O, n<sup>log n</sup>",
    "O(n²), H₂O, n^(log n)",
  ],
  ["keys are code", "<kbd>Ctrl</kbd>+<kbd>C</kbd>", "`Ctrl`+`C`"],
  [
    "a formula is what its author typed",
    '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math>',
    "`x^2`",
  ],
  ["a formula of signs is their row", "<math><msup><mi>a</mi><mn>2</mn></msup></math>", "`a^2`"],
  [
    "pictures keep their text, links round them go",
    '<a href="/x (1)"><img src="p.png" alt="P"></a>',
    "![P](p.png)",
  ],
  [
    "links keep their target",
    '<a href="/x (1)">a <b>b</b></a> <a href="#y">#</a>',
    "[a **b**](/x%20%281%29)",
  ],
  ["entities are decoded once", "&amp;lt;b&amp;gt; &amp; &eacute;", "&amp;lt;b&amp;gt; & é"],
  ["a quotation and a rule", "<blockquote><p>a<p>b</blockquote><hr>c", "> a\n>\n> b\n\n---\n\nc"],
  [
    "an unfolded answer has a label",
    "<details><summary>Show answer</summary>42</details>",
    "**Answer:**\n\n42",
  ],
  [
    "text that looks like Markdown is text",
    "# a<br>&gt; b<br>*c* __d__ [e](f) `g",
    "\\# a  \n\\> b  \n\\*c\\* `__d__` [e]\\(f) \\`g",
  ],
  [
    "a word processor's spans are bold or code",
    '<b style="font-weight:normal"><p><span style="font-weight:700">Q</span> <span style="font-family:Courier New">c()</span></p></b>',
    "**Q** `c()`",
  ],
];

for (const [what, html, markdown] of CASES) {
  test(`HTML as Markdown: ${what}`, () => {
    assert.equal(fragmentToMarkdown(html).markdown, markdown);
  });
}

const ACTIVE: readonly (readonly [html: string, removed: number])[] = [
  ["<script>alert(1)</script>", 1],
  ["<img src=x onerror=alert(1)>", 1],
  ['<a href="javascript:alert(1)">x</a>', 1],
  ['<a href=" jAvA&#9;sCrIpT&#58;alert(1)">x</a>', 1],
  ['<a href="data:text/html,<script>alert(1)</script>">x</a>', 1],
  ['<svg onload="alert(1)"><script>alert(2)</script><a xlink:href="javascript:alert(3)">x</a></svg>', 3],
  ['<iframe srcdoc="<script>alert(1)</script>"></iframe><object data=x></object><embed src=x>', 3],
  [
    '<form action="/x"><input autofocus onfocus=alert(1)><button formaction="javascript:alert(2)">x</button></form>',
    3,
  ],
  ['<meta http-equiv="Refresh" content="0;url=/x"><base href="/x">', 2],
  ['<p style="background:url(/t.gif)">x</p><style>@import "/x";</style>', 2],
  [
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    0,
  ],
  ['<img src="data:image/svg+xml,<svg onload=alert(1)>">', 1],
];

for (const [html, removed] of ACTIVE) {
  test(`active content is left out and counted: ${html}`, () => {
    const found = fragmentToMarkdown(`before ${html} after`);
    assert.equal(found.removed, removed);
    assert.match(found.markdown, /before/);
    assert.doesNotMatch(found.markdown, /alert|script|onerror|iframe|data:|url\(/i);
  });
}

test("a tag written as text shows as text, whether or not a renderer lets HTML through", () => {
  const { markdown, removed } = fragmentToMarkdown(
    "Use &lt;script&gt;x&lt;/script&gt;, List&lt;T&gt;, a &lt; b or &lt;b",
  );
  assert.equal(markdown, "Use `<script>x</script>`, `List<T>`, a < b or \\<b");
  assert.equal(removed, 0);
  assert.match(blockHtml(markdown), /<code>&lt;script&gt;x&lt;\/script&gt;<\/code>/);
});

test("a picture in the text is kept by whoever takes it, else counted", () => {
  const html = '<img alt="dot" src="data:image/png;base64,iVBORw0KGgo=">';
  assert.deepEqual(fragmentToMarkdown(html), { markdown: "dot", removed: 1 });
  assert.deepEqual(
    fragmentToMarkdown(html, () => "media/dot.png"),
    { markdown: "![dot](media/dot.png)", removed: 0 },
  );
});

for (const [what, html] of [
  ["blocks", "<div>".repeat(200_000)],
  ["emphasis", "<p><b>".repeat(100_000)],
  ["lists", "<ul><li>".repeat(100_000)],
  ["fonts of their own", Array.from({ length: 30_000 }, (_, i) => `<p><font color=${i}>`).join("")],
] as const) {
  test(`${what} nested without end are read as text, and quickly`, () => {
    const started = performance.now();
    assert.match(fragmentToMarkdown(`${html}deep`).markdown, /deep/);
    assert.ok(performance.now() - started < 5_000);
  });
}
