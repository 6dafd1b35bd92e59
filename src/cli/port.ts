import { InvalidArgumentError, type Option } from "commander";
import { option } from "./command.ts";

/** Where the server listens when nobody says otherwise. */
export const DEFAULT_PORT = 4280;
const LARGEST_PORT = 65_535;

/** `--port` (VIVA_PORT). */
export function portOption(about: string): Option {
  return option("--port <n>", about).default(DEFAULT_PORT).argParser(port);
}

/** A port; 0 leaves the choice to the system. */
function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > LARGEST_PORT) {
    throw new InvalidArgumentError(`Wanted a whole number from 0 to ${LARGEST_PORT}.`);
  }
  return Number(text);
}
