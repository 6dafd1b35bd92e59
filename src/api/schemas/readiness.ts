import { type Static, Type } from "typebox";
import { Count, component, DeckNameText, Instant, Share } from "./common.ts";

const Estimate = Type.Object(
  {
    expected: Type.Number({ minimum: 0 }),
    low: Type.Number({ minimum: 0 }),
    high: Type.Number({ minimum: 0 }),
    share: Share("`expected` of all"),
  },
  {
    ...component(
      "Estimate",
      "How many questions will be known, and the interval that holds it nine times in ten",
    ),
    examples: [{ expected: 181.4, low: 166, high: 195, share: 0.605 }],
  },
);

const outlook = {
  questions: Count("How many there are"),
  seen: Count("Those asked at least once"),
  known: Estimate,
  planned: Estimate,
};

export const Readiness = Type.Object(
  {
    on: Instant("The date"),
    ...outlook,
    decks: Type.Array(Type.Object({ deck: DeckNameText, title: Type.String(), ...outlook })),
    tags: Type.Array(Type.Object({ tag: Type.String(), ...outlook }), {
      description: "Tags of three questions or more, the biggest first",
    }),
  },
  component(
    "Readiness",
    "What will be known on a date: `known` when nothing more is asked until then, `planned` when the plan is kept",
  ),
);
export type ReadinessView = Static<typeof Readiness>;
