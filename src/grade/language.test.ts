import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SHIPPED, shippedQuestions } from "../../scripts/decks/shipped.ts";
import { isEnglish } from "./language.ts";
import { parseWordData } from "./word-data.ts";

const root = new URL("../../", import.meta.url);
const data = parseWordData(readFileSync(new URL("data/grade/words.txt", root)));

for (const text of [
  ...[
    "",
    "😀",
    "404",
    "no",
    "si",
    "idk",
    "immutable",
    "café",
    "naïve approach",
    "µs are microseconds",
    "O(n) λ",
  ],
  "teh contaner shres kernal wit host",
  "argparse stdlib, click thirdparty, typer newer",
  "JWT stateless, revocation hard, short expiry, refresh token rotation",
  "for x in xs: yield x",
  "SELECT * FROM größe",
  "print('größe', 'straße', 'für')  # three of them",
  "const -> nonconst, nonconst -> const, const -> nonconst, nonconst -> const",
  "日本 has two code points, so len is 2",
  "El Niño is not a container",
  "ls = ['один', 'два'] and then the list is joined with a comma, which is what you asked for",
]) {
  test(`taken as English: ${text}`, () => assert.ok(isEnglish(text, data)));
}

for (const text of [
  "Ein Container teilt sich den Kernel mit dem Host.",
  "weiß ich nicht",
  "Las listas son mutables y las tuplas no.",
  "O que é herança em Java?",
  "Classes internas são classes definidas dentro de outra classe.",
  "Un conteneur partage le noyau de l’hôte.",
  "Le liste sono mutabili, le tuple no.",
  "Een container deelt de kernel met de host",
  "Lista jest zmienna, a krotka nie.",
  "Bir konteyner çekirdeği paylaşır",
  "Списки изменяемы, кортежи нет.",
  "контейнер",
  "容器共享主机的内核",
  "goroutine 通过 channel 通信",
  "使用 PUT /users/42 更新资源",
  "リストは変更可能です",
  "القوائم قابلة للتغيير",
  "सूचियाँ बदली जा सकती हैं।",
  "컨테이너는 커널을 공유한다",
  "רשימות ניתנות לשינוי",
  "รายการเปลี่ยนได้",
  "He\u0301ritage : une classe he\u0301rite d'une autre",
]) {
  test(`not taken as English: ${text}`, () => assert.ok(!isEnglish(text, data)));
}

test("every text of the shipped decks and every labelled answer is taken as English", () => {
  const answers = SHIPPED.flatMap((deck) =>
    readFileSync(new URL(`decks/${deck}/answers.jsonl`, root), "utf8")
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { answer: string }).answer),
  );
  const texts = SHIPPED.flatMap((deck) => shippedQuestions(deck)).flatMap(({ question }) => [
    ...[question.title, question.body, question.answer],
    ...question.points.flatMap(({ text, variants }) => [text, ...variants]),
    ...question.misconceptions.flatMap(({ claim, correction }) => [claim, correction]),
    ...question.followUps.map(({ text }) => text),
  ]);
  assert.ok(answers.length >= 1512 && texts.length > 10_000);
  assert.deepEqual(
    [...answers, ...texts].filter((text) => !isEnglish(text, data)),
    [],
  );
});
