import type { DeckName, EventId, PointId } from "../base/index.ts";
import {
  type Correction,
  correctReview,
  type Judged,
  LOCAL_OWNER,
  recordReview,
  reviewOfVisit,
  type Session,
  setBorrowing,
  takeBackReview,
  type Workplace,
} from "../practice/index.ts";
import type { Asked } from "./asked.ts";

/** Sees to it that what is kept is what the session says. */
export interface Keeper {
  /**
   * To be called after every step: records what closed, corrects what was corrected, takes back what was undone.
   * @returns how many reviews of the session are not kept as they are
   */
  follow(session: Session): Promise<number>;
}

/** A keeper that keeps nothing, and owes nothing. */
export const FORGETFUL: Keeper = { follow: async () => 0 };

/** A visit as it was when it was last kept. */
interface Kept {
  readonly id: EventId;
  readonly visit: Judged;
}

interface KeeperOptions {
  readonly workplace: Workplace;
  /** What the session asks, in its order. */
  readonly asked: readonly Asked[];
  /** Done once, before the first review is recorded. */
  prepare(): Promise<void>;
  /** Told what failed. */
  failed(error: unknown): void;
}

/**
 * Records one review a visit when it closes, on the local owner's name. A store that fails ends nothing: `follow` always
 * compares the whole session with what is kept, so what could not be kept is tried again at the next step.
 */
export function visitKeeper({ workplace, asked, prepare, failed }: KeeperOptions): Keeper {
  let kept: readonly Kept[] = [];
  let prepared = false;

  const record = async (visit: Judged, deck: DeckName) => {
    if (!prepared) await prepare();
    prepared = true;
    const id = workplace.newId();
    await recordReview(workplace, LOCAL_OWNER, reviewOfVisit(visit, { id, deck }));
    kept = [...kept, { id, visit }];
  };
  const takeBack = async ({ id }: Kept) => {
    await takeBackReview(workplace, LOCAL_OWNER, id);
    kept = kept.filter((each) => each.id !== id);
  };
  const correct = async ({ id: review, visit: before }: Kept, visit: Judged) => {
    for (const change of changes(before.corrections, visit.corrections)) {
      await correctReview(workplace, LOCAL_OWNER, { review, ...change });
    }
    kept = kept.map((each) => (each.id === review ? { id: review, visit } : each));
  };

  /** By place: what the decks say of borrowing; undone, it is said again. */
  const borrows = new Map<number, string>();
  const keepBorrowing = async (visits: Session["visits"]) => {
    for (const [at, { question }] of asked.entries()) {
      const wanted = visits[at]?.question.borrows ?? question.borrows;
      if (wanted === (borrows.get(at) ?? question.borrows)) continue;
      await setBorrowing(workplace, question.id, wanted === "none" ? "none" : "");
      borrows.set(at, wanted);
    }
  };

  return {
    async follow({ visits }) {
      const judged = asked.flatMap(({ deck }, at) => {
        const visit = visits[at];
        return visit === undefined || visit.outcome === "skipped" ? [] : [{ visit, deck }];
      });
      try {
        for (const each of kept) {
          if (!judged.some(({ visit }) => isSame(each.visit, visit))) await takeBack(each);
        }
        for (const { visit, deck } of judged) {
          const there = kept.find((each) => isSame(each.visit, visit));
          if (there === undefined) await record(visit, deck);
          else if (there.visit !== visit) await correct(there, visit);
        }
        await keepBorrowing(visits);
      } catch (error) {
        failed(error);
      }
      const asTheyAre = judged.filter(({ visit }) => kept.some((each) => each.visit === visit)).length;
      return judged.length - asTheyAre + (kept.length - asTheyAre);
    },
  };
}

/** A correction gives a new visit, with the judge's assessment of the one that was corrected. */
const isSame = (a: Judged, b: Judged): boolean => a.assessment === b.assessment;

/** From one list of corrections to another; null: the judge's verdict stands again. */
function changes(
  before: readonly Correction[],
  after: readonly Correction[],
): { point: PointId; verdict: Correction["verdict"] | null }[] {
  const last = (corrections: readonly Correction[], point: PointId) =>
    corrections.findLast((each) => each.point === point)?.verdict ?? null;
  const points = new Set([...before, ...after].map(({ point }) => point));
  return [...points]
    .map((point) => ({ point, verdict: last(after, point) }))
    .filter(({ point, verdict }) => verdict !== last(before, point));
}
