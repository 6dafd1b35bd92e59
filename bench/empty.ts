// An empty Node, to compare with. Run by `run.ts`.
import { memoryOfThis } from "./memory.ts";

console.log(JSON.stringify({ megabytes: memoryOfThis() }));
