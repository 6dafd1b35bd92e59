import { useEffect, useState } from "preact/hooks";

/** Something that changes and says so. */
export interface Watched<T> {
  state(): T;
  subscribe(listener: () => void): () => void;
}

/** Renders again when it changes. */
export function useWatched<T>(watched: Watched<T>): T {
  const [, renderAgain] = useState({});
  useEffect(() => {
    const again = () => renderAgain({});
    // It may have changed between rendering and now.
    again();
    return watched.subscribe(again);
  }, [watched]);
  return watched.state();
}

/** A value that can be watched and replaced. */
export function watchable<T>(first: T): Watched<T> & { replace(next: T): void } {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    state: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    replace(next) {
      value = next;
      for (const listener of listeners) listener();
    },
  };
}
