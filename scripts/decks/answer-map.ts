import type { Question } from "../../src/deck/index.ts";

/** A deck with its questions and the files they stand in, from the root of the repository. */
export interface MappedDeck {
  readonly name: string;
  readonly files: readonly { readonly file: string; readonly question: Question }[];
}

export interface AnswerMap {
  /** The document, Markdown. */
  readonly text: string;
  /** Front matter that is not true: a path that is gone, a question that is both shown and not. */
  readonly problems: readonly string[];
}

const NOT_YET = "not yet";

/**
 * The answer map: question by question, how it is asked, by what it is proved, and where the platform does what the
 * answer says. Everything comes from the decks.
 * @param isThere whether a path from the root of the repository exists
 */
export function answerMap(decks: readonly MappedDeck[], isThere: (path: string) => boolean): AnswerMap {
  const all = decks.flatMap(({ files }) => files);
  const problems = all.flatMap(({ file, question }) => problemsOf(file, question, isThere));
  const parts = [
    "# The answer map",
    "",
    "Written by `scripts/build-answer-map.ts` from the front matter of the decks; `npm run check` fails when it is stale or",
    "names a file that is gone. A row says of one question how it is **asked** (essential points + bonus points, and the",
    "wordings by which the judge knows them), by what lab it is **proved** or why no lab could honestly prove it, and where the",
    "answer is **true in this platform**: the files and tests that show it, or why it cannot show it. What nobody has built is",
    `"${NOT_YET}".`,
    "",
    ...totals(decks),
    ...decks.flatMap(deckRows),
  ];
  return { text: `${parts.join("\n")}\n`, problems };
}

function problemsOf(path: string, question: Question, isThere: (path: string) => boolean): string[] {
  const { lab, noLab, shown, noShown } = question;
  return [
    ...shown.filter((each) => !isThere(each)).map((each) => `${path}: shown: there is no ${each}`),
    ...(shown.length > 0 && noShown !== "" ? [`${path}: both shown and no-shown`] : []),
    ...(lab !== "" && noLab !== "" ? [`${path}: both lab and no-lab`] : []),
  ];
}

function totals(decks: readonly MappedDeck[]): string[] {
  const row = (name: string, questions: readonly Question[]): string => {
    const points = questions.flatMap((question) => question.points);
    const cells = [
      questions.length,
      points.filter(({ weight }) => weight !== "bonus").length,
      points.filter(({ weight }) => weight === "bonus").length,
      points.reduce((sum, { variants }) => sum + variants.length, 0),
      questions.filter(({ lab }) => lab !== "").length,
      questions.filter(({ noLab }) => noLab !== "").length,
      questions.filter(({ lab, noLab }) => lab === "" && noLab === "").length,
      questions.filter(({ shown }) => shown.length > 0).length,
      questions.filter(({ noShown }) => noShown !== "").length,
      questions.filter(({ shown, noShown }) => shown.length === 0 && noShown === "").length,
    ];
    return `| ${name} | ${cells.join(" | ")} |`;
  };
  const heads = [
    "deck",
    "questions",
    "points",
    "bonus",
    "variants",
    "proved by a lab",
    "no honest lab",
    "lab not yet",
    "shown by the platform",
    "cannot be shown",
    "not yet",
  ];
  return [
    `| ${heads.join(" | ")} |`,
    `|${" --- |".repeat(heads.length)}`,
    ...decks.map(({ name, files }) =>
      row(
        name,
        files.map(({ question }) => question),
      ),
    ),
    row(
      "all",
      decks.flatMap(({ files }) => files.map(({ question }) => question)),
    ),
    "",
  ];
}

function deckRows({ name, files }: MappedDeck): string[] {
  return [
    `## ${name}`,
    "",
    "| question | asked | proved | true in the platform |",
    "| --- | --- | --- | --- |",
    ...files.map(({ file, question }) => {
      const { id, title, points, lab, noLab, shown, noShown } = question;
      const bonus = points.filter(({ weight }) => weight === "bonus").length;
      const variants = points.reduce((sum, point) => sum + point.variants.length, 0);
      const asked = `${points.length - bonus} + ${bonus}, ${variants} variants`;
      const proved = lab === "" ? because(noLab) : `lab ${lab}`;
      const isTrue = shown.length === 0 ? because(noShown) : shown.map(linked).join(", ");
      return `| [${id}](../../${file}) ${cell(title)} | ${asked} | ${proved} | ${isTrue} |`;
    }),
    "",
  ];
}

const because = (why: string): string => (why === "" ? NOT_YET : `no: ${cell(why)}`);
const linked = (path: string): string => `[${path}](../../${path})`;
const cell = (text: string): string => text.replaceAll("|", "\\|");
