import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { message } from "../../../test/anki.ts";
import { protobufNumber, protobufText, readProtobuf } from "./protobuf.ts";

test("numbers, texts and messages within are read; of a field that comes twice the last counts", () => {
  const fields = readProtobuf(message([1, 300], [2, "één"], [2, "two"], [300, message([1, 7])])) ?? [];
  assert.deepEqual([protobufNumber(fields, 1), protobufText(fields, 2)], [300, "two"]);
  const inner = fields.find(({ number }) => number === 300)?.value;
  assert.ok(inner instanceof Uint8Array);
  assert.deepEqual(readProtobuf(inner), [{ number: 1, value: 7 }]);
  assert.deepEqual(
    [protobufNumber(fields, 9), protobufText(fields, 9), protobufText(fields, 1)],
    [0, "", ""],
  );
});

test("numbers of fixed length are passed", () => {
  assert.deepEqual(
    readProtobuf(Uint8Array.of(0x0d, 0, 0, 0x80, 0x3f, 0x11, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0x18, 1)),
    [
      { number: 1, value: 1 },
      { number: 2, value: 1 },
      { number: 3, value: 1 },
    ],
  );
});

for (const [what, bytes] of [
  ["a length past the end", [10, 5, 1]],
  ["a number that never ends", Array.from({ length: 12 }, () => 255)],
  ["a number cut off", [8, 128]],
  ["a group, which nobody writes any more", [11, 12]],
] as const) {
  test(`${what} is no message`, () => {
    assert.equal(readProtobuf(Uint8Array.from(bytes)), null);
  });
}

test("no bytes make it throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      readProtobuf(bytes);
    }),
  );
});
