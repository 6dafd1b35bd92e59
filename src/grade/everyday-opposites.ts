import { stem } from "./stem.ts";

/**
 * Plain words that point in opposite ways, of any subject. They are no contrasts of the lexicon (data/grade/contrasts.tsv):
 * said of different things both may be true, so they accuse nobody by themselves and are only counted.
 */
const PAIRS = `
hot cold | warm cool | hotter colder | warmer cooler | hottest coldest | heat cool | light heavy | lighter heavier
light dark | lighter darker | near far | nearer farther | closer farther | closer further | close far | hard soft
harder softer | hardest softest | connect separate | connected disconnected | connected gap | closed open | closed gap
complete incomplete | complete broken | top bottom | up down | above below | over under | left right | east west
north south | morning evening | day night | sink float | rise fall | rise sink | attract repel | stick repel
absorb reflect | expand contract | strong weak | stronger weaker | loud quiet | louder quieter | loud soft | thick thin
thicker thinner | wide narrow | wider narrower | long short | longer shorter | longest shortest | tall short
taller shorter | big small | bigger smaller | biggest smallest | large small | larger smaller | largest smallest
more less | more fewer | most least | greater less | greater smaller | greater lesser | high low | higher lower
highest lowest | increase decrease | fast slow | faster slower | fastest slowest | quickly slowly | gain lose
same different | equal different | similar different | solid liquid | liquid gas | wet dry | rough smooth | sharp dull
clear cloudy | dissolve settle | live die | alive dead | on off | full empty | plus minus | positive negative
push pull | tight loose | tighter looser | tighten loosen | early late | before after | first last | add remove
start stop | begin end | win lose | inside outside | in out | front back | old new | young old | always never
all none | everything nothing | every no | both neither | with without | can cannot | conductor insulator
damaged undamaged | burned lit | stay change | remain change | constant change | continue stop | evaporate condense
freeze melt | steep flat | enter leave | input output | stack queue | linear constant | linear logarithmic
static dynamic | public private | local global | best worst | parallel series | supervised unsupervised
local distributed | underfit overfit | converge diverge | minimum maximum | minimize maximize | head tail
upper lower | ascending descending | single multiple | single many | one many | shared separate | internal external
`;

const OPPOSITES: ReadonlyMap<string, ReadonlySet<string>> = read();

function read(): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    const known = out.get(from) ?? new Set();
    out.set(from, known.add(to));
  };
  for (const pair of PAIRS.trim().split(/\s*[|\n]\s*/)) {
    const [a = "", b = ""] = pair.split(" ").map(stem);
    if (a === b) continue;
    add(a, b);
    add(b, a);
  }
  return out;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Stems that point the other way; none for a word that points nowhere. */
export const oppositesOf = (stemmed: string): ReadonlySet<string> => OPPOSITES.get(stemmed) ?? NOTHING;
