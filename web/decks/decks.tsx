import { decks } from "../api.ts";
import { count } from "../count.ts";
import { PageHeading } from "../page-heading.tsx";
import { useQuery } from "../query.ts";
import { Trouble } from "../trouble.tsx";
import { BringDocument } from "./bring-document.tsx";

/** All decks, and the way to bring one. */
export function Decks() {
  const { data, error, refetch } = useQuery(["decks"], decks);
  return (
    <>
      <PageHeading title="Decks" />
      {error !== null && data === undefined && <Trouble error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <p class="waiting">Looking at the decks …</p>}
      {data !== undefined && (
        <ul class="decks">
          {data.map(({ name, title, questions, sections, writable }) => (
            <li key={name}>
              <a href={`/decks/${name}`}>{title}</a>
              <span class="aside">
                {count(questions, "question")}
                {sections > 0 && ` in ${count(sections, "section")}`}
                {writable && " · imported"}
              </span>
            </li>
          ))}
        </ul>
      )}
      <BringDocument />
    </>
  );
}
