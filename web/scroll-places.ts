import { useOnce, useWhen } from "./use-when.ts";

/** How far each address was scrolled when it was left, while the page is open: px. */
const places = new Map<string, number>();
const here = () => location.pathname + location.search;

/** Where the page that is come back to was left; null when it is gone to. */
let left: number | null = null;

/** A page that is gone to begins at its top; one that is come back to stands where it was left. */
export function useScrollPlaces(path: string): void {
  useOnce(() => {
    const stop = new AbortController();
    const { signal } = stop;
    addEventListener("scroll", () => void places.set(here(), scrollY), { signal, passive: true });
    // Read at once: while the page changes, the browser scrolls by itself.
    addEventListener(
      "popstate",
      () => {
        left = places.get(here()) ?? 0;
      },
      { signal },
    );
    return () => stop.abort();
  });
  useWhen(path, () => {
    scrollTo(0, left ?? 0);
    left = null;
  });
}
