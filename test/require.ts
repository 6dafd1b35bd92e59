import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** All programs of this name on the PATH, first found first. */
export function onPath(program: string): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders
    .map((folder) => join(folder, program))
    .filter((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/**
 * What a test needs and a machine may lack. The answer is the test's `skip`: false when it is there, else one line with
 * the command that brings it. Where the environment's VIVA_REQUIRE names it (a comma list; `.ci/run` sets it), being
 * absent is a failure, so that a test cannot stop running unnoticed.
 *
 * @example test("a full screen", { skip: needs("tmux", "apt-get install tmux") }, () => {})
 */
export function needs(name: string, command: string, isThere = onPath(name).length > 0): false | string {
  if (isThere) return false;
  const line = `${name} is not here; to run this test: ${command}`;
  const required = (process.env.VIVA_REQUIRE ?? "").split(",").map((each) => each.trim());
  if (required.includes(name)) throw new Error(`${line} (VIVA_REQUIRE asks for it)`);
  return line;
}
