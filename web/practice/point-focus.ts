/** How the points stand in the page: each names itself by `data-point`. */
const POINT = "[data-point]";

/** The point that the focus is in; null when it is elsewhere. */
export function focusedPoint(within: HTMLElement | null): string | null {
  const point = document.activeElement?.closest<HTMLElement>(POINT) ?? null;
  return point !== null && within?.contains(point) === true ? (point.dataset.point ?? null) : null;
}

/** Moves the focus to a point. */
export function focusPoint(within: HTMLElement | null, point: string | undefined): void {
  const found = pointsIn(within).find((each) => each.dataset.point === point);
  found?.closest("details")?.setAttribute("open", "");
  found?.querySelector("button")?.focus();
}

/** Moves the focus to the point above or below; from elsewhere to the first or last. */
export function focusBeside(within: HTMLElement | null, step: 1 | -1): void {
  const all = pointsIn(within).filter((each) => each.closest("details:not([open])") === null);
  const at = all.findIndex((each) => each.contains(document.activeElement));
  const next = at === -1 ? (step === 1 ? 0 : all.length - 1) : at + step;
  all[next]?.querySelector("button")?.focus();
}

const pointsIn = (within: HTMLElement | null): HTMLElement[] => [
  ...(within?.querySelectorAll<HTMLElement>(POINT) ?? []),
];
