import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { shippedGrader } from "../../test/fixtures/grader.ts";
import type { PointId } from "../base/index.ts";
import type { Exemplar, Gradable } from "./assessment.ts";

const grader = shippedGrader();
const FIRST = "first" as PointId;
const SECOND = "second" as PointId;

const ask = (title: string, first: string, second: string): Gradable => ({
  title,
  body: "",
  answer: `${first} ${second}`,
  points: [
    { id: FIRST, text: first, weight: 1, variants: [] },
    { id: SECOND, text: second, weight: 1, variants: [] },
  ],
  misconceptions: [],
  followUps: [],
});

/** A question, what says its first point in other words, and what denies it. */
const TABLE: Readonly<Record<string, readonly [Gradable, string, string]>> = {
  German: [
    ask(
      "Was ist ein Container?",
      "Container teilen sich den Kernel des Rechners.",
      "Änderungen verschwinden mit dem Löschen.",
    ),
    "Alle Container teilen den einen Kernel des Rechners",
    "Container teilen sich nicht den Kernel des Rechners.",
  ],
  Spanish: [
    ask("¿Qué es una tupla?", "Una secuencia inmutable de elementos.", "Puede ser clave de un diccionario."),
    "una secuencia que es inmutable, con elementos",
    "No es una secuencia inmutable de elementos.",
  ],
  Portuguese: [
    ask(
      "O que é herança em Java?",
      "Uma classe reutiliza os métodos de outra classe.",
      "A palavra extends declara a superclasse.",
    ),
    "a classe reutiliza metodos de outra",
    "Uma classe não reutiliza os métodos de outra classe.",
  ],
  French: [
    ask(
      "Qu’est-ce qu’un index ?",
      "L’index accélère la recherche des lignes.",
      "Chaque écriture coûte davantage.",
    ),
    "un index accelere les recherches de lignes",
    "L’index n’accélère pas la recherche des lignes.",
  ],
  Russian: [
    ask("Что такое кортеж?", "Неизменяемая последовательность элементов.", "Может служить ключом словаря."),
    "это последовательность неизменяемых элементов",
    "Это не неизменяемая последовательность элементов.",
  ],
  Chinese: [
    ask("什么是容器？", "它共享主机的内核。", "删除后数据会消失。"),
    "容器之间都共享主机内核",
    "它不共享主机的内核。",
  ],
  Japanese: [
    ask("タプルとは何ですか？", "変更できない要素の並びです。", "辞書のキーになります。"),
    "要素の並びで、変更できないものです",
    "変更できない要素の並びではありません。",
  ],
  Arabic: [
    ask("ما هي الحاوية؟", "تشترك في نواة النظام المضيف.", "تختفي البيانات عند حذفها."),
    "كلها تشترك في نواة النظام",
    "لا تشترك في نواة النظام المضيف.",
  ],
  Hindi: [
    ask("कंटेनर क्या है?", "यह मेज़बान का कर्नेल साझा करता है।", "हटाने पर डेटा मिट जाता है।"),
    "सब मेज़बान का कर्नेल साझा करते हैं",
    "यह मेज़बान का कर्नेल साझा नहीं करता है।",
  ],
};

for (const [language, [question, reworded, denied]] of Object.entries(TABLE)) {
  const [first, second] = question.points;
  assert.ok(first !== undefined && second !== undefined);

  test(`${language}: a point said word for word is covered, and the other one missing in doubt`, () => {
    const { verdicts } = grader.assess(question, first.text);
    assert.deepEqual(
      verdicts.map(({ verdict }) => verdict),
      ["covered", "missing"],
    );
    assert.ok((verdicts[0]?.p ?? 0) > 0.9);
    assert.match(verdicts[0]?.why ?? "", /nearly word for word/);
    assert.ok((verdicts[1]?.p ?? 1) < 0.6);
    assert.match(verdicts[1]?.why ?? "", /^The question is in a language that the judge does not know well/);
  });

  test(`${language}: both points said in another order are covered`, () => {
    const { score, doubt } = grader.assess(question, `${second.text}\n${first.text}`);
    assert.deepEqual([score, doubt < 0.1], [1, true]);
  });

  test(`${language}: other words for a point earn something, in doubt`, () => {
    const [verdict] = grader.assess(question, reworded).verdicts;
    assert.match(verdict?.verdict ?? "", /^(?:covered|partly)$/);
    assert.ok((verdict?.p ?? 1) <= 0.65);
    assert.match(verdict?.why ?? "", /the judge does not know the language well/);
  });

  test(`${language}: a denial is no contradiction, and nothing is sure of it`, () => {
    const { verdicts, label, doubt } = grader.assess(question, denied);
    assert.notEqual(label, "contradicted");
    assert.ok(verdicts.every(({ verdict, p }) => verdict !== "contradicted" && p <= 0.65));
    assert.ok(doubt >= 0.5);
  });

  test(`${language}: the prompt, nothing and "I don't know" earn nothing`, () => {
    for (const nothing of ["", " ", question.title, "I don't know"])
      assert.equal(grader.assess(question, nothing).score, 0, nothing);
    assert.equal(grader.assess(question, "").verdicts[0]?.why, "There was no answer to judge.");
  });

  test(`${language}: an English question answered in it is missing, and that is in doubt`, () => {
    const english = ask(
      "What is a container?",
      "It shares the kernel of the host.",
      "What it wrote is gone when it is removed.",
    );
    const { verdicts, score, doubt } = grader.assess(english, first.text);
    assert.equal(score, 0);
    assert.ok(doubt >= 0.75);
    for (const { verdict, why } of verdicts) {
      assert.equal(verdict, "missing");
      assert.equal(why, "Your answer is in a language that the judge does not know well.");
    }
  });
}

const german = TABLE.German?.[0];
assert.ok(german !== undefined);

test("a first turn in English stands when a second one is in another language", () => {
  const english = ask(
    "What is a container?",
    "It shares the kernel of the host.",
    "Its files are gone afterwards.",
  );
  const said = "It shares the kernel of the host.";
  const { verdicts } = grader.assess(english, "und die Dateien sind danach weg", [said]);
  assert.deepEqual([verdicts[0]?.verdict, verdicts[0]?.evidence?.turn], ["covered", 0]);
  assert.equal(grader.assess(english, said, ["weiß ich leider nicht"]).verdicts[0]?.verdict, "covered");
});

test("what the person overruled holds in every language for the same words, and for no others", () => {
  const text = "Alle laufen auf demselben Betriebssystem";
  const judge = (answer: string, exemplars: readonly Exemplar[]) =>
    grader.assess({ ...german, exemplars }, answer).verdicts[0];
  assert.equal(judge(text, [])?.verdict, "missing");
  const covered = judge(`Also: ${text}.`, [{ point: FIRST, verdict: "covered", text }]);
  assert.deepEqual([covered?.verdict, covered?.evidence?.text], ["covered", text]);
  assert.equal(
    judge("Alle laufen nicht auf demselben Betriebssystem", [{ point: FIRST, verdict: "covered", text }])
      ?.verdict,
    "missing",
  );
  const said = german.points[0]?.text ?? "";
  assert.equal(judge(said, [{ point: FIRST, verdict: "missing", text: said }])?.verdict, "missing");
});

for (const [what, text] of [
  ["emoji", "👨‍👩‍👧‍👦 Container 🐳 teilen sich den Kernel des Rechners 🎉"],
  ["right to left marks", "\u202eContainer teilen sich den Kernel des Rechners.\u202c"],
  [
    "combining marks",
    "A\u0308nderungen verschwinden mit dem Lo\u0308schen. Container teilen sich den Kernel des Rechners.",
  ],
  ["half surrogates", "\ud83d Container teilen sich den Kernel des Rechners. \udc00"],
  ["two languages", "容器共享内核。 Container teilen sich den Kernel des Rechners."],
] as const) {
  test(`${what} do not hide what is said, and the evidence stands where it says`, () => {
    const { verdicts } = grader.assess(german, text);
    assert.equal(verdicts[0]?.verdict, "covered");
    const { evidence } = verdicts[0] ?? {};
    assert.ok(evidence);
    assert.equal(text.slice(evidence.start, evidence.end), evidence.text);
  });
}

const piece = fc.oneof(
  fc.constantFrom(
    ...Object.values(TABLE).flatMap(([question, ...said]) => [question.title, question.answer, ...said]),
  ),
  fc.constantFrom(
    " ",
    "\n",
    "。",
    "؟",
    "।",
    "\u0301",
    "\ud83d",
    "\udc00",
    "👩‍💻",
    "\u202e",
    "ß",
    "Ⅷ",
    "ﬁ",
    "`x",
    "```",
    "not",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const anyText = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(" "));

test("no question, answer or exemplar in any language crashes the judge; evidence and shares hold", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, anyText, anyText, (title, first, second, before, answer) => {
      const exemplars: Exemplar[] = [{ point: FIRST, verdict: "covered", text: before }];
      for (const question of [ask(title, first, second), { ...ask(title, first, second), exemplars }]) {
        const { score, doubt, verdicts } = grader.assess(question, answer, [before]);
        for (const share of [score, doubt, ...verdicts.map(({ p }) => p)])
          assert.ok(share >= 0 && share <= 1);
        for (const { evidence, verdict } of verdicts) {
          if (evidence === null) continue;
          assert.notEqual(verdict, "missing");
          const turn = [before, answer][evidence.turn] ?? "";
          assert.equal(turn.slice(evidence.start, evidence.end), evidence.text);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("a hostile stream of words in an unknown language is judged in seconds", () => {
  const words = Array.from({ length: 20_000 }, (_, i) => `пере${i.toString(36).replace(/\d/g, "я")}ние.`);
  const question = ask("Что?", words.slice(0, 40).join(" "), words.slice(40, 80).join(" "));
  const started = performance.now();
  grader.assess(question, words.join(" "));
  assert.ok(performance.now() - started < 5000);
});
