import { type Static, Type } from "typebox";
import type { EventId } from "../../base/index.ts";
import {
  correctReview,
  judgeReady,
  type ReviewRecord,
  readyQuestion,
  recordReview,
  reviewById,
  reviewHistory,
  takeBackReview,
} from "../../practice/index.ts";
import type { Api } from "../api.ts";
import { cursorOf, linkNext, parseCursor } from "../cursor.ts";
import { newReviewIn, pointOf, questionOf, reviewIn } from "../ids.ts";
import { isoOf, isoOrNull } from "../instant.ts";
import { DEFAULT_LIMIT, PointIdText, pageQuery, QuestionIdText, ReviewIdText } from "../schemas/common.ts";
import { problems } from "../schemas/problem.ts";
import { Correction, NewReview, Review, ReviewPage, type ReviewView } from "../schemas/review.ts";
import { personOf } from "../world.ts";

const tags = ["Reviews"];
const params = Type.Object({ review: ReviewIdText });
const correctionParams = Type.Object({ review: ReviewIdText, point: PointIdText });

/** What a person answered, and what became of it. */
export function reviewRoutes(api: Api): void {
  record(api);
  history(api);
  corrections(api);
}

function record(api: Api): void {
  api.put(
    "/reviews/:review",
    {
      schema: {
        operationId: "recordReview",
        summary: "Record a visit that has ended",
        description:
          "The id is made by whoever records: sending the same again changes nothing. The answer is judged anew and kept with its verdicts.",
        tags,
        params,
        body: NewReview,
        response: {
          200: Review,
          201: Review,
          ...problems(404, 409, 507),
        },
      },
    },
    async (request, reply) => {
      const { workplace } = request.world;
      const { body } = request;
      const id = newReviewIn(request.params.review);
      const found = await workplace.catalogue.question(questionOf("/question", body.question));
      const { deck } = found;
      const question = await readyQuestion(workplace, personOf(request), found);
      const { turns, assessment } = await judgeReady(workplace, question, body.turns);
      const { review, isNew } = await recordReview(workplace, personOf(request), {
        id,
        deck: deck.name,
        question,
        turns,
        assessment,
        firstKeyMs: body.firstKeyMs ?? null,
        confidence: body.confidence ?? null,
        corrections: correctionsOf(body.corrections ?? []),
      });
      if (isNew) reply.code(201).header("location", `/v1/reviews/${id}`);
      return viewOf(review);
    },
  );
  api.delete(
    "/reviews/:review",
    {
      schema: {
        operationId: "takeBackReview",
        summary: "Take a review back, as if it had not been",
        tags,
        params,
        response: {
          204: Type.Null({ description: "Taken back" }),
          ...problems(404, 507),
        },
      },
    },
    async (request, reply) => {
      await takeBackReview(request.world.workplace, personOf(request), reviewIn(request.params.review));
      return reply.code(204).send(null);
    },
  );
}

function history(api: Api): void {
  api.get(
    "/reviews/:review",
    {
      schema: {
        operationId: "getReview",
        summary: "A review as it stands",
        tags,
        params,
        response: { 200: Review, ...problems(404) },
      },
    },
    async (request) =>
      viewOf(await reviewById(request.world.workplace, personOf(request), reviewIn(request.params.review))),
  );
  api.get(
    "/reviews",
    {
      schema: {
        operationId: "listReviews",
        summary: "Reviews, newest first",
        tags,
        querystring: Type.Object(
          { question: Type.Optional(QuestionIdText), ...pageQuery },
          { additionalProperties: false },
        ),
        response: { 200: ReviewPage },
      },
    },
    async (request, reply) => {
      const { question, limit = DEFAULT_LIMIT, cursor } = request.query;
      // One more than asked for tells whether there is a next page.
      const found = await reviewHistory(request.world.workplace, personOf(request), {
        limit: limit + 1,
        before: cursor === undefined ? null : placeOf(cursor),
        question: question === undefined ? null : questionOf("/question", question),
      });
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      const next = last === undefined ? null : cursorOf(last.at, last.id);
      linkNext(request, reply, next);
      return { items: items.map(viewOf), next };
    },
  );
}

function corrections(api: Api): void {
  api.put(
    "/reviews/:review/corrections/:point",
    {
      schema: {
        operationId: "correctReview",
        summary: "Overrule a verdict",
        tags,
        params: correctionParams,
        body: Correction,
        response: { 200: Review, ...problems(404, 507) },
      },
    },
    async (request) => {
      const { review, point } = request.params;
      const corrected = await correctReview(request.world.workplace, personOf(request), {
        review: reviewIn(review),
        point: pointOf("", point),
        verdict: request.body.verdict,
      });
      return viewOf(corrected);
    },
  );
  api.delete(
    "/reviews/:review/corrections/:point",
    {
      schema: {
        operationId: "withdrawCorrection",
        summary: "Let the judge's verdict stand again",
        tags,
        params: correctionParams,
        response: { 200: Review, ...problems(404, 422, 507) },
      },
    },
    async (request) => {
      const { review, point } = request.params;
      const corrected = await correctReview(request.world.workplace, personOf(request), {
        review: reviewIn(review),
        point: pointOf("", point),
        verdict: null,
      });
      return viewOf(corrected);
    },
  );
}

function correctionsOf(given: NonNullable<Static<typeof NewReview>["corrections"]>) {
  return given.map(({ point, verdict }, at) => ({
    point: pointOf(`/corrections/${at}/point`, point),
    verdict,
  }));
}

function placeOf(cursor: string): { at: number; id: EventId } {
  const { at, id } = parseCursor(cursor);
  return { at, id: newReviewIn(id) };
}

function viewOf({ id, at, due, turns, verdicts, ...review }: ReviewRecord): ReviewView {
  const { question, deck, outcome, score, label, doubt, rating, judge, firstKeyMs, confidence, corrected } =
    review;
  return {
    id,
    at: isoOf(at),
    question,
    deck,
    turns: [...turns],
    outcome,
    score,
    label,
    doubt,
    rating,
    judge,
    firstKeyMs,
    confidence,
    corrected,
    verdicts: verdicts.map((each) => ({
      point: each.point,
      weight: each.weight,
      verdict: each.verdict,
      p: each.p,
      evidence: each.evidence,
      corrected: each.corrected,
    })),
    due: isoOrNull(due),
  };
}
