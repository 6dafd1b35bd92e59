import { type Random, shuffle } from "../../src/base/index.ts";

/** Pieces that readers take for something: they are put where nobody wrote them. */
const PIECES = [
  "\n## 1. What?\n",
  "\n**Q:** ",
  "\nAnswer: ",
  "\n- [x] ",
  "<details><summary>",
  "</details>",
  "```",
  "~~~",
  "\n---\n",
  "|",
  "\t",
  '"',
  '""',
  ",",
  ";",
  "\n\n\n",
  "{{c1::",
  "}}",
  "#separator:tab\n",
  "<script>",
  "<!--",
  "-->",
  "]]>",
  "&#x0;",
  "&amp;",
  "\n====\n",
  "[source,js]\n----\n",
  "|===",
  "* TODO ",
  ":PROPERTIES:\n",
  "#+begin_src\n",
  "{",
  "}",
  "[",
  "]",
  ":",
  "*anchor",
  "&anchor ",
  "!!binary ",
  "<<: *a",
  "\\u0000",
  "\u0000",
  "\u202e",
  "\ufeff",
  "\r",
  "\r\n",
  "　",
  "。",
  "？",
  "\ud800",
  "(".repeat(50),
  ">".repeat(50),
  "  ".repeat(50),
  "#".repeat(7),
  "1".repeat(30),
  "a".repeat(3000),
  "::",
  ">>",
  "~~",
  "%%",
];

/** Changes a document in a few ways that are drawn: what a transfer, an editor or an attacker does to it. */
export function mutate(bytes: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  let out = bytes;
  const times = 1 + Math.floor(random() * 4);
  for (let n = 0; n < times; n++) {
    const way = WAYS[Math.floor(random() * WAYS.length)];
    if (way !== undefined) out = way(out, others, random);
  }
  return out;
}

type Way = (bytes: Uint8Array, others: readonly Uint8Array[], random: Random) => Uint8Array;

const WAYS: readonly Way[] = [
  function flipBytes(bytes, _others, random) {
    const out = bytes.slice();
    for (let n = 0; n < 1 + out.length / 2000; n++) out[place(out, random)] = Math.floor(random() * 256);
    return out;
  },
  function cutOff(bytes, _others, random) {
    return bytes.slice(0, place(bytes, random));
  },
  function cutOut(bytes, _others, random) {
    const [from, to] = stretch(bytes, random);
    return join(bytes.subarray(0, from), bytes.subarray(to));
  },
  function repeat(bytes, _others, random) {
    const [from, to] = stretch(bytes, random);
    const piece = bytes.subarray(from, Math.min(to, from + 400));
    const many = Array.from({ length: 1 + Math.floor(random() * 60) }, () => piece);
    return join(bytes.subarray(0, to), ...many, bytes.subarray(to));
  },
  function insert(bytes, _others, random) {
    const at = place(bytes, random);
    const piece = new TextEncoder().encode(PIECES[Math.floor(random() * PIECES.length)]);
    return join(bytes.subarray(0, at), piece, bytes.subarray(at));
  },
  function splice(bytes, others, random) {
    const other = others[Math.floor(random() * others.length)] ?? bytes;
    const [from, to] = stretch(other, random);
    const at = place(bytes, random);
    return join(bytes.subarray(0, at), other.subarray(from, Math.min(to, from + 20_000)), bytes.subarray(at));
  },
  function shuffleLines(bytes, _others, random) {
    const lines = new TextDecoder("latin1").decode(bytes).split("\n");
    if (lines.length > 5000) return bytes;
    return Uint8Array.from(shuffle(lines, random).join("\n"), (c) => c.charCodeAt(0));
  },
  function dropLines(bytes, _others, random) {
    const lines = new TextDecoder("latin1").decode(bytes).split("\n");
    return Uint8Array.from(lines.filter(() => random() > 0.1).join("\n"), (c) => c.charCodeAt(0));
  },
];

const place = (bytes: Uint8Array, random: Random): number => Math.floor(random() * bytes.length);

function stretch(bytes: Uint8Array, random: Random): [from: number, to: number] {
  const a = place(bytes, random);
  const b = random() < 0.5 ? a + Math.floor(random() * 200) : place(bytes, random);
  return [Math.min(a, b), Math.max(a, b)];
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
