import { readdirSync, readFileSync } from "node:fs";

// VmHWM, the most memory a process has held, as Linux tells it. Elsewhere the figures are NaN.
// Not resourceUsage().maxRSS: on Linux that begins with what the parent held when it forked.

interface Status {
  readonly pid: number;
  readonly parent: number;
  readonly megabytes: number;
}

function statusOf(pid: string): Status {
  const text = readFileSync(`/proc/${pid}/status`, "utf8");
  const value = (key: string) => Number(text.match(new RegExp(`^${key}:\\s+(\\d+)`, "m"))?.[1] ?? Number.NaN);
  return { pid: value("Pid"), parent: value("PPid"), megabytes: value("VmHWM") / 1024 };
}

/** The most memory this process has held, in megabytes. */
export function memoryOfThis(): number {
  return process.platform === "linux" ? statusOf("self").megabytes : Number.NaN;
}

/** The most memory each process of a tree has held, added up, in megabytes. */
export function memoryOfTree(root: number): number {
  if (process.platform !== "linux") return Number.NaN;
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [statusOf(pid)];
      } catch {
        // it ended while we looked
        return [];
      }
    });
  const sum = (pid: number): number => {
    const own = all.find((each) => each.pid === pid)?.megabytes ?? 0;
    return all.filter(({ parent }) => parent === pid).reduce((total, each) => total + sum(each.pid), own);
  };
  return sum(root);
}
