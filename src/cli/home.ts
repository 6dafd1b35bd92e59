import { homedir } from "node:os";
import { join, resolve } from "node:path";
import envPaths from "env-paths";
import { openWorkplace, type Workplace } from "../practice/index.ts";
import { packageRoot } from "./package-root.ts";

/**
 * Where a person's things are: `--home`, else VIVA_HOME, else the platform's folder for data (XDG_DATA_HOME or
 * ~/.local/share on Linux, Application Support on macOS, Local AppData on Windows).
 */
export function homeFolder(chosen: string | undefined): string {
  if (chosen === undefined || chosen === "") return envPaths("vivarium", { suffix: "" }).data;
  return resolve(chosen === "~" || chosen.startsWith("~/") ? join(homedir(), chosen.slice(1)) : chosen);
}

/** The store and the grader for a command. */
export function workplaceAt(home: string | undefined): Workplace {
  return openWorkplace({ root: packageRoot(), home: homeFolder(home) });
}
