/** Words shorter than this have too many neighbours one letter away. */
const SHORTEST = 5;

/** Whether two stems differ by one slip: a letter wrong, missing, added or two exchanged. The first letter is kept. */
export function isNear(a: string, b: string): boolean {
  if (a === b || a.length < SHORTEST || b.length < SHORTEST || a[0] !== b[0]) return false;
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let aEnd = a.length;
  let bEnd = b.length;
  while (aEnd > from && bEnd > from && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd -= 1;
    bEnd -= 1;
  }
  const left = a.slice(from, aEnd);
  const right = b.slice(from, bEnd);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
