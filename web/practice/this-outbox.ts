import { putReview } from "../api.ts";
import { storage } from "../kept/this-browser.ts";
import { queries } from "../query.ts";
import { onServerAnswer } from "../reached.ts";
import { createOutbox } from "./outbox.ts";
import { newReviewId } from "./review-id.ts";

/** The outbox of this page. */
export const outbox = createOutbox({
  storage,
  async send(id, body) {
    const review = await putReview(id, body);
    // What is due and what will be known has changed.
    void queries.invalidateQueries();
    return review;
  },
  newId: newReviewId,
  later(callback, ms) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
});

// The network is back, or somebody looks: no need to wait for the next attempt.
const tryNow = () => {
  if (document.visibilityState === "visible") onServerAnswer(outbox.retry);
  void outbox.flush();
};
addEventListener("online", tryNow);
addEventListener("focus", tryNow);
document.addEventListener("visibilitychange", tryNow);
onServerAnswer(outbox.retry);
void outbox.flush();
