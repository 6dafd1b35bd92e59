import type { QuestionId } from "../base/index.ts";
import type { Workplace } from "./workplace.ts";

/**
 * Says whether a question of one's own deck may be judged by a shipped one's points: `none`, or "" when one that asks
 * the same may be looked for. Nothing is written when it says so already.
 * @throws VivaError VIVA_QUESTION_NOT_FOUND, VIVA_DECK_SHIPPED, VIVA_DECK_CHANGED, VIVA_STORE_UNWRITABLE
 */
export async function setBorrowing(
  { catalogue, decks }: Pick<Workplace, "catalogue" | "decks">,
  id: QuestionId,
  borrows: "none" | "",
): Promise<void> {
  const { name } = (await catalogue.question(id)).deck;
  const version = (await decks.version(name)) ?? "";
  // As it stands, and not as it is remembered.
  const question = (await decks.load(name))?.deck.questions.find((each) => each.id === id);
  if (question === undefined || question.borrows === borrows) return;
  await decks.saveQuestion(name, { ...question, borrows }, { version });
}
