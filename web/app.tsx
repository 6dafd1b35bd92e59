import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from "preact-iso";
import { Announcer } from "./announce.tsx";
import { ImportDoor } from "./decks/import-door.tsx";
import { KeyHelp } from "./key-help.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { PageHeading } from "./page-heading.tsx";
import { OutboxNotice } from "./practice/outbox-notice.tsx";
import { Practice } from "./practice/practice.tsx";
import { useScrollPlaces } from "./scroll-places.ts";
import { Today } from "./today/today.tsx";
import { Trouble } from "./trouble.tsx";

const Decks = lazy(() => import("./decks/decks.tsx").then((module) => module.Decks, notLoaded));
const DeckPage = lazy(() => import("./decks/deck-page.tsx").then((module) => module.DeckPage, notLoaded));
const QuestionPage = lazy(() =>
  import("./decks/question-page.tsx").then((module) => module.QuestionPage, notLoaded),
);

/** The whole page. `refusal` says why the link it was opened with did not sign in. */
export function App({ refusal }: { refusal: string | null }) {
  return (
    <LocationProvider>
      <Header />
      <main id="main">
        {refusal !== null && (
          <div class="trouble" role="alert">
            <p>{refusal}</p>
          </div>
        )}
        <ErrorBoundary>
          <Router>
            <Route path="/" component={Today} />
            <Route path="/practice" component={Practice} />
            <Route path="/decks" component={Decks} />
            <Route path="/decks/:deck" component={DeckPage} />
            <Route path="/questions/:id" component={QuestionPage} />
            <Route default component={NothingHere} />
          </Router>
        </ErrorBoundary>
      </main>
      <footer>
        <OutboxNotice />
        <KeyHelp />
      </footer>
      <ImportDoor />
      <Announcer />
    </LocationProvider>
  );
}

const PAGES = [
  ["/", "Today"],
  ["/practice", "Practice"],
  ["/decks", "Decks"],
] as const;

function Header() {
  const { path } = useLocation();
  useScrollPlaces(path);
  const isCurrent = (page: string) => (page === "/" ? path === page : path.startsWith(page));
  return (
    <header>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <a class="name" href="/">
        Vivarium
      </a>
      <nav aria-label="Pages">
        {PAGES.map(([page, title]) => (
          <a key={page} href={page} aria-current={isCurrent(page) ? "page" : undefined}>
            {title}
          </a>
        ))}
      </nav>
    </header>
  );
}

/** What stands in the place of a part of the page that could not be loaded. */
function notLoaded(error: unknown) {
  const known = error instanceof Error ? error : new Error(String(error));
  return () => (
    <>
      <PageHeading title="Not loaded" />
      <Trouble error={known} again={() => location.reload()} />
    </>
  );
}
