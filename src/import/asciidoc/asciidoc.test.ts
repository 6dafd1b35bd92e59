import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../../base/index.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

const read = (text: string, name = "notes.adoc") =>
  readDocument(sourceOf(name, new TextEncoder().encode(text)));

interface Habit {
  readonly text: string;
  /** Section, title, answer, line. */
  readonly found: readonly (readonly [string, string, string, number])[];
}

const HABITS: Readonly<Record<string, Habit>> = {
  "sections that ask, below a header with author, settings and a link to another file": {
    text: `= Kafka
Ann Lee <ann@example.org>
v1.2, 2023-03-01
:toc:
:broker: Kafka

// for the team
[[basics]]
== Basics

=== What is a topic?

A *topic* is a named log of {broker}, see <<offsets,offsets>> and https://example.org/[the site^].

.Creating one
[source,shell]
----
topics.sh --create <1>
== no section
----
<1> The name is unique.

NOTE: It has _partitions_.

[#offsets]
=== How does \`List<String>\` become \`+a*b+\`?

image::isr.png[In-sync,300]
`,
    found: [
      [
        "Basics",
        "What is a topic?",
        "A **topic** is a named log of Kafka, see offsets and [the site](https://example.org/).\n\n**Creating one**\n\n```shell\ntopics.sh --create <1>\n== no section\n```\n\n1. The name is unique.\n\n**Note:** It has _partitions_.",
        11,
      ],
      ["Basics", "How does `List<String>` become `a*b`?", "![In-sync](isr.png)", 26],
    ],
  },
  "a [qanda] list, its terms asking or not": {
    text: `= Docker
:lang: de

== Grundlagen

[qanda]
Was ist ein Image?::
  Eine Vorlage.
Schichten:: Jede Anweisung macht eine.
+
[source,bash]
----
docker build .
----

== Netz

[qanda]
Wie finden sich Container?::

Über den Namen.
`,
    found: [
      ["Grundlagen", "Was ist ein Image?", "Eine Vorlage.", 7],
      ["Grundlagen", "Schichten", "Jede Anweisung macht eine.\n\n```bash\ndocker build .\n```", 9],
      ["Netz", "Wie finden sich Container?", "Über den Namen.", 19],
    ],
  },
  "a description list in a document that calls itself flash cards": {
    text: "= SQL flash cards\n\nIndex:: What speeds *reading*.\nView:: A stored query.\nLock;; no term\n",
    found: [
      ["", "Index", "What speeds **reading**.", 3],
      ["", "View", "A stored query.\n- **Lock**: no term", 4],
    ],
  },
  "an ordered list whose answers are joined by +": {
    text: `= Questions d'entretien

== Réseau

. *Qu'est-ce que TCP ?*
+
Un protocole :

* connexion
** poignée de main

. *Pourquoi UDP ?*
+
--
Moins de latence.

[,python]
----
sock()
----
--
`,
    found: [
      ["Réseau", "Qu'est-ce que TCP ?", "Un protocole :\n\n- connexion\n  - poignée de main", 5],
      ["Réseau", "Pourquoi UDP ?", "Moins de latence.\n\n```python\nsock()\n```", 12],
    ],
  },
  "answers that unfold": {
    text: `= Quiz

== Q1. What is final?

.Answer
[%collapsible]
====
Assigned once.
====

== Q2. What is autoboxing?

.Show answer
[%collapsible]
====
\`int\` to \`Integer\`.
====
`,
    found: [
      ["", "What is final?", "Assigned once.", 3],
      ["", "What is autoboxing?", "`int` to `Integer`.", 11],
    ],
  },
  "titles that are underlined": {
    text: `Redis
=====
Bob <b@example.org>

Data types
----------

What is a sorted set?
~~~~~~~~~~~~~~~~~~~~~

....
ZADD k 1 a
....

What is a stream?
~~~~~~~~~~~~~~~~~

A log.
`,
    found: [
      ["Data types", "What is a sorted set?", "```\nZADD k 1 a\n```", 8],
      ["Data types", "What is a stream?", "A log.", 15],
    ],
  },
  "bullets that ask and topics between them, answers as dots or a table": {
    text: `= 面试题

=== 网络
* 什么是三次握手？
* TCP 和 UDP 有什么区别？
. 连接
. 可靠

=== 数据库
* MVCC
* 什么是索引？
* 事务的隔离级别有哪些？

[%header,cols=2*]
|===
|级别 |脏读

|读已提交
|否
|===

==== redis
* 为什么快？
* 缓存雪崩
* 如何持久化？
`,
    found: [
      ["网络", "什么是三次握手？", "", 4],
      ["网络", "TCP 和 UDP 有什么区别？", "- 连接\n- 可靠", 5],
      ["数据库", "MVCC", "", 10],
      ["数据库", "什么是索引？", "", 11],
      ["数据库", "事务的隔离级别有哪些？", "| 级别 | 脏读 |\n| --- | --- |\n| 读已提交 | 否 |", 12],
      ["redis", "为什么快？", "", 23],
      ["redis", "缓存雪崩", "", 24],
      ["redis", "如何持久化？", "", 25],
    ],
  },
};

for (const [habit, { text, found }] of Object.entries(HABITS)) {
  test(`AsciiDoc with ${habit} gives its questions with the lines they stand on`, async () => {
    const draft = await read(text);
    assert.equal(draft.reader, "asciidoc");
    assert.deepEqual(
      draft.questions.map(({ section, title, body, answer, line }) => [section, title, body + answer, line]),
      found,
    );
  });
}

test("AsciiDoc is known by its signs, whatever the file is called", async () => {
  const text = "= Docker\n:toc:\n\n[qanda]\nWhat is an image?:: A template.\nWhat is a layer?:: A step.\n";
  assert.equal((await read(text, "notes.txt")).reader, "asciidoc");
});

test("included files and blocks that nobody closes are said", async () => {
  const { warnings } = await read(
    "= Q\n\ninclude::a.adoc[]\n\n== What is a?\n\n----\ncode\n\n== What is b?\n\nText.\n",
  );
  assert.deepEqual(
    warnings.map(({ code, line }) => [code, line]),
    [
      ["left-out", 3],
      ["unclosed-fence", 7],
    ],
  );
});

test("a manual in AsciiDoc is refused", async () => {
  const text =
    "= The tool\n:toc:\n\n== Overview\n\nWhat it does.\n\n== Install\n\n----\nmake\n----\n\nport:: The port.\nhost:: The host.\n";
  await assert.rejects(
    read(text),
    (error) => error instanceof VivaError && error.code === "VIVA_NO_QUESTIONS",
  );
});
