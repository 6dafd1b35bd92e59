/** What a support is compared with to become a verdict. */
export interface Cut {
  readonly covered: number;
  readonly partly: number;
}

/** The cut-offs; set by hand on the development questions, see docs/decisions/0005-the-first-judge.md. */
export const CUT: Cut & { readonly contradicted: number } = {
  covered: 0.57,
  partly: 0.4,
  contradicted: 0.55,
};

/** For points that nobody wrote: whole sentences of a reference, of which an answer says the gist in other words. */
export const SOFT_CUT: Cut = { covered: 0.45, partly: 0.3 };
