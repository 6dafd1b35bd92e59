import { type Static, Type } from "typebox";
import { Count, component, DeckNameText, Instant, Language, Nullable } from "./common.ts";
import { heading, promptHtml } from "./question.ts";

const due = Count("Questions to ask today");
const fresh = Count("Questions never asked");

const UntilPlan = Type.Object(
  {
    until: Instant("The date"),
    daysLeft: Count("Days for practice: today and those before the date"),
    newPerDay: Count("New questions a day, so that none begins in the last quarter"),
    newDays: Count("For so many days"),
    asks: Count("How often a question is asked in all, when each is answered well"),
    asksPerDay: Count("The same a day, on average"),
  },
  {
    ...component("UntilPlan", "How to get through by a date"),
    examples: [
      {
        until: "2026-12-24T00:00:00.000Z",
        daysLeft: 30,
        newPerDay: 12,
        newDays: 22,
        asks: 700,
        asksPerDay: 24,
      },
    ],
  },
);

const DueDay = Type.Object(
  {
    from: Instant("When the day begins"),
    to: Instant("When it ends"),
    due: Count("Questions that are due on it; on the first day also what is overdue"),
    new: Count("New questions that the plan for a date begins on it"),
  },
  {
    ...component("DueDay", "What a day brings as things stand"),
    examples: [{ from: "2026-11-24T04:00:00.000Z", to: "2026-11-25T04:00:00.000Z", due: 12, new: 0 }],
  },
);

export const Due = Type.Object(
  {
    due,
    new: fresh,
    capped: Type.Boolean({ description: "Whether a date brings some of `due` forward" }),
    decks: Type.Array(Type.Object({ name: DeckNameText, title: Type.String(), due, new: fresh }), {
      description: "Every deck, by name",
    }),
    days: Type.Array(DueDay),
    next: Nullable(Instant("When the soonest after today is due")),
    until: Nullable(UntilPlan),
  },
  component("Due", "What waits, today and on the days to come"),
);
export type DueView = Static<typeof Due>;

const DueQuestion = Type.Object(
  {
    why: Type.Enum(["due", "new"]),
    deck: DeckNameText,
    deckTitle: Type.String(),
    language: Language,
    ...heading,
    ...promptHtml,
    points: Count("How many points it is judged by"),
  },
  component("DueQuestion", "A question to ask, without its answer"),
);

export const DueQuestions = Type.Object(
  { items: Type.Array(DueQuestion) },
  component(
    "DueQuestions",
    "What to ask now: what is due, soonest first, then what is new; decks take turns",
  ),
);
export type DueQuestionsView = Static<typeof DueQuestions>;
