const listeners = new Set<() => void>();

/** The server has answered somebody on this page: what waited for it may try again. */
export function serverAnswered(): void {
  for (const listener of listeners) listener();
}

/** Calls back whenever the server has answered. @returns what ends that */
export function onServerAnswer(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
