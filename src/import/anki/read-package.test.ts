import assert from "node:assert/strict";
import { test } from "node:test";
import { BASIC, CLOZE, package11, package18, type TestCollection } from "../../../test/anki.ts";
import type { Draft } from "../reader.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

const read = (bytes: Uint8Array): Promise<Draft> => readDocument(sourceOf("cards.apkg", bytes));
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);

const asked = ({ questions }: Draft) =>
  questions.map(({ section, title, body, answer }) => [section, title, body, answer]);

const BACKEND: TestCollection = {
  noteTypes: [
    BASIC,
    CLOZE,
    {
      ...BASIC,
      cards: [
        ["{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"],
        ["{{Back}}", "{{Front}}"],
      ],
    },
  ],
  notes: [
    {
      fields: ["What is an <b>index</b>?", "A sorted copy.<br>Costs writes."],
      deck: "Backend::Databases",
      tags: " sql  slow_query ",
    },
    {
      fields: ["Was ist ein Mutex?<br><pre>mu.Lock()\nmu.Unlock()</pre>", "<ul><li>Eine Sperre</li></ul>"],
      deck: "Backend::Go::Sync",
    },
    {
      type: 1,
      fields: ["{{c1::TCP}} gives order, {{c2::UDP::three letters}} does not.", ""],
      deck: "Backend",
      ords: [0, 1],
    },
    { type: 2, fields: ["идемпотентность", "повтор ничего не меняет"], deck: "Backend", ords: [0, 1] },
    { fields: ["Open?", ""], deck: "Backend::Go::Sync", card: { queue: -1 } },
  ],
};

const EXPECTED = [
  ["Databases", "What is an **index**?", "", "A sorted copy.  \nCosts writes."],
  ["Go / Sync", "Was ist ein Mutex?", "```\nmu.Lock()\nmu.Unlock()\n```", "- Eine Sperre"],
  ["Backend", "[...] gives order, UDP does not.", "", "**TCP** gives order, UDP does not."],
  ["Backend", "TCP gives order, [three letters] does not.", "", "TCP gives order, **UDP** does not."],
  ["Backend", "идемпотентность", "", "повтор ничего не меняет"],
  ["Backend", "повтор ничего не меняет", "", "идемпотентность"],
  ["Go / Sync", "Open?", "", ""],
];

for (const [schema, pack] of [
  [11, package11],
  [18, package18],
] as const) {
  test(`schema ${schema}: each card is a question as its template shows it, with its deck as section`, async () => {
    const draft = await read(pack(BACKEND));
    assert.deepEqual(asked(draft), EXPECTED);
    assert.deepEqual(draft.info, { title: "Backend" });
    assert.deepEqual(draft.warnings, []);
    assert.deepEqual(
      [draft.questions[0]?.tags, draft.questions[1]?.tags],
      [["sql", "slow_query"], undefined],
    );
    assert.deepEqual(
      draft.questions.slice(2, 4).map(({ place }) => place),
      ["cid:1002000", "cid:1002001"],
    );
  });

  test(`schema ${schema}: pictures and sounds that cards show are kept under safe names, the rest is told`, async () => {
    const draft = await read(
      pack(
        {
          notes: [
            {
              fields: [
                'Which? <img src="Mein Bild (1).PNG" alt="a tree">',
                "[sound:say it.mp3] <img src='mein-bild-1.png'>",
              ],
            },
            {
              fields: [
                "And? <img src=gone.jpg alt='a lake'>",
                '<img src="fig.svg"> yes <video src="clip.mp4"></video>',
              ],
            },
          ],
        },
        {
          "Mein Bild (1).PNG": PNG,
          "mein-bild-1.png": Uint8Array.of(1),
          "say it.mp3": Uint8Array.of(2),
          "clip.mp4": Uint8Array.of(3),
          "fig.svg": Uint8Array.of(4),
          "spare.png": Uint8Array.of(5),
        },
      ),
    );
    assert.deepEqual(asked(draft), [
      [
        "",
        "Which? ![a tree](media/mein-bild-1.png)",
        "",
        "[say-it.mp3](media/say-it.mp3) ![](media/mein-bild-1-2.png)",
      ],
      ["", "And? a lake", "", "yes [clip.mp4](media/clip.mp4)"],
    ]);
    assert.deepEqual(
      draft.media?.map(({ name, bytes }) => [name, bytes[0]]),
      [
        ["mein-bild-1.png", 0x89],
        ["say-it.mp3", 2],
        ["mein-bild-1-2.png", 1],
        ["clip.mp4", 3],
      ],
    );
    assert.deepEqual(
      draft.warnings.map(({ code, text }) => `${code}: ${text}`),
      [
        'media-refused: 2 files not kept: SVG, which can hold scripts ("fig.svg"); not in the package ("gone.jpg")',
        'not-kept: 1 file that no card shows: "spare.png"',
      ],
    );
  });
}

test("where decks have several roots, the roots are sections too, and the deck has no title of theirs", async () => {
  const draft = await read(
    package11({
      notes: [
        { fields: ["a?", "b"], deck: "Go" },
        { fields: ["c?", "d"], deck: "SQL::Joins" },
      ],
    }),
  );
  assert.deepEqual(
    draft.questions.map(({ section }) => section),
    ["Go", "SQL / Joins"],
  );
  assert.deepEqual(draft.info, {});
});

test("new cards come in their line; where some were studied, as the notes were made", async () => {
  const cards = (second: Record<string, number | string>) => ({
    notes: [
      { fields: ["one?", "a"], card: { due: 9 } },
      { fields: ["two?", "b"], card: { due: 3, ...second } },
    ],
  });
  const titles = async (second: Record<string, number | string>) =>
    (await read(package11(cards(second)))).questions.map(({ title }) => title);
  assert.deepEqual(await titles({}), ["two?", "one?"]);
  assert.deepEqual(await titles({ type: 2 }), ["one?", "two?"]);
  assert.deepEqual(await titles({ type: 2, data: '{"pos":4}' }), ["two?", "one?"]);
});

test("a picture that stands in a card itself is kept, and no file of the package takes its name", async () => {
  const uri = `data:image/png;base64,${Buffer.from([...PNG, 13]).toString("base64")}`;
  const draft = await read(
    package11(
      {
        notes: [
          {
            fields: [
              `Which? <img src="${uri}">`,
              '<img src="picture 1.png"> <img src="data:image/png;base64,AA">',
            ],
          },
        ],
      },
      { "picture 1.png": Uint8Array.of(7) },
    ),
  );
  assert.deepEqual(asked(draft), [["", "Which? ![](media/picture-1.png)", "", "![](media/picture-1-2.png)"]]);
  assert.deepEqual(
    draft.media?.map(({ name, bytes }) => [name, bytes.length]),
    [
      ["picture-1.png", 5],
      ["picture-1-2.png", 1],
    ],
  );
  assert.deepEqual(
    draft.warnings.map(({ code }) => code),
    ["active-content", "media-refused"],
  );
});

test("what a template puts above both sides, and above the answer, is no part of them", async () => {
  const asked = "<b>Question</b><br>{{Front}}";
  const draft = await read(
    package11({
      noteTypes: [
        { fields: ["Front", "Back"], cards: [[asked, `${asked}<hr><div>Answer:</div> {{Back}}`]] },
        {
          fields: ["Front", "Back"],
          cards: [["{{Front}}", "{{Front}}<div>again</div><hr id=answer>{{Back}}"]],
        },
        { fields: ["Front", "Back"], cards: [["{{Front}}", "{{Back}}"]] },
      ],
      notes: [
        { type: 0, fields: ["What?", "That."] },
        { type: 1, fields: ["Why?", "So."] },
        { type: 2, fields: ["Q: Who?", "A: Me."] },
        { type: 2, fields: ["Wer?", "Antwort"] },
      ],
    }),
  );
  assert.deepEqual(
    draft.questions.map(({ title, body, answer }) => [title, body, answer]),
    [
      ["What?", "", "That."],
      ["Why?", "", "So."],
      ["Who?", "", "Me."],
      ["Wer?", "", "Antwort"],
    ],
  );
});

test("a card that was lent to a filtered deck stands in its own", async () => {
  const draft = await read(
    package11({
      notes: [
        { fields: ["a?", "b"], deck: "Root::Own" },
        { fields: ["c?", "d"], deck: "Root::Lent", card: { odid: 2 } },
      ],
    }),
  );
  assert.deepEqual(
    draft.questions.map(({ section }) => section),
    ["Own", "Own"],
  );
});

test("cards that give no question are told, by reason and by where to find them", async () => {
  const draft = await read(
    package11({
      noteTypes: [BASIC, CLOZE],
      notes: [
        { fields: ["Fine?", "Yes."] },
        { fields: ["<br>", "nothing asked"] },
        { type: 1, fields: ["{{c1::one}}", ""], ords: [0, 6] },
        { type: 1, fields: ["{{c1::image-occlusion:rect:left=.1}}<img src='x.png'>", ""] },
        { type: 7, fields: ["no such type", ""] },
        { fields: ["no such template", ""], ords: [3] },
      ],
      sql: "insert into cards select 77, 5, 1, 0, 0, 0, 0, 0, 99, 0, 0, 0, 0, 0, 0, 0, 0, ''",
    }),
  );
  assert.deepEqual(
    draft.questions.map(({ title }) => title),
    ["Fine?", "[...]"],
  );
  assert.deepEqual(
    draft.warnings.filter(({ code }) => code !== "unsure").map(({ code, text }) => `${code}: ${text}`),
    [
      "rejected: 1 card not imported, whose note is missing or longer than 1 MB: cid:77",
      "rejected: 1 card not imported, whose front is empty: cid:1001000",
      "rejected: 1 card not imported, whose cloze is missing from the text: cid:1002006",
      "rejected: 2 cards not imported, whose note type or template is missing: cid:1004000, cid:1005003",
      "not-kept: 1 card not imported, where parts of a picture are covered: cid:1003000",
    ],
  );
});

test("scripts of templates and of fields are left out and counted", async () => {
  const draft = await read(
    package11({
      noteTypes: [
        {
          fields: ["Front", "Back"],
          cards: [["<script>var a = '{{Back}}'</script><style>b{}</style>{{Front}}", "{{Back}}"]],
        },
      ],
      notes: [{ fields: ["What?", "That<script>alert(1)</script> &lt;script&gt;"] }],
    }),
  );
  assert.deepEqual(asked(draft), [["", "What?", "", "That `<script>`"]]);
  assert.match(draft.warnings[0]?.text ?? "", /^2 pieces of active content/);
});
