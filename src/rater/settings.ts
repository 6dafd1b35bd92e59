import { VivaError } from "../base/index.ts";
import { parseEndpoint } from "./endpoint.ts";
import type { Environment } from "./environment.ts";
import type { RaterSettings } from "./rater.ts";
import { readKey } from "./read-key.ts";

/**
 * Who is asked, from VIVA_LLM_URL, VIVA_LLM_MODEL, and VIVA_LLM_KEY or VIVA_LLM_KEY_FILE. An empty variable is none.
 * @returns null when neither address nor model is set: nobody is asked
 * @throws VivaError VIVA_USAGE when they are not right; VIVA_FILE_NOT_FOUND, VIVA_FILE_UNREADABLE, VIVA_FILE_EMPTY or
 * VIVA_FILE_TOO_LARGE of the key's file
 */
export async function readRaterSettings(environment: Environment): Promise<RaterSettings | null> {
  const url = environment.VIVA_LLM_URL?.trim() ?? "";
  const model = environment.VIVA_LLM_MODEL?.trim() ?? "";
  if (url === "" && model === "") return null;
  if (model === "") throw half("VIVA_LLM_URL", "VIVA_LLM_MODEL", "llama3.1");
  if (url === "") throw half("VIVA_LLM_MODEL", "VIVA_LLM_URL", "http://127.0.0.1:11434/v1");
  return { url: parseEndpoint(url), model, key: await readKey(environment) };
}

function half(set: string, missing: string, example: string): VivaError {
  return new VivaError(
    "VIVA_USAGE",
    `${set} is set and ${missing} is not: a second rater needs both, as in ${missing}=${example}; unset ${set} to do without`,
  );
}
