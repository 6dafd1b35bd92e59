import { count } from "../count.ts";
import { storage } from "../kept/this-browser.ts";
import { Turns } from "../turns.tsx";
import { useWatched } from "../watch.ts";
import type { Waiting } from "./outbox.ts";
import { outbox } from "./this-outbox.ts";

/** Says what is kept here because the server has not taken it. */
export function OutboxNotice() {
  const { waiting, trouble } = useWatched(outbox);
  const lasts = useWatched(storage.lasts);
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
      <p role="status">
        {!lasts && "This browser keeps nothing for the page now, so a reload would lose what you typed last."}
      </p>
      {refused.length > 0 && (
        <details>
          <summary>{count(refused.length, "answer")} could not be kept by the server</summary>
          <ul>
            {refused.map((each) => (
              <Refused key={each.review} waiting={each} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Two windows went on with one visit, and the other one was first. */
const OTHER_WORDS = "VIVA_REVIEW_CONFLICT";
const SECOND = "Another window has sent other words for the same visit. These are not kept yet:";

function Refused({ waiting: { review, title, body, refusal, code } }: { waiting: Waiting }) {
  const isSecond = code === OTHER_WORDS;
  return (
    <li>
      <p>
        <em>{title}</em>
      </p>
      <p>{isSecond ? SECOND : refusal}</p>
      <Turns turns={body.turns} />
      <p class="actions">
        {isSecond && (
          <button type="button" onClick={() => outbox.sendAnew(review)}>
            Keep it too, as an answer of its own
          </button>
        )}
        <button type="button" class="quiet" onClick={() => outbox.drop(review)}>
          Forget it
        </button>
      </p>
    </li>
  );
}
