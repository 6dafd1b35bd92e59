import { type Alignment, alignAll, alignTerms, type Window } from "./align.ts";
import type { Claim } from "./claim.ts";
import type { Hearing } from "./hearing.ts";
import type { Finding } from "./judge-point.ts";
import { refusal } from "./misconception.ts";
import { orderKept } from "./order.ts";
import type { PreparedPoint } from "./prepare-question.ts";

/**
 * What the trained judge looks at, in the order of a row. Nothing of it says how long an answer is or what a point
 * weighs: in labelled answers both tell the kind of answer, and elsewhere they tell nothing.
 */
export const FEATURES = [
  // The rules' own opinion (support.ts, weigh-errors.ts).
  "support",
  "rawSupport",
  "accusation",
  // The best of all windows, each by itself.
  "credit",
  "whole",
  "clean",
  "touched",
  "conflict",
  "own",
  "share",
  "part",
  // The best sibling in the window that says this point best.
  "siblingThere",
  // The whole turn as one window.
  "union",
  "unionThree",
  "unionConflict",
  "pool",
  "poolShare",
  // The misconceptions about the point.
  "misconception",
  "misconceptionAhead",
  "misconceptionUnion",
  "misconceptionOrder",
  "rightOrder",
  "rightThere",
  "misconceptionBound",
  "bound",
  "refused",
  "odds",
  // The other points: who knows half of a subject knows more of it, who errs errs again.
  "othersSupport",
  "bestSupport",
  "othersWhole",
  "othersErrors",
  "worstOdds",
  // The point's own text: a long claim is harder to say.
  "claimWeight",
  // The turn: words without grammar, what others are said to think.
  "heap",
  "denied",
] as const;

/** Log-odds outside of these say no more. */
const ODDS = { least: -8, most: 6 };
/** A misconception is told in so many clauses at most. */
const WIDEST = 3;
/** Wordings that a window says this much less well than the best are said there nearly as well. */
const NEARLY = 0.15;

interface Seen {
  readonly credit: number;
  readonly whole: number;
  readonly clean: number;
  readonly touched: number;
  readonly conflict: number;
  readonly own: number;
  readonly share: number;
  readonly part: number;
  readonly siblingThere: number;
}

/**
 * One row a point, in the order of {@link FEATURES}.
 * @param raw what each point's own rules found
 * @param weighed the same after the errors of all points were weighed together
 */
export function featuresOf(
  hearing: Hearing,
  raw: readonly Finding[],
  weighed: readonly Finding[],
): Float64Array[] {
  const { question, spoken } = hearing;
  const turn = wholeTurn(hearing);
  const anchors = new Set(question.points.flatMap((point) => [...point.anchors]));
  const clauses = Math.max(1, spoken.clauses.length);
  const heap = hearing.heap.filter(Boolean).length / clauses;
  const denied = spoken.clauses.filter(({ voice }) => voice === "denied").length / clauses;
  const seen = question.points.map((_, i) => seenOf(hearing, i));
  const odds = raw.map(({ error }) => bounded(error?.odds ?? ODDS.least));
  const errors = odds.map((one) => 1 / (1 + Math.exp(-one)));
  return question.points.map((point, i) => {
    const own = seen[i] ?? NOTHING;
    const union = unionOf(point, turn);
    const pool = poolOf(hearing, point);
    const wrong = misconceptionsOf(hearing, point, turn);
    const others = <T>(list: readonly T[]): T[] => list.filter((_, j) => j !== i);
    const supports = others(weighed).map(({ support }) => support);
    const row: Record<(typeof FEATURES)[number], number> = {
      support: weighed[i]?.support ?? 0,
      rawSupport: raw[i]?.support ?? 0,
      accusation: Math.max(raw[i]?.accusation ?? 0, weighed[i]?.accusation ?? 0),
      ...own,
      ...union,
      ...pool,
      misconception: wrong.window,
      misconceptionAhead: wrong.window - own.whole,
      misconceptionUnion: wrong.turn - union.union,
      misconceptionOrder: wrong.order,
      rightOrder: wrong.rightOrder,
      rightThere: wrong.rightThere,
      misconceptionBound: boundOf(
        point.misconceptions.map(({ claim }) => claim),
        hearing,
        anchors,
      ),
      bound: boundOf(point.claims, hearing, anchors),
      refused: Math.max(0, ...hearing.windows.map((window) => refusal(point, window))),
      odds: odds[i] ?? ODDS.least,
      othersSupport: mean(supports),
      bestSupport: Math.max(0, ...supports),
      othersWhole: mean(others(seen).map(({ whole }) => whole)),
      othersErrors: sum(others(errors)),
      worstOdds: Math.max(ODDS.least, ...others(odds)),
      claimWeight: point.claims[0]?.allTotal ?? 0,
      heap,
      denied,
    };
    return Float64Array.from(FEATURES, (name) => row[name]);
  });
}

const NOTHING: Seen = {
  credit: 0,
  whole: 0,
  clean: 0,
  touched: 0,
  conflict: 0,
  own: 0,
  share: 0,
  part: 0,
  siblingThere: 0,
};

/** The largest of each measure over all windows. */
function seenOf({ measures }: Hearing, index: number): Seen {
  const out = { ...NOTHING };
  let best = -1;
  for (const all of measures) {
    const one = all[index];
    if (one === undefined) continue;
    if (one.whole > best) {
      best = one.whole;
      out.siblingThere = Math.max(0, ...all.map((other) => (other === one ? 0 : other.whole)));
    }
    out.credit = Math.max(out.credit, one.credit);
    out.whole = Math.max(out.whole, one.whole);
    out.clean = Math.max(out.clean, one.clean);
    out.touched = Math.max(out.touched, one.touched);
    out.conflict = Math.max(out.conflict, one.touched - one.whole);
    out.own = Math.max(out.own, one.own);
    out.share = Math.max(out.share, one.own / (one.weight + 0.5));
    out.part = Math.max(out.part, one.part);
  }
  return out;
}

interface Turn {
  readonly agree: Float32Array;
  readonly against: Float32Array;
}

/** All clauses as one: a claim that is told in pieces is told. */
function wholeTurn({ question, spoken }: Hearing): Turn {
  const size = question.terms.stems.length;
  const agree = new Float32Array(size);
  const against = new Float32Array(size);
  for (const clause of spoken.clauses) {
    for (let term = 0; term < size; term++) {
      agree[term] = Math.max(agree[term] ?? 0, clause.agree[term] ?? 0);
      against[term] = Math.max(against[term] ?? 0, clause.against[term] ?? 0);
    }
  }
  return { agree, against };
}

/** How the whole turn says the best of a point's wordings, and the best three. */
function unionOf(point: PreparedPoint, turn: Turn) {
  const all = point.claims.map((claim) => alignAll(claim, turn));
  const [first = 0, second = first, third = second] = all.map(({ recall }) => recall).sort((a, b) => b - a);
  return {
    union: first,
    unionThree: (first + second + third) / 3,
    unionConflict: Math.max(0, ...all.map(({ conflict }) => conflict)),
  };
}

/** Weight of the turn's distinct words that this point uses, shared among the points that do. */
function poolOf({ question, spoken }: Hearing, point: PreparedPoint) {
  const seen = new Set<string>();
  let pool = 0;
  let total = 0;
  for (const { words } of spoken.clauses) {
    for (const { stem, weight, matches } of words) {
      if (seen.has(stem) || question.promptStems.has(stem)) continue;
      seen.add(stem);
      total += weight;
      let best = 0;
      for (const { term, likeness, opposite } of matches)
        if (!opposite) best = Math.max(best, likeness * (point.plain[term] ?? 0));
      pool += best * weight;
    }
  }
  return { pool, poolShare: pool / (total + 0.5) };
}

/**
 * How fully the point's misconceptions are said, by the best window and by the whole turn; and in that window, how far
 * the order of the misconception and that of the point are kept, and how fully the point is said: "an image is an instance
 * of a container" has the words of both.
 */
function misconceptionsOf({ windows, spoken }: Hearing, point: PreparedPoint, turn: Turn) {
  const best = { window: 0, turn: 0, order: 0, rightOrder: 0, rightThere: 0 };
  let where: { claim: Claim; window: Window } | null = null;
  for (const { claim } of point.misconceptions) {
    best.turn = Math.max(best.turn, plainly(claim, turn));
    for (const window of windows) {
      if (window.to - window.from > WIDEST) continue;
      const value = plainly(claim, window);
      if (value > best.window) {
        best.window = value;
        where = { claim, window };
      }
    }
  }
  if (where === null) return best;
  const { claim, window } = where;
  const right = point.claims.map((one) => ({ one, value: plainly(one, window) }));
  const rightThere = Math.max(0, ...right.map(({ value }) => value));
  const near = right.filter(({ value }) => value > 0 && value >= rightThere - NEARLY);
  const rightOrder = Math.max(0, ...near.map(({ one }) => orderKept(one, spoken, window).kept));
  return { ...best, order: orderKept(claim, spoken, window).kept, rightOrder, rightThere };
}

/**
 * How fully the best of some claims is said of the thing that it is about, in one clause: "an image is a template and a
 * container is a running instance" does not say that an image is a running instance.
 */
function boundOf(claims: readonly Claim[], { spoken }: Hearing, anchors: ReadonlySet<number>): number {
  let best = 0;
  for (const claim of claims) {
    const about = [...claim.anchors].filter((term) => anchors.has(term));
    const rest = claim.all.filter(({ term }) => !claim.anchors.has(term));
    const total = rest.reduce((all, { weight }) => all + weight, 0);
    for (const clause of spoken.clauses) {
      if (about.length > 0 && !about.some((term) => clause.subject.has(term))) continue;
      const { recall, conflict } = alignTerms(rest, total, clause);
      best = Math.max(best, recall - conflict);
    }
  }
  return best;
}

function plainly(claim: Claim, turn: Turn): number {
  const { recall, conflict }: Alignment = alignAll(claim, turn);
  return recall - conflict;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : sum(numbers) / numbers.length;
const bounded = (odds: number): number => Math.max(ODDS.least, Math.min(ODDS.most, odds));
