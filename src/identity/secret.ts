import { createHash, randomBytes } from "node:crypto";

/** 256 bits cannot be guessed, so a plain hash keeps them safe, where a password would want a slow one. */
const BYTES = 32;
/** So many bytes as base64url. */
const FORM = /^[A-Za-z0-9_-]{43}$/;

/** A secret that lets whoever has it in (it may stand in a URL and a cookie), and what is kept of it. */
export function newSecret(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(BYTES).toString("base64url");
  return { token, hash: sha256(token) };
}

/** What would be kept of this token; null for a text that cannot be one. */
export function hashOfToken(text: string): string | null {
  return FORM.test(text) ? sha256(text) : null;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
