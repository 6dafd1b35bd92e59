import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { shippedGrader } from "../../test/fixtures/grader.ts";
import { parsePointId } from "../base/index.ts";
import { enoughOf } from "./enough-of.ts";
import { proposePoints } from "./propose-points.ts";

const grader = shippedGrader();

const textsOf = (answer: string): string[] =>
  proposePoints({ title: "", body: "", answer }).map((point) => point.text);

for (const [name, answer, texts] of [
  ["one clause", "It shares the kernel.", ["It shares the kernel."]],
  [
    "sentences",
    "Lists are mutable. Tuples are not mutable.",
    ["Lists are mutable.", "Tuples are not mutable."],
  ],
  ["list items", "Steps:\n\n- build the image\n- push the image\n", ["build the image", "push the image"]],
  [
    "Markdown",
    "Use **secrets** from [Vault](https://example.org), not `ENV`.",
    ["Use secrets from Vault, not ENV."],
  ],
  ["a fenced block", "Run this:\n\n```sh\ndocker run web\n```\n", ["Run this"]],
  ["code alone", "```py\n# a list\nxs = [1, 2]\n```\n", ["xs = [1, 2]"]],
  ["Chinese", "列表可以修改。元组不能修改。", ["列表可以修改。", "元组不能修改。"]],
  [
    "joined claims",
    "Authentication verifies the identity of a user, while authorization determines what this user may do in the end.",
    [
      "Authentication verifies the identity of a user",
      "authorization determines what this user may do in the end.",
    ],
  ],
  ["names in capitals", "- GET\n- PUT\n", ["GET", "PUT"]],
  ["a greeting", "Sure! Tuples cannot be changed.", ["Tuples cannot be changed."]],
  [
    "a lead-in",
    "There are two ways to do it:\n\n1. Copy the list.\n2. Sort it in place.\n",
    ["Copy the list.", "Sort it in place."],
  ],
  [
    "titled steps",
    "It works in two steps.\n\n**1. Diffing**  \n   The trees are compared.\n\n**2. Commit**  \n   Only changes are written.\n",
    ["Diffing: The trees are compared.", "Commit: Only changes are written."],
  ],
  [
    "nested items",
    "- Kernel\n  - It is shared by all containers.\n- Image\n  - It is made of layers.\n",
    ["Kernel: It is shared by all containers.", "Image: It is made of layers."],
  ],
  [
    "a table of two columns",
    "| method | meaning |\n| --- | --- |\n| GET | reads |\n| PUT | replaces |\n",
    ["GET: reads", "PUT: replaces"],
  ],
  [
    "a table that compares",
    "| | list | tuple |\n| :-- | --- | --- |\n| changes | yes | no |\n| hash | no | yes |\n",
    ["changes: list: yes, tuple: no", "hash: list: no, tuple: yes"],
  ],
  [
    "a list written into a line",
    "Remedies are: 1. Stop early. 2. Collect more data. 3. Add noise.",
    ["Stop early.", "Collect more data.", "Add noise."],
  ],
  [
    "arithmetic, which is no list",
    "The window is then cwnd / 2. It is reset to 1. The phase begins anew.",
    ["The window is then cwnd / 2.", "It is reset to 1.", "The phase begins anew."],
  ],
  ["a definition", "A mutex is a lock that one thread holds.", ["A mutex is a lock that one thread holds."]],
  ["one word", "Idempotence", ["Idempotence"]],
  ["a question to the reader", "Why is that? The kernel is shared.", ["The kernel is shared."]],
  [
    "links to read on",
    "The kernel is shared.\n\nUseful resources:\n\n- [All about kernels](https://example.org/k)\n",
    ["The kernel is shared."],
  ],
  ["a pointer", "The command looks like below:\n\n```sh\nls -l\n```\n\nIt lists files.", ["It lists files."]],
  [
    "a picture",
    "![layers](img/layers.png) An image is made of layers.<br/>",
    ["An image is made of layers."],
  ],
  ["imports among code", "```py\nimport os\nprint(os.getcwd())\n```\n", ["print(os.getcwd())"]],
  [
    "German",
    "Ein Container teilt den Kernel. Eine VM hat ihren eigenen.",
    ["Ein Container teilt den Kernel.", "Eine VM hat ihren eigenen."],
  ],
  ["Russian", "Кортеж неизменяем. Список можно менять.", ["Кортеж неизменяем.", "Список можно менять."]],
  [
    "Spanish",
    "Hay dos formas:\n\n- Copiar la lista.\n- Ordenarla en su sitio.\n",
    ["Copiar la lista.", "Ordenarla en su sitio."],
  ],
  ["nothing", "  \n", []],
] as const) {
  test(`points of ${name}`, () => {
    assert.deepEqual(textsOf(answer), texts);
  });
}

test("examples and notes are a bonus; alone they are what there is to say", () => {
  const weigh = (answer: string) =>
    proposePoints({ title: "", body: "", answer }).map(({ text, weight }) => [text, weight]);
  assert.deepEqual(
    weigh("Lists are mutable. For example, append changes one. Note: tuples have no append."),
    [
      ["Lists are mutable.", 1],
      ["For example, append changes one.", "bonus"],
      ["Note: tuples have no append.", "bonus"],
    ],
  );
  assert.deepEqual(weigh("For example, append changes a list."), [
    ["For example, append changes a list.", 1],
  ]);
});

test("of a long reference the parts are told, each by what begins it", () => {
  const part = (name: string) =>
    `- **${name}**: ${name} does one thing that no other part of the system does at all. This took the team a very long time to get right, as everybody knows who was there then and remembers.\n`;
  const names = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"];
  const texts = textsOf(`The system has these six parts:\n\n${names.map(part).join("")}`);
  assert.deepEqual(
    texts.map((text) => text.slice(0, text.indexOf(":"))),
    names,
  );
});

test("more than six claims become six points that lose no word", () => {
  const sentences = Array.from({ length: 9 }, (_, i) => `Sentence number${i} stands here.`);
  const texts = textsOf(sentences.join(" "));
  assert.equal(texts.length, 6);
  assert.equal(texts.join(" "), sentences.join(" "));
});

test("points have weight 1 or are a bonus, one line and ids that are unique, whatever the reference", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (answer) => {
      const points = proposePoints({ title: "", body: "", answer });
      assert.equal(new Set(points.map((point) => point.id)).size, points.length);
      assert.ok(points.length <= 6);
      for (const point of points) {
        assert.ok(
          parsePointId(point.id).ok &&
            (point.weight === 1 || point.weight === "bonus") &&
            !point.text.includes("\n"),
        );
      }
    }),
  );
});

for (const [title, wanted] of [
  ["Name three of the HTTP methods", 3],
  ["List at least 2 advantages", 2],
  ["Give me any two reasons", 2],
  ["Name six methods", null],
  ["What are three advantages of containers?", 3],
  ["What are the three states of a promise?", null],
  ["Nenne mindestens drei Vorteile", 3],
  ["Menciona tres ventajas", 3],
  ["Cite duas vantagens", 2],
  ["Citez trois avantages", 3],
  ["Назовите три преимущества", 3],
  ["列举三个优点", 3],
  ["What are three-way handshakes?", null],
] as const) {
  test(`${JSON.stringify(title)} wants ${wanted ?? "all"} of five points`, () => {
    assert.equal(enoughOf({ title, body: "" }, 5)?.wanted ?? null, wanted);
  });
}

test("any three of seven listed things are full marks for who is asked for three, whichever they are", () => {
  const things = [
    "mount it at run time",
    "ask a vault service",
    "pass a build secret",
    "use swarm secrets",
    "encrypt the configuration",
    "rotate credentials weekly",
    "scan the registry for leaks",
  ];
  const references = [
    things.map((thing) => `- ${thing}`).join("\n"),
    `There are many ways:\n\n${things.map((thing, i) => `${i + 1}. **${thing}**`).join("\n")}`,
    things.map((thing) => `You can ${thing}.`).join(" "),
    `Common ways are: ${things.slice(0, -1).join(", ")} and ${things.at(-1)}.`,
  ];
  for (const answer of references) {
    const question = {
      ...{ title: "Name three ways to keep a secret out of an image.", body: "", answer },
      ...{ points: [], misconceptions: [], followUps: [] },
    };
    const kept = { ...question, points: proposePoints(question), proposed: true };
    assert.equal(kept.points.length, 7, answer);
    for (let a = 0; a < things.length; a++) {
      for (let b = a + 1; b < things.length; b++) {
        for (let c = b + 1; c < things.length; c++) {
          const said = [a, b, c].map((i) => `You ${things[i]}.`).join(" ");
          for (const asked of [question, kept]) {
            const { score, followUp } = grader.assess(asked, said);
            assert.equal(score, 1, `${said}\n${answer}`);
            assert.equal(followUp, null);
          }
        }
      }
    }
    const two = grader.assess(question, `You ${things[0]}. You ${things[6]}.`).score;
    const one = grader.assess(question, `You ${things[0]}.`).score;
    assert.ok(two < 0.9 && two > 0.6 && one < 0.6 && one > 0.2, `${two} and ${one} for two and one of three`);
  }
});

test("an author who edits a proposed point still has any three of them wanted, as long as they are marked proposed", () => {
  const answer = "- mount it\n- ask a vault\n- use swarm secrets\n- encrypt it";
  const question = { title: "Name two ways to hide a secret.", body: "", answer };
  const points = proposePoints(question).map((point, i) =>
    i === 0 ? { ...point, text: "Mount a file." } : point,
  );
  const rest = { misconceptions: [], followUps: [] };
  const said = "Ask a vault. Use swarm secrets.";
  assert.equal(grader.assess({ ...question, ...rest, points, proposed: true }, said).score, 1);
  assert.ok(grader.assess({ ...question, ...rest, points }, said).score < 1);
});

test("points of a reference of 300,000 characters are proposed in less than two seconds, whatever it is made of", () => {
  for (const part of [
    "a ",
    "1. a ",
    "- a\n",
    "a. ",
    "| a | b |\n",
    "**a** ",
    "`a` ",
    "[a](b) ",
    "<b>",
    "e.g. ",
    "• a ",
    "a, and b ",
    "# a\n",
    "    - a\n",
    "a\n\n",
  ]) {
    const started = performance.now();
    for (const title of ["Why?", "Name three of them"])
      proposePoints({ title, body: "", answer: part.repeat(300_000 / part.length) });
    const ms = performance.now() - started;
    assert.ok(ms < 2000, `${JSON.stringify(part)} took ${Math.round(ms)} ms`);
  }
});
