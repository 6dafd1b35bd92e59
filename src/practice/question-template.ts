import type { QuestionId } from "../base/index.ts";
import { parseQuestion, printQuestion, type Question } from "../deck/index.ts";

/** A question of which only the prompt is there, with the headings that wait to be filled. */
export function questionTemplate(id: QuestionId, section: string, title: string): string {
  const beside = (key: string, text: string) => ({ key, place: "beside", text }) as const;
  const unknown = [
    beside("level", "# 1 junior, 2 mid, 3 senior"),
    beside("tags", "# as in [tokens, sessions]"),
  ];
  const question = printQuestion({ ...EMPTY, id, section, title, unknown });
  return `${question}\n## Answer\n\n## Points\n\n## Misconceptions\n\n## Follow-ups\n`;
}

const EMPTY: Omit<Question, "id"> = {
  section: "",
  level: null,
  tags: [],
  refs: [],
  related: [],
  title: "",
  body: "",
  answer: "",
  points: [],
  proposed: false,
  misconceptions: [],
  followUps: [],
  source: "",
  imported: "",
  lab: "",
  noLab: "",
  shown: [],
  noShown: "",
  borrows: "",
  unknown: [],
};

/** The question that a new deck begins with: all that a question can have, to be edited. */
export const exampleQuestion = {
  title: "Why do we issue two tokens at login?",
  file(id: QuestionId, section: string): string {
    const parsed = parseQuestion("example.md", EXAMPLE);
    if (!parsed.ok) throw new TypeError(JSON.stringify(parsed.problems));
    return printQuestion({ ...parsed.question, id, section });
  },
};

const EXAMPLE = `---
id: example
level: 1 # 1 junior, 2 mid, 3 senior
tags: [example]
---

# Why do we issue two tokens at login?

## Answer

This is an example: put your own question in its place.

The **access token** goes along with every request and is short-lived, so a stolen one soon stops working. The
**refresh token** lives longer, is sent to one address only, and fetches the next access token.

## Points

- **short-lived** (2): The access token is short-lived, so a stolen one soon stops working.
  - it only works for a few minutes, so a thief cannot do much with it
  - if somebody takes it, it dies by itself before long
  - the one in every request expires quickly
- **fetches-next** (2): The refresh token fetches the next access token.
  - you trade the long one in for another short one
  - with it you get a fresh one without logging in again
  - it is what you renew the other one with
- **one-address** (+): The refresh token is sent to one address only.
  - it never travels to the ordinary endpoints
  - just the authorization server ever sees it

## Misconceptions

- fetches-next: You call the API with either of them. → Only the access token is meant for the API.

## Follow-ups

- short-lived: A proxy wrote all headers of this morning to a log. How worried are you at noon?
- *: When would you rather use one session cookie?
`;
