import type { FunctionComponent } from "preact";
import { useRef, useState } from "preact/hooks";
import { setBorrowing } from "../api.ts";
import type { EditForm } from "../edit/edit-form.tsx";
import { keptEdit } from "../edit/kept-edit.ts";
import { storage } from "../kept/this-browser.ts";
import { Borrowed } from "../practice/borrowed.tsx";
import { queries } from "../query.ts";
import { Rendered } from "../rendered.tsx";
import type { Question } from "../shapes.ts";
import { Trouble } from "../trouble.tsx";
import { useBeforePaint, useOnce } from "../use-when.ts";

/** The reference answer and its points: to read, and to write where the deck is one's own. */
export function Reference({ question, lang }: { question: Question; lang: string | undefined }) {
  const [Form, setForm] = useState<FunctionComponent<Parameters<typeof EditForm>[0]> | null>(null);
  const [step, setStep] = useState<"reading" | "asked-for" | "again" | "closed">("reading");
  const [error, setError] = useState<Error | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = (how: "asked-for" | "again") => {
    setError(null);
    import("../edit/edit-form.tsx").then(
      (module) => {
        setForm(() => module.EditForm);
        setStep(how);
      },
      (error) => setError(error instanceof Error ? error : new Error(String(error))),
    );
  };
  useOnce(() => {
    // Something was typed before the page was loaded anew.
    if (question.editable && keptEdit(storage, question.id) !== null) open("again");
  });
  useBeforePaint(step, () => {
    if (step === "closed") button.current?.focus();
  });
  if (Form !== null && (step === "asked-for" || step === "again")) {
    return (
      <Form
        question={question}
        isAskedFor={step === "asked-for"}
        lang={lang}
        onClosed={() => setStep("closed")}
      />
    );
  }
  const { answerHtml, points, borrowedPoints, proposed, editable } = question;
  const allowBorrowing = (id: string, allowed: boolean) =>
    setBorrowing(id, allowed).then(() => queries.invalidateQueries(), setError);
  return (
    <>
      <section>
        <h2>The reference answer</h2>
        {answerHtml === "" ? (
          <p class="aside">It came without one.</p>
        ) : (
          <Rendered html={answerHtml} lang={lang} />
        )}
      </section>
      {(points.length > 0 || editable) && (
        <section>
          <h2>Points</h2>
          {points.length === 0 && <p class="aside">It has none, so nothing is judged by them.</p>}
          {question.borrowed !== null && (
            <Borrowed
              borrowed={question.borrowed}
              lang={lang}
              hasKey={false}
              onRefused={() => void allowBorrowing(question.id, false)}
            />
          )}
          {question.borrows === "none" && proposed && (
            <p class="actions">
              <button type="button" class="quiet" onClick={() => void allowBorrowing(question.id, true)}>
                Let it be judged by a question that asks the same
              </button>
            </p>
          )}
          {proposed && question.borrowed === null && (
            <p class="aside">These were taken from the reference, not written by an author.</p>
          )}
          <ol class="plain-points">
            {(borrowedPoints.length > 0 ? borrowedPoints : points).map((point) => (
              <li key={point.id}>
                {point.weight === "bonus" && <em>Bonus: </em>}
                <Rendered html={point.textHtml} line lang={lang} />
                {point.weight !== "bonus" && point.weight > 1 && (
                  <span class="aside"> counts {point.weight}</span>
                )}
              </li>
            ))}
          </ol>
          {editable && (
            <p class="actions">
              <button ref={button} type="button" onClick={() => open("asked-for")}>
                Edit points and answer
              </button>
            </p>
          )}
          {error !== null && <Trouble error={error} />}
        </section>
      )}
    </>
  );
}
