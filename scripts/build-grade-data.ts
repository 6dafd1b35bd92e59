/**
 * Builds data/grade/words.txt from the three TSV files beside it and, when a folder is given, from the word lists of
 * Debian's package `scowl` (without one, the word lists of the present file are kept):
 *
 *     apt-get download scowl && dpkg -x scowl_*.deb scowl
 *     node scripts/build-grade-data.ts scowl/usr/share/dict/scowl
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stem } from "../src/grade/stem.ts";

const FOLDER = join(import.meta.dirname, "../data/grade");
const FILE = join(FOLDER, "words.txt");
/** Above class 50 words are so rare that telling them from unknown ones changes no verdict we measured. */
const TIERS = [10, 20, 35, 40, 50];

function tiersFrom(scowl: string): string {
  const seen = new Set<string>();
  let out = "";
  for (const tier of TIERS) {
    const stems = new Set<string>();
    for (const spelling of ["english", "american", "british"]) {
      const file = join(scowl, `${spelling}-words.${tier}`);
      if (!existsSync(file)) continue;
      for (const word of readFileSync(file, "latin1").split("\n")) {
        const value = stem(word);
        if (/^[a-z]{2,}$/.test(word) && !seen.has(value)) stems.add(value);
      }
    }
    for (const value of stems) seen.add(value);
    out += `= ${tier}\n${wrap([...stems].sort())}`;
  }
  return out;
}

/** Lines of bounded length keep the file reviewable. */
function wrap(words: readonly string[]): string {
  let out = "";
  for (let i = 0; i < words.length; i += 16) out += `${words.slice(i, i + 16).join(" ")}\n`;
  return out;
}

function rows(name: string): string {
  const lines = readFileSync(join(FOLDER, name), "utf8").split("\n");
  return `${lines.filter((line) => line !== "" && !line.startsWith("# ")).join("\n")}\n`;
}

const [, , scowl] = process.argv;
const tiers =
  scowl === undefined
    ? readFileSync(FILE, "utf8")
        .replace(/^.*\n/, "")
        .replace(/= same\n[\s\S]*$/, "")
    : tiersFrom(scowl);
const text = `vivarium-words 1\n${tiers}= same\n${rows("synonyms.tsv")}${rows("spoken.tsv")}= contrast\n${rows("contrasts.tsv")}`;
writeFileSync(FILE, text);
process.stdout.write(`${FILE}: ${text.length} characters\n`);
