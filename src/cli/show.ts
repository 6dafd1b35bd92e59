import type { Point, Question } from "../deck/index.ts";
import type { Assessment, PointVerdict, Verdict } from "../grade/index.ts";
import { correctedAssessment, isInDoubt, type Judged, type Step, type Summary } from "../practice/index.ts";
import type { Asked } from "./asked.ts";
import type { Corrected } from "./interview.ts";
import { plain, type Style, showMarkdown, wrap } from "./terminal-text.ts";

type Paint = Parameters<Style["paint"]>[0];

const SIGNS: Readonly<Record<PointVerdict, { sign: string; paint: Paint }>> = {
  covered: { sign: "✓", paint: "green" },
  partly: { sign: "~", paint: "yellow" },
  missing: { sign: "·", paint: "dim" },
  contradicted: { sign: "✗", paint: "red" },
};

/** From here on nothing that matters is missing. */
const WHOLLY = 0.85;
/** From here on a verdict is told as a guess. */
const IN_DOUBT = 0.5;

/** The question as it is asked, with its place in the session and why it is asked. */
export function showQuestion(
  step: Extract<Step, { kind: "question" }>,
  { why, isCounted }: { why: Asked["why"]; isCounted: boolean },
  style: Style,
): string {
  const { question, number, of } = step;
  const place = [
    `Question ${number}${isCounted ? ` of ${of}` : ""}`,
    why ?? "",
    plain(question.section),
    question.id,
  ].filter((part) => part !== "");
  const body = question.body === "" ? "" : `\n\n${showMarkdown(question.body, style)}`;
  return `${style.paint("dim", wrap(place.join(" · "), style))}\n\n${style.paint("bold", showMarkdown(question.title, style))}${body}`;
}

/**
 * Every point with its verdict and the words it was judged by, then the score. After a follow-up only what it changed
 * is told again: `before` is the assessment that came before it. `final` is true when no follow-up comes.
 */
export function showAssessment(
  visit: Judged,
  { before, final }: { before: Assessment | null; final: boolean },
  style: Style,
): string {
  const { question } = visit;
  const assessment = correctedAssessment(visit);
  if (assessment.label === "ungraded") {
    return style.paint("dim", "There is no reference answer to judge by: compare with what you know.");
  }
  const isNews = (verdict: Verdict) => {
    // The part that is still missing is named when no follow-up comes any more.
    if (final && verdict.lacks !== null) return true;
    const earlier = before?.verdicts.find(({ point }) => point === verdict.point);
    return earlier?.verdict !== verdict.verdict || verdict.evidence?.turn !== earlier.evidence?.turn;
  };
  const lines = assessment.verdicts.filter(isNews).flatMap((verdict) => {
    const point = question.points.find(({ id }) => id === verdict.point);
    // A bonus is praised, never missed.
    const silent = point === undefined || (point.weight === "bonus" && verdict.verdict === "missing");
    if (silent) return [];
    const number = question.points.indexOf(point) + 1;
    const isUnsure = isInDoubt(verdict) && !visit.corrections.some((each) => each.point === point.id);
    return [showVerdict(number, point, verdict, { final, isUnsure }, style)];
  });
  if (lines.length === 0) lines.push(style.paint("dim", "That added nothing to the points."));
  return `${lines.join("\n")}\n\n${showScore(assessment, before, style)}`;
}

/** What was overruled, and what the answer comes to now. */
export function showCorrection(
  { visit, point, verdict, assessment, before }: Corrected,
  style: Style,
): string {
  const { points } = visit.question;
  const said = verdict === "covered" ? "you did say that" : "that was wrong";
  return `${showClaim(points.indexOf(point) + 1, point, { verdict }, style)}
${" ".repeat(VERDICT_WIDTH)}${style.paint("italic", said)}

${showScore(assessment, before, style)}`;
}

/** Wide enough for a number and the longest verdict with its sign. */
const VERDICT_WIDTH = 18;

function showClaim(
  number: number,
  point: Point,
  { verdict, isUnsure = false }: { verdict: PointVerdict; isUnsure?: boolean },
  style: Style,
): string {
  const { paint } = SIGNS[verdict];
  const sign = isUnsure ? "?" : SIGNS[verdict].sign;
  const place = String(number).padStart(2);
  const mark = `${style.paint("dim", place)} ${style.paint(paint, `${sign} ${verdict}`.padEnd(VERDICT_WIDTH - 3))}`;
  const bonus = point.weight === "bonus" ? "Bonus: " : "";
  return wrap(`${bonus}${plain(point.text)}`, style, " ".repeat(VERDICT_WIDTH), mark);
}

function showVerdict(
  number: number,
  point: Point,
  verdict: Verdict,
  { final, isUnsure }: { final: boolean; isUnsure: boolean },
  style: Style,
): string {
  const indent = " ".repeat(VERDICT_WIDTH);
  const lines = [showClaim(number, point, { verdict: verdict.verdict, isUnsure }, style)];
  const paint = verdict.evidence === null ? "dim" : "italic";
  lines.push(style.paint(paint, wrap(`${plain(verdict.why)}${isUnsure ? " (unsure)" : ""}`, style, indent)));
  if (verdict.second?.decided === false && verdict.second.verdict !== verdict.verdict) {
    const quote = verdict.second.quote === null ? "" : `: “${plain(verdict.second.quote)}”`;
    lines.push(
      style.paint("dim", wrap(`A second rater says ${verdict.second.verdict}${quote}.`, style, indent)),
    );
  }
  if (final && verdict.lacks !== null)
    lines.push(wrap(`Not heard: “${plain(verdict.lacks)}”.`, style, indent));
  if (verdict.correction !== null) {
    lines.push(wrap(`But: ${plain(verdict.correction)}`, style, indent));
  }
  return lines.join("\n");
}

function showScore({ score, label, doubt }: Assessment, before: Assessment | null, style: Style): string {
  const from = before === null ? "" : `${percent(before.score)} → `;
  // A whole answer is called covered when it is more likely right than not.
  const isMostly = label === "covered" && score < WHOLLY;
  const unsure = doubt >= IN_DOUBT ? style.paint("dim", "  (the judge is unsure)") : "";
  return `${style.paint("bold", `${from}${percent(score)}`)}  ${isMostly ? "mostly " : ""}${label}${unsure}`;
}

/** The reference answer, set in from the margin. */
export function showReference(question: Question, style: Style): string {
  if (question.answer === "") return "";
  return `${style.paint("dim", "Reference answer")}\n\n${showMarkdown(question.answer, style, "  ")}`;
}

/** What the session came to; weak questions by name. */
export function showSummary(summary: Summary, style: Style): string {
  const { asked, answered, unknown, skipped, score } = summary;
  if (asked === 0) return style.paint("dim", "Nothing was answered.");
  const parts = [`${answered} answered`];
  if (unknown > 0) parts.push(`${unknown} not known`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  const lines = [
    style.paint("bold", `${asked} ${asked === 1 ? "question" : "questions"}: ${parts.join(", ")}`),
    ...(score === null ? [] : [`Mean score ${percent(score)}`]),
    "",
    ...summary.questions.map((question) => {
      const mark =
        question.outcome === "skipped" ? "skipped" : question.score === null ? "—" : percent(question.score);
      return wrap(plain(question.title), style, " ".repeat(10), `${mark.padStart(8)}  `);
    }),
  ];
  return lines.join("\n");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
