/** Eighths of a block, as Unicode has them (U+258F to U+2588). */
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar for a value between 0 and `most`, in eighths of a column; anything above nothing shows. */
export function bar(value: number, most: number, width: number): string {
  if (value <= 0 || most <= 0) return "";
  const eighths = Math.max(1, Math.round((Math.min(value, most) / most) * width * 8));
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

/** A part and a larger part of the same whole in one bar of this width: `████░░░····`. */
export function partBar(part: number, larger: number, whole: number, width: number): string {
  const columns = (value: number) =>
    whole <= 0 ? 0 : Math.round((Math.min(Math.max(0, value), whole) / whole) * width);
  const full = columns(part);
  const light = Math.max(0, columns(larger) - full);
  return "█".repeat(full) + "░".repeat(light) + "·".repeat(width - full - light);
}
