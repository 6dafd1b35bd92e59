// Holds the sources against the rules of the house (scripts/house/rules.ts) and says where one is broken.
import { fileURLToPath } from "node:url";
import { checkHouse } from "./house/check.ts";

const report = checkHouse(fileURLToPath(new URL("..", import.meta.url)));
for (const { file, line, rule, text } of report.violations) {
  console.log(`${file}${line === 0 ? "" : `:${line}`}  ${rule}: ${text}`);
}
const counted = report.askedGit ? "" : " (not counted against git: no repository here)";
console.log(
  `${report.files} files, ${report.imports} imports, ${report.violations.length} broken rules${counted}`,
);
if (report.violations.length > 0) process.exitCode = 1;
