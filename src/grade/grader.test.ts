import { readFileSync } from "node:fs";
import { createGrader } from "./grader.ts";
import { graderContract } from "./grader-contract.ts";
import { parseWordData } from "./word-data.ts";

const words = parseWordData(readFileSync(new URL("../../data/grade/words.txt", import.meta.url)));

graderContract("the judge by words", () => createGrader({ words }));
