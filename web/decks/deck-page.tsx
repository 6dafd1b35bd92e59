import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { deck } from "../api.ts";
import { isMissing } from "../away.ts";
import { count } from "../count.ts";
import { langOf } from "../lang.ts";
import { NothingHere } from "../nothing-here.tsx";
import { PageHeading } from "../page-heading.tsx";
import { useQuery } from "../query.ts";
import { Rendered } from "../rendered.tsx";
import type { Deck } from "../shapes.ts";
import { Trouble } from "../trouble.tsx";
import { useWhen } from "../use-when.ts";
import { DeckExport } from "./deck-export.tsx";
import { QuestionList } from "./question-list.tsx";

/** A deck: what it is about, its sections, its questions. */
export function DeckPage() {
  const { deck: name = "" } = useRoute().params;
  const { data, error, refetch } = useQuery(["deck", name], () => deck(name));
  if (isMissing(error)) return <NothingHere what={`There is no deck named “${name}”.`} />;
  if (error !== null && data === undefined) {
    return (
      <>
        <PageHeading title={name} />
        <Trouble error={error} again={() => void refetch()} />
      </>
    );
  }
  if (data === undefined) return <p class="waiting">Opening the deck …</p>;
  return <Opened key={data.name} deck={data} />;
}

/** Milliseconds after the last key until the list follows. */
const SEARCH_AFTER = 200;

function Opened({
  deck: { name, title, questions, textHtml, sections, language, problems },
}: {
  deck: Deck;
}) {
  const lang = langOf({ language });
  const { route } = useLocation();
  const { q: shown = "", section = "" } = useRoute().query;
  const [sought, setSought] = useState(shown);
  const to = (q: string, part: string) => {
    const search = new URLSearchParams({
      ...(q !== "" && { q }),
      ...(part !== "" && { section: part }),
    }).toString();
    route(`/decks/${name}${search === "" ? "" : `?${search}`}`, true);
  };
  useWhen(sought, () => {
    if (sought.trim() === shown) return;
    const timer = setTimeout(() => to(sought.trim(), section), SEARCH_AFTER);
    return () => clearTimeout(timer);
  });
  return (
    <>
      <PageHeading title={title} />
      <p class="actions">
        <a class="main" href={`/practice?deck=${name}`}>
          Practise this deck
        </a>
        <span class="aside">{count(questions, "question")}</span>
      </p>
      {textHtml !== "" && (
        <details class="about">
          <summary>About this deck</summary>
          <Rendered html={textHtml} lang={lang} />
        </details>
      )}
      {problems.length > 0 && (
        <details>
          <summary>{count(problems.length, "problem")} in its files</summary>
          <ul class="warnings">
            {problems.map(({ file, line, text }) => (
              <li key={`${file} ${line} ${text}`}>
                <span class="line">
                  {file}:{line}
                </span>{" "}
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      <search class="find">
        <p>
          <label for="q">Search</label>
          <input
            id="q"
            type="search"
            value={sought}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
        </p>
        {sections.length > 1 && (
          <p>
            <label for="section">Section</label>
            <select
              id="section"
              value={section}
              onChange={(event) => to(sought.trim(), event.currentTarget.value)}
            >
              <option value="">All sections</option>
              {sections.map((each) => (
                <option key={each.title} value={each.title}>
                  {each.title} ({each.questions})
                </option>
              ))}
            </select>
          </p>
        )}
      </search>
      <QuestionList
        key={JSON.stringify([shown, section])}
        deck={name}
        lang={lang}
        q={shown}
        section={section}
      />
      <DeckExport deck={name} />
    </>
  );
}
