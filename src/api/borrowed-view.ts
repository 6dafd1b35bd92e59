import type { Borrowed } from "../practice/index.ts";
import type { BorrowedView } from "./schemas/borrowed.ts";

/** Whose points a question is judged by, as the API says it. */
export function borrowedView(borrowed: Borrowed | null): BorrowedView | null {
  if (borrowed === null) return null;
  const { id, deck, title, disagreements } = borrowed;
  return { question: id, deck, title, disagreements: disagreements.map((each) => ({ ...each })) };
}
