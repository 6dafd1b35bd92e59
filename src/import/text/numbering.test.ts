import assert from "node:assert/strict";
import { test } from "node:test";
import { sequenceAgreement, takeNumber } from "./numbering.ts";

for (const [title, number, rest] of [
  ["1. What is it?", 1, "What is it?"],
  ["12) What is it?", 12, "What is it?"],
  ["(3) What is it?", 3, "What is it?"],
  ["Q4: What is it?", 4, "What is it?"],
  ["Q.5 What is it?", 5, "What is it?"],
  ["Question 6 - What is it?", 6, "What is it?"],
  ["Pergunta 7: O que é?", 7, "O que é?"],
  ["Вопрос 8. Что это?", 8, "Что это?"],
  ["问题9：这是什么", 9, "这是什么"],
  ["第10题：这是什么", 10, "这是什么"],
  ["１１．这是什么", 11, "这是什么"],
  ["2、synchronized 与 Lock", 2, "synchronized 与 Lock"],
  ["#13 What is it?", 13, "What is it?"],
  ["1.4 What is it?", 4, "What is it?"],
  ["5️⃣ What is it?", 5, "What is it?"],
  ["3 ways to wait", null, "3 ways to wait"],
  ["2024", null, "2024"],
  ["1.5x faster", null, "1.5x faster"],
  ["10:30 is late", null, "10:30 is late"],
  ["What is 1. here?", null, "What is 1. here?"],
  ["Quick start", null, "Quick start"],
] as const) {
  test(`takeNumber(${JSON.stringify(title)}) finds ${number}`, () => {
    assert.deepEqual(takeNumber(title), { number, rest });
  });
}

test("numbers agree when each follows the last or starts again at 1", () => {
  assert.equal(sequenceAgreement([1, 2, 3, 1, 2]), 1);
  assert.equal(sequenceAgreement([1, null, 2]), 1);
  assert.equal(sequenceAgreement([1, 2, 9, 4, 5]), 0.5);
  assert.equal(sequenceAgreement([]), 1);
});
