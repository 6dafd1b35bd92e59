import { InvalidArgumentError, Option } from "commander";

/**
 * An option whose value may also come from the variable of the same name: `--seed` from VIVA_SEED. An empty variable
 * is none, and so is 0, false, no or off where the option is a switch.
 */
export function option(flags: string, about: string): Option {
  const made = new Option(flags, about);
  const name = `VIVA_${made.name().toUpperCase().replaceAll("-", "_")}`;
  const value = process.env[name]?.trim();
  if (value === "" || (made.isBoolean() && value !== undefined && /^(0|false|no|off)$/i.test(value))) {
    delete process.env[name];
  }
  return made.env(name);
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
