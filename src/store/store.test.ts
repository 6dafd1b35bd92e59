import { after } from "node:test";
import { temporaryFolders } from "../../test/fixtures/store-folders.ts";
import { memoryStore } from "./memory/memory-store.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import { storeContract } from "./store-contract.ts";

const { storeFile, removeAll } = temporaryFolders();
after(removeAll);

storeContract("memory", async () => memoryStore({ device: "d" }));
storeContract("sqlite", async () => openSqliteStore({ file: storeFile() }));
