/** The names in a zip archive, read from its directory without opening it: for telling what it is. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record has 22 bytes and a comment of at most 65535. */
const END_REACH = 22 + 0xffff;
/** Names that are looked at. */
const MOST = 20_000;

/** No names when the bytes are no archive, or a damaged one. */
export function zipNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) return [];
  const names: string[] = [];
  const decoder = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && names.length < MOST && view.getUint32(at, true) === ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    names.push(decoder.decode(bytes.subarray(at + 46, at + 46 + (name ?? 0))));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}

function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - END_REACH); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}
