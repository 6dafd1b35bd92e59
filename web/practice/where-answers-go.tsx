import { session } from "../api.ts";
import { useQuery } from "../query.ts";

/** Says so when answers leave the machine: a second rater was named. */
export function WhereAnswersGo() {
  const { data } = useQuery(["session"], session);
  const rater = data?.secondRater ?? null;
  if (rater === null) return null;
  return (
    <p class="aside">
      Answers leave this machine: what the judge is in doubt of is sent to {rater.host} ({rater.model}).
    </p>
  );
}
