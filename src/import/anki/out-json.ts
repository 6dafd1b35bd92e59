import { createHash } from "node:crypto";
import type { Deck } from "../../deck/index.ts";
import { printDeckFile } from "../../deck/index.ts";
import { deckFileComment } from "./decks.ts";
import { escapeHtml, OWN_BACK, OWN_FIELDS, OWN_FRONT, OWN_TYPE, OWN_TYPE_ID } from "./own-notes.ts";

const CSS = [
  ".card { font-family: sans-serif; font-size: 18px; text-align: left; max-width: 42em; margin: 0 auto; }",
  "pre { overflow-x: auto; padding: .5em; background: rgba(128, 128, 128, .15); }",
  "img { max-width: 100%; }",
].join("\n");
const LATEX_BEFORE =
  "\\documentclass[12pt]{article}\n\\usepackage[utf8]{inputenc}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\begin{document}\n";

/** Decks and the row of `col`, whose cells are JSON. */
export function deckEntries(
  deck: Deck,
  created: number,
  now: number,
): {
  decks: Record<string, object>;
  deckOf(section: string): number;
  col(decks: Record<string, object>): (string | number)[];
} {
  const seconds = Math.floor(now / 1000);
  const root = part(deck.title) || deck.name;
  const about = deck.text === "" ? "" : `<p>${escapeHtml(deck.text).replaceAll("\n", "<br>")}</p>`;
  const ids = new Map<string, number>();
  const decks: Record<string, object> = { "1": deckEntry(1, "Default", "", seconds) };
  const add = (name: string, description: string): number => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    let id = deckId(name);
    while (decks[String(id)] !== undefined) id++;
    ids.set(name, id);
    decks[String(id)] = deckEntry(id, name, description, seconds);
    return id;
  };
  const rootId = add(root, `${about}${deckFileComment(printDeckFile(deck))}`);
  return {
    decks,
    deckOf: (section) => (part(section) === "" ? rootId : add(`${root}::${part(section)}`, "")),
    col: (all) => [
      1,
      created,
      now,
      now,
      11,
      0,
      0,
      0,
      JSON.stringify(configuration(rootId)),
      JSON.stringify({ [OWN_TYPE_ID]: noteType(rootId, seconds) }),
      JSON.stringify(all),
      JSON.stringify({ "1": OPTIONS }),
      "{}",
    ],
  };
}

/** One name of a path: two colons would part it. */
const part = (name: string): string =>
  name.replace(/::+/g, ":").replace(/\s+/g, " ").trim().replace(/^:|:$/g, "");

/** The same name has the same id each time; ids are times of creation in Anki, this one about the year 2022. */
function deckId(name: string): number {
  return 1_650_000_000_000 + createHash("sha1").update(name).digest().readUInt32BE(0);
}

function deckEntry(id: number, name: string, desc: string, seconds: number): object {
  const today = [0, 0];
  return {
    id,
    name,
    desc,
    mod: seconds,
    usn: -1,
    conf: 1,
    dyn: 0,
    collapsed: false,
    browserCollapsed: false,
    newToday: today,
    revToday: today,
    lrnToday: today,
    timeToday: today,
    extendNew: 0,
    extendRev: 0,
  };
}

function noteType(did: number, seconds: number): object {
  return {
    id: OWN_TYPE_ID,
    name: OWN_TYPE,
    type: 0,
    mod: seconds,
    usn: -1,
    sortf: 0,
    did,
    tmpls: [
      {
        name: "Question",
        ord: 0,
        qfmt: OWN_FRONT,
        afmt: OWN_BACK,
        did: null,
        bqfmt: "",
        bafmt: "",
        bfont: "",
        bsize: 0,
      },
    ],
    flds: OWN_FIELDS.map((name, ord) => ({
      name,
      ord,
      sticky: false,
      rtl: false,
      font: "Arial",
      size: 16,
      media: [],
    })),
    css: CSS,
    latexPre: LATEX_BEFORE,
    latexPost: "\\end{document}",
    latexsvg: false,
    req: [[0, "any", [0]]],
    vers: [],
    tags: [],
  };
}

const configuration = (deck: number): object => ({
  activeDecks: [deck],
  curDeck: deck,
  curModel: OWN_TYPE_ID,
  nextPos: 1,
  estTimes: true,
  dueCounts: true,
  sortType: "noteFld",
  sortBackwards: false,
  addToCur: true,
  newSpread: 0,
  timeLim: 0,
  collapseTime: 1200,
});

/** Anki's own beginning. */
const OPTIONS = {
  id: 1,
  name: "Default",
  mod: 0,
  usn: 0,
  dyn: false,
  timer: 0,
  maxTaken: 60,
  autoplay: true,
  replayq: true,
  new: {
    delays: [1, 10],
    ints: [1, 4, 7],
    initialFactor: 2500,
    separate: true,
    order: 1,
    perDay: 20,
    bury: false,
  },
  lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 1 },
  rev: {
    perDay: 200,
    ease4: 1.3,
    fuzz: 0.05,
    minSpace: 1,
    ivlFct: 1,
    maxIvl: 36500,
    bury: false,
    hardFactor: 1.2,
  },
};
