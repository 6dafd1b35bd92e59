import { InvalidArgumentError, Option } from "commander";

/** An option whose value may also come from the variable of the same name: `--seed` from VIVA_SEED. */
export function option(flags: string, about: string): Option {
  const made = new Option(flags, about);
  return made.env(`VIVA_${made.name().toUpperCase().replaceAll("-", "_")}`);
}

/** A whole number from 1 on. */
export function positive(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("Wanted a whole number from 1 on.");
  return Number(text);
}

/** Help text that ends in an example that runs as it stands. */
export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}`;
}

/** `1 file`, `2 files`. */
export function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}
