import { signIn } from "./api.ts";

const LINK = /^#link=(.+)$/;

/** Whether an address holds a link (`#link=…`). */
export const hasLink = ({ hash }: Pick<Location, "hash">): boolean => LINK.test(hash);

/**
 * Trades the link of the address (`#link=…`) for a session and takes it out of the history.
 * @returns why it was refused, as a sentence; null when it was not, or when there is no link
 */
export async function takeLink(
  { hash, pathname, search }: Pick<Location, "hash" | "pathname" | "search">,
  history: Pick<History, "replaceState">,
): Promise<string | null> {
  const link = LINK.exec(hash)?.[1];
  if (link === undefined) return null;
  history.replaceState(null, "", pathname + search);
  try {
    await signIn(link);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
