import { count } from "../count.ts";
import { Turns } from "../turns.tsx";
import { useWatched } from "../watch.ts";
import { outbox } from "./this-outbox.ts";

/** Says what is kept here because the server has not taken it. */
export function OutboxNotice() {
  const { waiting, trouble } = useWatched(outbox);
  const refused = waiting.filter(({ refusal }) => refusal !== null);
  const isHeld = waiting.length > refused.length;
  return (
    <div class="outbox">
      <p role="status">
        {isHeld &&
          trouble === "away" &&
          "The server is not answering; your answers are kept here and sent when it is back."}
        {isHeld &&
          trouble === "signed-out" &&
          "You are not signed in; your answers are kept here. Run “viva link” in a terminal and open the link it prints."}
      </p>
      {refused.length > 0 && (
        <details>
          <summary>{count(refused.length, "answer")} could not be kept by the server</summary>
          <ul>
            {refused.map(({ review, title, body, refusal }) => (
              <li key={review}>
                <p>
                  {title}: {refusal}
                </p>
                <Turns turns={body.turns} />
                <button type="button" class="quiet" onClick={() => outbox.drop(review)}>
                  Forget it
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
