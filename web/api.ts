import { createVivaClient, dataOf } from "../clients/typescript/index.ts";
import { serverAnswered } from "./reached.ts";
import type {
  Assessment,
  Deck,
  DeckSummary,
  DueOverview,
  DueQuestion,
  ImportPreview,
  NewReview,
  Question,
  QuestionEdit,
  QuestionSummary,
  Readiness,
  Review,
  Session,
} from "./shapes.ts";

/** The page's own server. */
const client = createVivaClient();
client.use({
  onResponse({ response }) {
    if (response.ok) serverAnswered();
  },
});

/** Trades a link for a session, which the browser keeps as a cookie. */
export async function signIn(link: string): Promise<void> {
  await dataOf(client.POST("/v1/sessions", { body: { link } }));
}

/** Who is signed in, and where answers in doubt are sent. */
export function session(): Promise<Session> {
  return dataOf(client.GET("/v1/sessions/current"));
}

/** What waits today and on the days to come. Times are ISO instants. */
export function dueOverview(query: { dayEnds: string; days: number; until?: string }): Promise<DueOverview> {
  return dataOf(client.GET("/v1/due", { params: { query } }));
}

/** What to ask now. */
export async function dueQuestions(query: {
  dayEnds: string;
  count: number;
  until?: string;
  deck?: string;
}): Promise<readonly DueQuestion[]> {
  return (await dataOf(client.GET("/v1/due/questions", { params: { query } }))).items;
}

/** What will be known on a date. */
export function readiness(on: string): Promise<Readiness> {
  return dataOf(client.GET("/v1/readiness", { params: { query: { on } } }));
}

/** Judges all that was said to a question; no turns are "I don't know". */
export function assess(
  question: string,
  turns: readonly string[],
  { signal }: { readonly signal: AbortSignal },
): Promise<Assessment> {
  return dataOf(
    client.POST("/v1/assessments", {
      body: { question, turns: [...turns] },
      signal,
    }),
  );
}

/** Keeps a review under the id that was made for it here; sending it twice keeps it once. */
export function putReview(review: string, { corrections, turns, ...body }: NewReview): Promise<Review> {
  return dataOf(
    client.PUT("/v1/reviews/{review}", {
      params: { path: { review } },
      body: { ...body, turns: [...turns], corrections: [...corrections] },
    }),
  );
}

/** Takes a review back, as if it had not been. */
export async function takeBackReview(review: string): Promise<void> {
  await dataOf(client.DELETE("/v1/reviews/{review}", { params: { path: { review } } }));
}

/** What a person answered to a question, newest first. */
export async function reviewsOf(question: string): Promise<readonly Review[]> {
  return (await dataOf(client.GET("/v1/reviews", { params: { query: { question, limit: 20 } } }))).items;
}

/** All decks. */
export async function decks(): Promise<readonly DeckSummary[]> {
  return (await dataOf(client.GET("/v1/decks"))).items;
}

/** A deck without its questions. */
export function deck(name: string): Promise<Deck> {
  return dataOf(client.GET("/v1/decks/{deck}", { params: { path: { deck: name } } }));
}

/** The questions of a deck, a page at a time. */
export function questionsOf(
  name: string,
  query: { limit: number; q?: string; section?: string; cursor?: string },
): Promise<{ readonly items: readonly QuestionSummary[]; readonly next: string | null }> {
  return dataOf(client.GET("/v1/decks/{deck}/questions", { params: { path: { deck: name }, query } }));
}

/** A question with its reference answer. */
export function question(id: string): Promise<Question> {
  return dataOf(client.GET("/v1/questions/{question}", { params: { path: { question: id } } }));
}

/** Changes a question of one's own deck, as long as it is as it was seen. */
export function editQuestion(
  id: string,
  version: string,
  { points, ...body }: QuestionEdit,
): Promise<Question> {
  return dataOf(
    client.PATCH("/v1/questions/{question}", {
      params: { path: { question: id }, header: { "if-match": `"${version}"` } },
      body: {
        ...body,
        ...(points !== undefined && {
          points: points.map((point) => ({ ...point, variants: [...point.variants] })),
        }),
      },
    }),
  );
}

/** Says whether a question of one's own deck may be judged by one that asks the same. */
export function setBorrowing(id: string, allowed: boolean): Promise<Question> {
  return dataOf(
    client.PUT("/v1/questions/{question}/borrowing", {
      params: { path: { question: id } },
      body: { allowed },
    }),
  );
}

/** What a person decides about an import; what is left out is made from the document. */
export interface ImportChoices {
  /** The deck's name. */
  readonly into?: string;
  /** Whether the deck becomes what the document says, whatever it said before. */
  readonly replace?: boolean;
}

/** Says what an import would make, keeping nothing. */
export function previewImport(
  file: File,
  choices: ImportChoices,
  { signal }: { readonly signal: AbortSignal },
): Promise<ImportPreview> {
  return dataOf(
    client.POST("/v1/import-previews", {
      params: { query: { name: file.name, ...choices } },
      ...rawBody(file),
      signal,
    }),
  );
}

/** Makes a deck of a document, or brings its deck up to date. */
export function importFile(
  file: File,
  choices: ImportChoices,
  { signal }: { readonly signal: AbortSignal },
): Promise<{ readonly deck: string }> {
  return dataOf(
    client.POST("/v1/imports", {
      params: { query: { name: file.name, ...choices } },
      ...rawBody(file),
      signal,
    }),
  );
}

/** A document goes as it is. */
function rawBody(file: File) {
  return {
    // The document calls a raw body a string; what is sent is what the serializer gives.
    body: "",
    bodySerializer: () => file,
    headers: { "content-type": "application/octet-stream" },
  };
}
