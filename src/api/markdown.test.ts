import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { api, question } from "../../test/api.ts";
import { blockHtml, lineHtml } from "./markdown.ts";

/** The elements and attributes that may come out, whatever goes in. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "rel", "target", "title"],
  img: ["src", "alt"],
  code: ["class"],
  ol: ["start"],
  th: ["align"],
  td: ["align"],
  ...Object.fromEntries(
    "p h3 h4 h5 h6 ul li blockquote pre em strong s hr br table thead tbody tr"
      .split(" ")
      .map((tag) => [tag, []]),
  ),
};

/** Why some HTML could do harm; null when it cannot. Every `<` must begin an element of the list, spelt as we spell it. */
function harmOf(html: string): string | null {
  for (const { index } of html.matchAll(/</g)) {
    const tag = /^<(\/?)([a-z0-9]+)((?: [a-z]+="[^"<>]*")*)>/.exec(html.slice(index));
    if (tag === null) return `a < that begins nothing: ${html.slice(index, index + 60)}`;
    const [, close, name = "", attributes = ""] = tag;
    const allowed = Object.hasOwn(ALLOWED, name) ? ALLOWED[name] : undefined;
    if (allowed === undefined) return `the element ${name}`;
    if (close === "/" && attributes !== "") return `attributes at the end of ${name}`;
    for (const [, key = "", value = ""] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
      if (!allowed.includes(key)) return `${key} of ${name}`;
      if (key === "href" && value !== "" && !/^(https?:\/\/|mailto:)/i.test(value))
        return `a link to ${value}`;
      if (key === "src" && !/^data:image\/(png|jpeg|gif|webp);base64,/i.test(value))
        return `a picture from ${value}`;
    }
  }
  return null;
}

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
  "<iframe srcdoc='<script>1</script>'></iframe>",
  "<style>body{display:none}</style>",
  "<div style='background:url(http://evil.example)'>",
  "<!-- --!><script>1</script> -->",
  "<![CDATA[<script>1</script>]]>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](vbscript:x)",
  "[x](file:///etc/passwd)",
  "[x](data:text/html,<script>1</script>)",
  "[x](data:image/svg+xml;base64,PHN2Zz4=)",
  "[x](data:image/png;base64,AAAA)",
  "[x](//evil.example)",
  "[x](/v1/sessions/current)",
  "[x](#link=abc)",
  '[x](http://ok.example" onclick="alert(1))',
  "[x](http://ok.example 'a\" onmouseover=\"alert(1)')",
  "[a]: javascript:alert(1)\n\n[a]",
  '[a]: http://ok.example "t\\" onclick=x"\n\n[a]',
  "<javascript:alert(1)>",
  '<http://ok.example/"onclick=x>',
  "![x](http://tracker.example/p.gif)",
  '![x](https://tracker.example/p.gif "t")',
  '!["onerror=alert(1)](http://evil.example)',
  "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)",
  '![x](data:image/png;base64,AAAA" onerror="x)',
  "![x](javascript:alert(1))",
  "[![x](http://evil.example/p.gif)](http://ok.example)",
  "[![x](data:image/png;base64,AAAA)](javascript:alert(1))",
  '```"><script>alert(1)</script>\nx\n```',
  "~~~ js onload=x\n</code></pre><script>1</script>\n~~~",
  "| a |\n| :-: |\n| <b onclick=x> |",
  "# <script>1</script>",
  "\u202e<script>\u0000alert(1)</script>",
  "*".repeat(5000),
  "[".repeat(5000),
  `${"> ".repeat(3000)}x`,
  `${"`".repeat(3001)}x`,
];

for (const text of hostile) {
  test(`markdown: ${JSON.stringify(text.slice(0, 70))} does no harm`, () => {
    assert.equal(harmOf(blockHtml(text)), null, blockHtml(text));
    assert.equal(harmOf(lineHtml(text)), null, lineHtml(text));
  });
}

test("markdown: no text at all does harm", () => {
  const pieces = [
    ..."<>\"'`=&#/\\[]()!:;*_~|{}- \n\t\0",
    "javascript:",
    "http://a.example",
    "data:image/png;base64,AA",
    "onerror=",
    "script",
    "<img ",
    "&lt;",
    "&#x3c;",
    "```",
    "| - |",
    "[a]: ",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      assert.equal(harmOf(blockHtml(text)), null);
      assert.equal(harmOf(lineHtml(text)), null);
    }),
    { numRuns: 2000 },
  );
});

for (const [text, html] of [
  ["`--rm` *now*", "<code>--rm</code> <em>now</em>"],
  [
    "[docs](https://docs.docker.com)",
    '<a href="https://docs.docker.com" rel="noreferrer noopener" target="_blank">docs</a>',
  ],
  [
    "![a whale](https://x.example/w.png)",
    '<a href="https://x.example/w.png" rel="noreferrer noopener" target="_blank">a whale</a>',
  ],
  ["![a dot](data:image/png;base64,AAAA)", '<img src="data:image/png;base64,AAAA" alt="a dot">'],
  ["[x](javascript:1)", "[x](javascript:1)"],
  ["<b>1 < 2</b>", "&lt;b&gt;1 &lt; 2&lt;/b&gt;"],
] as const) {
  test(`markdown: ${text} becomes ${html}`, () => {
    assert.equal(lineHtml(text), html);
  });
}

for (const [text, tags] of [
  ["# One\n\n## Two", ["h3", "h4"]],
  ["## Two\n\n#### Four", ["h3", "h5"]],
  ["### Three\n\n###### Six", ["h3", "h6"]],
  ["# One\n\n###### Six", ["h3", "h6"]],
  ["Title\n===", ["h3"]],
] as const) {
  test(`markdown: the headings of ${JSON.stringify(text)} are ${tags.join(" and ")}`, () => {
    assert.deepEqual(
      [...blockHtml(text).matchAll(/<(h\d)>/g)].map(([, tag]) => tag),
      tags,
    );
  });
}

/** Those that are no parts of the deck file itself. */
const inline = hostile.filter((text) => !/^(#|```|~~~)/m.test(text));

test("markdown: hostile text of a deck does no harm wherever the API gives HTML", async () => {
  const { ask } = await api([question("docker-001", { body: `\n${inline.join("\n\n")}\n` })]);
  const one = (await ask("GET", "/v1/questions/docker-001")).json();
  const [due] = (await ask("GET", "/v1/due/questions")).json().items;
  for (const html of [one.titleHtml, one.bodyHtml, one.promptHtml, one.answerHtml, due.promptHtml]) {
    assert.equal(harmOf(html), null);
  }
  assert.match(one.promptHtml, /&lt;script&gt;/);
});

test("markdown: the work for pictures and headings grows with their number, and not with its square", () => {
  for (const [unit, times] of [
    ["![a](http://b) ", 50_000],
    ["[![a](http://b)](http://c) ", 50_000],
    // More than a function has arguments.
    ["### a\n", 150_000],
  ] as const) {
    const before = process.cpuUsage();
    blockHtml(unit.repeat(times));
    // Each picture looking at all before it takes a minute.
    assert.ok(process.cpuUsage(before).user < 10e6, unit);
  }
});
