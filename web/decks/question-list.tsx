import { useState } from "preact/hooks";
import { questionsOf } from "../api.ts";
import { howSoon } from "../days.ts";
import { InlineText } from "../inline-text.tsx";
import { useQuery } from "../query.ts";
import type { QuestionSummary } from "../shapes.ts";
import { Trouble } from "../trouble.tsx";
import { useBeforePaint } from "../use-when.ts";

const PAGE = 50;

interface QuestionListProps {
  readonly deck: string;
  readonly lang: string | undefined;
  readonly q: string;
  readonly section: string;
}

/** The questions of a deck that match, a page at a time, under the titles of their sections. */
export function QuestionList({ deck, lang, q, section }: QuestionListProps) {
  const query = { limit: PAGE, ...(q !== "" && { q }), ...(section !== "" && { section }) };
  const { data, error, refetch } = useQuery(["questions", deck, query], () => questionsOf(deck, query));
  const [more, setMore] = useState<{ items: readonly QuestionSummary[]; next: string | null } | null>(null);
  const [firstNew, setFirstNew] = useState<string | null>(null);
  useBeforePaint(firstNew, () => {
    // The button may have gone, and reading goes on here.
    if (firstNew !== null) document.querySelector<HTMLElement>(`a[href="/questions/${firstNew}"]`)?.focus();
  });
  const [trouble, setTrouble] = useState<Error | null>(null);
  if (error !== null && data === undefined) return <Trouble error={error} again={() => void refetch()} />;
  if (data === undefined) return <p class="waiting">Looking for questions …</p>;
  const items = [...data.items, ...(more?.items ?? [])];
  const next = more === null ? data.next : more.next;
  const showMore = (cursor: string) =>
    questionsOf(deck, { ...query, cursor }).then((page) => {
      setTrouble(null);
      setMore({ items: [...(more?.items ?? []), ...page.items], next: page.next });
      setFirstNew(page.items[0]?.id ?? null);
    }, setTrouble);
  if (items.length === 0)
    return (
      <p class="none" role="status">
        No question {section !== "" && "of this section "}has {q === "" ? "been kept here" : `“${q}” in it`}.
      </p>
    );
  return (
    <>
      {inSections(items).map(({ title, questions }) => (
        <section key={title} class="part">
          {title !== "" && <h2 lang={lang}>{title}</h2>}
          <ul class="questions">
            {questions.map((question) => (
              <Line key={question.id} question={question} lang={lang} />
            ))}
          </ul>
        </section>
      ))}
      {trouble !== null && <Trouble error={trouble} />}
      {next !== null && (
        <p class="actions">
          <button type="button" class="quiet" onClick={() => void showMore(next)}>
            Show more
          </button>
        </p>
      )}
    </>
  );
}

interface LineProps {
  readonly question: QuestionSummary;
  readonly lang: string | undefined;
}

function Line({ question: { id, title, due, reviews }, lang }: LineProps) {
  return (
    <li>
      <a href={`/questions/${id}`} lang={lang}>
        <InlineText text={title} />
      </a>
      <span class="aside">
        {reviews === 0 || due === null ? "new" : `due ${howSoon(new Date(due), new Date())}`}
      </span>
    </li>
  );
}

/** Questions that follow each other in one section; a section that comes again is not listed twice. */
function inSections(items: readonly QuestionSummary[]) {
  const sections = new Map<string, QuestionSummary[]>();
  for (const item of items) {
    const found = sections.get(item.section);
    if (found === undefined) sections.set(item.section, [item]);
    else found.push(item);
  }
  return [...sections].map(([title, questions]) => ({ title, questions }));
}
