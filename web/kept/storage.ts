import { type Watched, watchable } from "../watch.ts";

/** What the browser keeps for this page, as text by key. */
export interface Storage {
  read(key: string): string | null;
  write(key: string, text: string): void;
  remove(key: string): void;
  keys(): string[];
}

/** A storage that may not last. */
interface LastingStorage extends Storage {
  /** Whether what was written last outlives the page. */
  readonly lasts: Watched<boolean>;
}

/** The browser's own storage; where it is switched off or full, what is written lasts as long as the page is open. */
export function browserStorage(local: () => globalThis.Storage): LastingStorage {
  const meanwhile = new Map<string, string>();
  const lasts = watchable(true);
  const notice = () => {
    if (lasts.state() !== (meanwhile.size === 0)) lasts.replace(meanwhile.size === 0);
  };
  const attempt = <T>(action: (storage: globalThis.Storage) => T, otherwise: T): T => {
    try {
      return action(local());
    } catch {
      return otherwise;
    }
  };
  return {
    lasts: { state: lasts.state, subscribe: lasts.subscribe },
    read: (key) => meanwhile.get(key) ?? attempt((storage) => storage.getItem(key), null),
    write(key, text) {
      meanwhile.set(key, text);
      attempt((storage) => {
        storage.setItem(key, text);
        meanwhile.delete(key);
      }, undefined);
      notice();
    },
    remove(key) {
      meanwhile.delete(key);
      notice();
      attempt((storage) => storage.removeItem(key), undefined);
    },
    keys: () => [...new Set([...meanwhile.keys(), ...attempt((storage) => Object.keys(storage), [])])],
  };
}

/** A storage that forgets with its process. */
export function memoryStorage(): Storage {
  const texts = new Map<string, string>();
  return {
    read: (key) => texts.get(key) ?? null,
    write: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
  };
}
