import { isAway, isSignedOut } from "./away.ts";

/** Why something is not there, as a sentence; and a button to try again, when that may help. */
export function Trouble({ error, again }: { error: Error; again?: () => void }) {
  return (
    <div class="trouble" role="alert">
      <p>{sentenceOf(error)}</p>
      {again !== undefined && (isAway(error) || isSignedOut(error)) && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

/** An error as a sentence for people. */
export function sentenceOf(error: Error): string {
  if (isSignedOut(error))
    return "You are not signed in. Run “viva link” in a terminal and open the link it prints.";
  // The browser's own words for a connection that failed differ and help nobody.
  if (isAway(error) && error instanceof TypeError)
    return "The server is not answering. Is “viva serve” running?";
  return error.message;
}
