import { dueOverview, LOCAL_OWNER, type Workplace } from "../practice/index.ts";
import { dayEnds, shortDay } from "./local-days.ts";
import { jsonText, type Style, wrap } from "./terminal-text.ts";

/** What an interview says that has nothing to ask: of all decks, or of one. When the next question comes, and a way on. */
export async function nothingDue(
  workplace: Workplace,
  deck: string | null,
  json: boolean,
  style: Style,
): Promise<string> {
  const ends = dayEnds(workplace.clock());
  const { next } = await dueOverview(workplace, LOCAL_OWNER, { dayEnds: ends, days: 1, until: null });
  if (json) {
    return `${jsonText({ kind: "nothing-due", next: next === null ? null : new Date(next).toISOString() })}\n`;
  }
  const what = deck === null ? "Nothing is due, and" : `Nothing of ${deck} is due, and`;
  const when =
    next === null
      ? ""
      : ` The next question ${deck === null ? "" : "of all decks "}comes on ${shortDay(next)}.`;
  const anyway = `Ask all the same, due or not: viva ask${deck === null ? "" : ` ${deck}`} --seed again`;
  return `${wrap(`${what} nothing is new.${when}`, style)}\n${style.paint("dim", wrap(anyway, style))}\n`;
}
