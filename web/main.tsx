/**
 * The page in the browser. Start reading at `app.tsx` (the routes), then `practice/visit-state.ts` (what an answer goes
 * through) and `practice/visit-page.tsx` (how it looks).
 */
import { render } from "preact";
import { App } from "./app.tsx";
import { hasLink, takeLink } from "./sign-in.ts";

const place = document.getElementById("page");
if (place === null) throw new Error("index.html has no element #page");

const refusal = await takeLink(location, history);
render(<App refusal={refusal} />, place);

// A link that is opened where the page stands open changes only the address: opened again, the page takes it.
addEventListener("hashchange", () => {
  if (hasLink(location)) location.reload();
});
