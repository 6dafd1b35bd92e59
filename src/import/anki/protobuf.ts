/** A field of a message: a number for the kinds of numbers, bytes for texts and messages within. */
export interface ProtobufField {
  readonly number: number;
  readonly value: number | Uint8Array;
}

/** Bytes that a number of variable length may have; numbers past 2^53 lose their last digits, which no caller needs. */
const LONGEST_VARINT = 10;

/**
 * Reads the fields of one message of Protocol Buffers (https://protobuf.dev/programming-guides/encoding/), without
 * knowing its schema: what stands in a message within is read by another call. Null when the bytes are no message.
 */
export function readProtobuf(bytes: Uint8Array): ProtobufField[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields: ProtobufField[] = [];
  let at = 0;
  const varint = (): number | null => {
    let value = 0;
    for (let i = 0; i < LONGEST_VARINT; i++) {
      const byte = bytes[at];
      if (byte === undefined) return null;
      at++;
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 0x80) return value;
    }
    return null;
  };
  while (at < bytes.length) {
    const key = varint();
    if (key === null) return null;
    const number = Math.floor(key / 8);
    const wire = key % 8;
    if (wire === 0) {
      const value = varint();
      if (value === null) return null;
      fields.push({ number, value });
      continue;
    }
    const length = wire === 2 ? varint() : wire === 1 ? 8 : wire === 5 ? 4 : null;
    if (length === null || length > bytes.length - at) return null;
    const value =
      wire === 2
        ? bytes.subarray(at, at + length)
        : wire === 1
          ? view.getFloat64(at, true)
          : view.getFloat32(at, true);
    fields.push({ number, value });
    at += length;
  }
  return fields;
}

/** The last number that a field was given, as the format wants it; 0 when it was given none. */
export function protobufNumber(fields: readonly ProtobufField[], number: number): number {
  const value = fields.findLast((field) => field.number === number)?.value;
  return typeof value === "number" ? value : 0;
}

/** The last text that a field was given; "" when it was given none. */
export function protobufText(fields: readonly ProtobufField[], number: number): string {
  const value = fields.findLast((field) => field.number === number)?.value;
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : "";
}
