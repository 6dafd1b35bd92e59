import { browserStorage } from "./storage.ts";

/** What is kept here, on this machine, in this browser. */
export const storage = browserStorage(() => localStorage);
