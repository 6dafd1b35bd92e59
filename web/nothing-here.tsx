import { PageHeading } from "./page-heading.tsx";

/** What stands at an address of nothing. `what` says what was looked for, as a sentence. */
export function NothingHere({ what = "" }: { what?: string }) {
  return (
    <>
      <PageHeading title="Nothing is here" />
      <p>
        {what} Go to <a href="/">Today</a> or to the <a href="/decks">decks</a>.
      </p>
    </>
  );
}
