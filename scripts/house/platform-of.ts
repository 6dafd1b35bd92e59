const SYSTEMS = [
  "linux",
  "darwin",
  "win32",
  "android",
  "freebsd",
  "openbsd",
  "netbsd",
  "openharmony",
  "sunos",
  "aix",
];
const PROCESSORS = [
  "x64",
  "arm64",
  "arm",
  "ia32",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "mips64el",
  "wasm32",
];

/** Where a package of machine code runs, in the words of package.json. */
export interface Platform {
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly os?: readonly string[];
}

/** Reads the platform from a package's name, as in `@oxc-parser/binding-linux-arm64-musl`; null when it names none. */
export function platformOf(name: string): Platform | null {
  const parts = name.split(/[-/]/);
  const os = SYSTEMS.find((each) => parts.includes(each) || (each === "win32" && parts.includes("win")));
  const cpu = PROCESSORS.find((each) => parts.includes(each));
  if (cpu === undefined) return null;
  if (os === undefined) return cpu === "wasm32" ? { cpu: [cpu] } : null;
  const last = parts.at(-1) ?? "";
  const libc = last.startsWith("musl") ? "musl" : last.startsWith("gnu") ? "glibc" : null;
  return { cpu: [cpu], ...(libc && os === "linux" && { libc: [libc] }), os: [os] };
}
