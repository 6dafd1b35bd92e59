import { type Static, Type } from "typebox";
import { component, Instant, Nullable } from "./common.ts";

export const NewSession = Type.Object(
  {
    link: Type.String({
      minLength: 1,
      maxLength: 200,
      description: "What follows `#link=` in a sign-in link",
    }),
  },
  {
    ...component("NewSession", "A sign-in link to trade for a session"),
    examples: [{ link: "bZ9x0kq3Yb2l0fJx5p6H9m8D7s4A1w2E3r4T5y6U7i8" }],
  },
);

export const Session = Type.Object(
  {
    person: Type.String({ description: "Who is signed in" }),
    expiresAt: Instant("When the session ends by itself"),
    secondRater: Nullable(
      Type.Object(
        { model: Type.String(), host: Type.String() },
        {
          description: "The language model that answers in doubt are sent to; null when none is",
        },
      ),
    ),
  },
  {
    ...component("Session", "A session; its secret is in the cookie only"),
    examples: [{ person: "owner", expiresAt: "2026-12-24T09:30:00.000Z", secondRater: null }],
  },
);
export type SessionView = Static<typeof Session>;
