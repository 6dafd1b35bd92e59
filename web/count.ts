/** `1 question`, `12 questions`. */
export function count(number: number, one: string, more = `${one}s`): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : more}`;
}

/** `72 %`, with a space that does not break. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}
