import { watchable } from "../watch.ts";

/** The document that somebody brings to the page, until they have decided; null when there is none. */
export const documentBrought = watchable<File | null>(null);
