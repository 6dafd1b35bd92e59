import { correctedAssessment } from "../practice/index.ts";
import type { InterviewView } from "./interview.ts";
import type { Replies } from "./replies.ts";
import { showAssessment, showCorrection, showQuestion, showReference, showSummary } from "./show.ts";
import { showBorrowed } from "./show-borrowed.ts";
import { jsonText, plain, type Style, wrap } from "./terminal-text.ts";

interface Wording extends Pick<Replies, "help" | "correctionHelp" | "refusalHelp"> {
  /** Does "of 3" belong to "Question 1"? */
  readonly isCounted: boolean;
}

/** An interview for a person at a terminal or reading a pipe. */
export function readableView(
  write: (text: string) => void,
  style: Style,
  { help, correctionHelp, refusalHelp, isCounted }: Wording,
): InterviewView {
  const block = (text: string) => {
    if (text !== "") write(`${text}\n\n`);
  };
  const dim = (text: string) =>
    text
      .split("\n")
      .map((line) => style.paint("dim", wrap(line, style)))
      .join("\n");
  let toldOfCorrections = false;
  return {
    asked(step, why, isFirst) {
      if (step.kind === "question") block(showQuestion(step, { why, isCounted }, style));
      else block(wrap(plain(step.followUp.text), style, "  ", `${style.paint("bold", "→")} `));
      if (isFirst) block(dim(help));
    },
    judged(visit, before, final) {
      write("\n");
      block(showAssessment(visit, { before, final }, style));
      const { borrowed } = visit.question;
      if (borrowed && before === null) block(showBorrowed(borrowed, refusalHelp, style));
      if (!toldOfCorrections && visit.outcome === "answered" && visit.assessment.verdicts.length > 0) {
        toldOfCorrections = true;
        block(dim(correctionHelp));
      }
      // The reference comes with the first judgement; after the follow-up it has been read.
      if (before === null) block(showReference(visit.question, style));
      if (final) block(style.paint("dim", "─".repeat(Math.min(40, style.width))));
    },
    corrected(correction) {
      write("\n");
      block(showCorrection(correction, style));
    },
    judgedByOwn(visit, final) {
      write("\n");
      block(dim("(judged by the document alone)"));
      block(showAssessment(visit, { before: null, final }, style));
    },
    notCorrected(problem) {
      write("\n");
      block(dim(`(${plain(problem)})`));
    },
    passed(what) {
      block(dim(`(${what})`));
    },
    deckKept(name) {
      block(dim(`(kept as the deck ${name}, so that its questions can come back: viva ask ${name})`));
    },
    ended(summary) {
      block(showSummary(summary, style));
    },
  };
}

/** An interview for a program: one JSON object a line, `kind` says which. Documented in docs/reference/ask-json.md. */
export function jsonView(write: (text: string) => void): InterviewView {
  const line = (value: object) => write(`${jsonText(value)}\n`);
  const judged: InterviewView["judgedByOwn"] = (visit, final) => {
    const { question, outcome } = visit;
    const turns = visit.outcome === "answered" ? visit.turns : [];
    line({
      kind: "assessment",
      id: question.id,
      outcome,
      turns,
      final,
      ...correctedAssessment(visit),
      borrowed: question.borrowed ?? null,
      reference: question.answer,
    });
  };
  return {
    asked(step, why) {
      if (step.kind === "question") {
        const { question, prompt, number, of } = step;
        line({
          kind: "question",
          id: question.id,
          section: question.section,
          prompt,
          number,
          of,
          why,
        });
      } else {
        line({
          kind: "follow-up",
          id: step.visit.question.id,
          point: step.followUp.point,
          text: step.followUp.text,
        });
      }
    },
    judged: (visit, _before, final) => judged(visit, final),
    judgedByOwn: judged,
    corrected({ visit, point, verdict, assessment }) {
      const { score, label } = assessment;
      line({ kind: "correction", id: visit.question.id, point: point.id, verdict, score, label });
    },
    notCorrected(problem) {
      line({ kind: "not-corrected", problem });
    },
    deckKept(name) {
      line({ kind: "deck-kept", deck: name });
    },
    passed(what) {
      line({ kind: what.replaceAll(" ", "-") });
    },
    ended(summary) {
      line({ kind: "summary", ...summary });
    },
  };
}
