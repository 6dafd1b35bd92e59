/** How a person's first answers to questions went: how many there were, and how many of them were not `again`. */
export interface FirstAnswers {
  readonly asked: number;
  readonly known: number;
}

/**
 * What is assumed before anything is known of a person: three of ten questions of a deck they chose to learn can be
 * answered unprepared. No data stands behind it; it is low, because a forecast should rather promise too little.
 */
const ASSUMED: FirstAnswers = { asked: 10, known: 3 };

/**
 * The chance that a question is answered that was never asked before: the mean of a Beta distribution, which is the share
 * of one's own first answers drawn towards what was assumed. After ten first answers both count the same.
 * @param assumed what to draw towards, as a chance: for a deck, the person's chance over all decks
 */
export function coldChance({ asked, known }: FirstAnswers, assumed = ASSUMED.known / ASSUMED.asked): number {
  return (assumed * ASSUMED.asked + known) / (ASSUMED.asked + asked);
}
