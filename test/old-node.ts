import { execFileSync } from "node:child_process";
import { reachesFloor } from "../bin/node24.mjs";
import { needs, onPath } from "./require.ts";

const version = (node: string) =>
  execFileSync(node, ["-p", "process.versions.node"], { encoding: "utf8" }).trim();

/** The first Node on the PATH that is too old for us, as a newcomer's may be; null when there is none. */
export const oldNode = onPath("node").find((path) => !reachesFloor(version(path))) ?? null;

/** The `skip` of a test that starts from it. */
export const noOldNode = needs(
  "node20",
  "apt-get install nodejs (Debian's is older than 24.11)",
  oldNode !== null,
);
