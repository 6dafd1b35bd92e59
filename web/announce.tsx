import { useWatched, watchable } from "./watch.ts";

const said = watchable("");

/** Says something to those who listen to the page. */
export function announce(text: string): void {
  // The same words twice are two announcements: a no-break space makes them differ.
  said.replace(said.state() === text ? `${text}\u00a0` : text);
}

/** Where announcements stand; once on the page. */
export function Announcer() {
  return (
    <p role="status" class="unseen">
      {useWatched(said)}
    </p>
  );
}
