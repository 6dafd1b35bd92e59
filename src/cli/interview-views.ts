import type { InterviewView } from "./interview.ts";
import { showAssessment, showQuestion, showReference, showSummary } from "./show.ts";
import { jsonText, plain, type Style, wrap } from "./terminal-text.ts";

/** An interview for a person at a terminal or reading a pipe. */
export function readableView(write: (text: string) => void, style: Style, help: string): InterviewView {
  const block = (text: string) => {
    if (text !== "") write(`${text}\n\n`);
  };
  return {
    asked(step, isFirst) {
      if (step.kind === "question") block(showQuestion(step, style));
      else block(wrap(plain(step.followUp.text), style, "  ", `${style.paint("bold", "→")} `));
      if (isFirst)
        block(
          help
            .split("\n")
            .map((line) => style.paint("dim", wrap(line, style)))
            .join("\n"),
        );
    },
    judged(visit, before, final) {
      write("\n");
      block(showAssessment(visit, before, style));
      // The reference comes with the first judgement; after the follow-up it has been read.
      if (before === null) block(showReference(visit.question, style));
      if (final) block(style.paint("dim", "─".repeat(Math.min(40, style.width))));
    },
    passed(what) {
      block(style.paint("dim", `(${what})`));
    },
    ended(summary) {
      block(showSummary(summary, style));
    },
  };
}

/** An interview for a program: one JSON object a line, `kind` says which. Documented in docs/reference/ask-json.md. */
export function jsonView(write: (text: string) => void): InterviewView {
  const line = (value: object) => write(`${jsonText(value)}\n`);
  return {
    asked(step) {
      if (step.kind === "question") {
        const { question, prompt, number, of } = step;
        line({
          kind: "question",
          id: question.id,
          section: question.section,
          prompt,
          number,
          of,
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
    judged(visit, _before, final) {
      const { question, outcome, assessment } = visit;
      const turns = visit.outcome === "answered" ? visit.turns : [];
      line({
        kind: "assessment",
        id: question.id,
        outcome,
        turns,
        final,
        ...assessment,
        reference: question.answer,
      });
    },
    passed(what) {
      line({ kind: what.replaceAll(" ", "-") });
    },
    ended(summary) {
      line({ kind: "summary", ...summary });
    },
  };
}
