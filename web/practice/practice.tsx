import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { isMissing } from "../away.ts";
import { interviewDate } from "../interview-date.ts";
import { storage } from "../kept/this-browser.ts";
import { NothingHere } from "../nothing-here.tsx";
import { PageHeading } from "../page-heading.tsx";
import { Trouble } from "../trouble.tsx";
import { useOnce } from "../use-when.ts";
import { beginSession, type Source, sessionThatEnded, sessionToGoOn } from "./begin-session.ts";
import { Ended } from "./ended.tsx";
import { forgetVisit } from "./kept-visit.ts";
import {
  currentQuestion,
  endEarly,
  keepSession,
  type Passed,
  passOn,
  type Session,
} from "./session-state.ts";
import { standing } from "./standing.ts";
import { outbox } from "./this-outbox.ts";
import { VisitPage } from "./visit-page.tsx";
import { lastAssessment, reviewOf, type Visit } from "./visit-state.ts";

/** A session: question after question, then what it came to. */
export function Practice() {
  // Not of the address: it names the next page already while that is being loaded and this one still stands here.
  const { query } = useRoute();
  const source: Source = { deck: query.deck, question: query.question };
  // Another source is another session, from its start.
  return <Sitting key={JSON.stringify(source)} source={source} />;
}

/** In the history where a session has ended: a reload, or coming back, shows what it came to and begins no other. */
const ENDED = "session ended";

function Sitting({ source }: { source: Source }) {
  const [session, setSession] = useState<Session | null>(() =>
    history.state === ENDED ? sessionThatEnded(storage, source) : sessionToGoOn(storage, source, new Date()),
  );
  const [error, setError] = useState<Error | null>(null);
  const follow = (next: Session) => {
    keepSession(storage, next);
    history.replaceState(currentQuestion(next) === null ? ENDED : null, "");
    setSession(next);
  };
  const begin = () => {
    setSession(null);
    setError(null);
    beginSession(source, interviewDate.state(), new Date()).then(follow, setError);
  };
  useOnce(() => {
    if (session === null) begin();
  });

  if (isMissing(error)) return <NothingHere what={nothingAt(source)} />;
  if (error !== null) {
    return (
      <>
        <PageHeading title="Practice" />
        <Trouble error={error} again={begin} />
      </>
    );
  }
  if (session === null) return <p class="waiting">Looking what to ask …</p>;
  const question = currentQuestion(session);
  if (question === null)
    return <Ended session={session} goOn={source.question === undefined ? begin : undefined} />;
  return (
    <VisitPage
      key={`${session.passed.length} ${question.id}`}
      question={question}
      number={session.passed.length + 1}
      of={session.questions.length}
      before={session.passed.at(-1) ?? null}
      onClosed={(visit) => {
        // First where it is sent from, then forgotten where it was kept: a crash between sends it twice, which is harmless.
        outbox.add(visit.review, question.title, reviewOf(visit));
        forgetVisit(storage, visit);
        follow(passOn(session, outcomeOf(visit)));
      }}
      onSkipped={(visit) => {
        // What was typed is there again when the question is.
        if (visit.draft === "") forgetVisit(storage, visit);
        follow(passOn(session, { outcome: "skipped", review: null, score: null }));
      }}
      onEnded={session.passed.length > 0 ? () => follow(endEarly(session)) : undefined}
    />
  );
}

function nothingAt({ deck, question }: Source): string {
  return question === undefined
    ? `There is no deck named “${deck ?? ""}”.`
    : `There is no question ${question}.`;
}

function outcomeOf(visit: Visit): Omit<Passed, "question" | "title"> {
  const assessment = lastAssessment(visit);
  const judged = assessment === null ? null : standing(assessment, visit.corrections);
  return {
    outcome: visit.turns.length > 0 ? "answered" : "unknown",
    review: visit.review,
    score: judged === null || judged.label === "ungraded" ? null : judged.score,
  };
}
