import { homedir } from "node:os";
import { join, resolve } from "node:path";
import envPaths from "env-paths";
import { openWorkplace, secureRandom, type Workplace } from "../practice/index.ts";
import { commandClock } from "./clock.ts";
import { packageRoot } from "./package-root.ts";

/**
 * Where a person's things are: `--home`, else VIVA_HOME, else the platform's folder for data (XDG_DATA_HOME or
 * ~/.local/share on Linux, Application Support on macOS, Local AppData on Windows).
 */
export function homeFolder(chosen: string | undefined): string {
  if (chosen === undefined || chosen === "") return envPaths("vivarium", { suffix: "" }).data;
  return resolve(chosen === "~" || chosen.startsWith("~/") ? join(homedir(), chosen.slice(1)) : chosen);
}

/**
 * What a command works with. Nothing is opened yet.
 * @throws VivaError VIVA_USAGE when VIVA_NOW is not right
 */
export function workplaceAt(home: string | undefined): Workplace {
  return openWorkplace({
    root: packageRoot(),
    home: homeFolder(home),
    clock: commandClock(),
    random: secureRandom(),
    environment: process.env,
  });
}
