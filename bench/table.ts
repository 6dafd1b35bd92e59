/** One line of what `npm run bench` prints. */
export interface Row {
  readonly what: string;
  readonly unit: "ms" | "ms CPU" | "MB" | "kB";
  /** What the design allows; null for figures that are there to compare with. */
  readonly budget: number | null;
  readonly measured: number;
  /** What it would be if the empty Node of this run were as fast as the design's; only for times from spawn. */
  readonly paced?: number;
  /** The peer measured in the same run, and its figure. */
  readonly peer: { readonly name: string; readonly measured: number } | null;
}

const HEAD = ["what", "budget", "measured", "beside", "ratio", ""];

/** The rows as a table for the terminal; a budget that is not kept says so. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const { what, unit, budget, measured, peer } = row;
    return [
      what,
      budget === null ? "" : `${budget} ${unit}`,
      `${figure(measured)} ${unit}`,
      peer === null ? "" : `${peer.name} ${figure(peer.measured)}`,
      peer === null ? "" : `${figure(measured / peer.measured)} x`,
      budget === null ? "" : verdict(row),
    ];
  });
  const widths = HEAD.map((head, at) => Math.max(head.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd();
  return [line(HEAD), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n");
}

/** Is the figure within its budget, here or at the design's pace? One that could not be measured is not over it. */
export function isKept({ budget, measured, paced }: Row): boolean {
  return budget === null || !(measured > budget) || (paced !== undefined && paced <= budget);
}

function verdict(row: Row): string {
  if (Number.isNaN(row.measured)) return "not measured here";
  if (!isKept(row)) return "OVER";
  const isPaced = row.budget !== null && row.measured > row.budget;
  return isPaced ? `ok at the design's pace: ${figure(row.paced ?? Number.NaN)}` : "ok";
}

function figure(value: number): string {
  return value.toFixed(value < 1 ? 3 : value < 20 ? 1 : 0);
}
