// `npm run build`, and the `prepare` script: bundles the command and the page into dist/.
import { fileURLToPath } from "node:url";
import { buildAll } from "./build/build-all.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const started = performance.now();
try {
  const built = await buildAll({ root, into: `${root}dist` });
  if (built === null) {
    console.log("dist/ was not built: no development packages here (npm ci && npm run build builds it)");
  } else {
    const kB = Math.round(built.bytes / 1000);
    const ms = Math.round(performance.now() - started);
    console.log(`dist/ built: ${built.files} files, ${kB} kB, in ${ms} ms`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
