import { judgeReady, readyQuestion } from "../../practice/index.ts";
import type { Api } from "../api.ts";
import { borrowedView } from "../borrowed-view.ts";
import { questionOf } from "../ids.ts";
import { answerHtmlOf, pointHtmlOf } from "../question-html.ts";
import { Assessment, NewAssessment } from "../schemas/assessment.ts";
import { problems } from "../schemas/problem.ts";
import { personOf } from "../world.ts";

/** What the judge says, without keeping anything. */
export function assessmentRoutes(api: Api): void {
  api.post(
    "/assessments",
    {
      schema: {
        operationId: "assess",
        summary: "Judge an answer",
        description: "Nothing is kept. The same answer to the same question is judged the same way.",
        tags: ["Assessments"],
        body: NewAssessment,
        response: { 200: Assessment, ...problems(404) },
      },
    },
    async (request) => {
      const { body } = request;
      const { workplace } = request.world;
      const found = await workplace.catalogue.question(questionOf("/question", body.question));
      const { deck } = found;
      const question = await readyQuestion(workplace, personOf(request), found);
      const { turns, assessment } = await judgeReady(workplace, question, body.turns);
      const points = new Map(question.points.map((point) => [point.id, point]));
      const { score, label, doubt, followUp } = assessment;
      return {
        question: question.id,
        turns: [...turns],
        score,
        label,
        doubt,
        verdicts: assessment.verdicts.flatMap(
          ({ point: id, verdict, p, evidence, correction, why, lacks, second }) => {
            const point = points.get(id);
            if (point === undefined) return [];
            const { text, weight } = point;
            return [
              {
                point: id,
                text,
                textHtml: pointHtmlOf(point, question.borrowed?.deck ?? deck.name),
                weight,
                verdict,
                p,
                evidence,
                correction,
                why,
                lacks,
                second: second === undefined ? null : { ...second },
              },
            ];
          },
        ),
        // A question has one follow-up, and none for who said nothing.
        followUp: turns.length === 1 ? followUp : null,
        borrowed: borrowedView(question.borrowed),
        answerHtml: answerHtmlOf(question, deck.name),
      };
    },
  );
}
