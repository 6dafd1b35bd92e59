import { watchable } from "../watch.ts";

/** What somebody brings to the page: a document, or a folder, which the page cannot read. */
export type Brought =
  | { readonly kind: "document"; readonly number: number; readonly file: File }
  | { readonly kind: "folder"; readonly number: number; readonly name: string };

const queue = watchable<readonly Brought[]>([]);
let numbers = 0;

/** What was brought and is not decided yet, the first one first: they are looked at one after another. */
export const documentsBrought = { state: queue.state, subscribe: queue.subscribe };

/** Puts documents at the end of what is to be looked at. */
export function bring(files: readonly File[], folders: readonly string[] = []): void {
  queue.replace([
    ...queue.state(),
    ...files.map((file): Brought => ({ kind: "document", number: ++numbers, file })),
    ...folders.map((name): Brought => ({ kind: "folder", number: ++numbers, name })),
  ]);
}

/** The first one is decided; the next one comes. */
export function decided(number: number): void {
  queue.replace(queue.state().filter((brought) => brought.number !== number));
}

/** Nothing of what was brought is to be looked at any more. */
export function leaveAll(): void {
  queue.replace([]);
}
