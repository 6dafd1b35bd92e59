import { useState } from "preact/hooks";
import { useOnce } from "../use-when.ts";

/** Seconds. What is over before is not counted aloud. */
const WORTH_COUNTING = 2;

/** Says what is being done and for how long, and lets one stop it. */
export function Working({ what, onStopped }: { what: string; onStopped: () => void }) {
  const [seconds, setSeconds] = useState(0);
  useOnce(() => {
    const began = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1000)), 250);
    return () => clearInterval(timer);
  });
  return (
    <div class="reading">
      <p>
        <label>
          <span role="status">{what} …</span> <progress />
        </label>
        {/* Said once: a number that is spoken each second is no help. */}
        <span class="aside" aria-hidden="true">
          {seconds >= WORTH_COUNTING && `${seconds}\u00a0s`}
        </span>
        <button type="button" class="quiet" onClick={onStopped}>
          Stop
        </button>
      </p>
    </div>
  );
}
