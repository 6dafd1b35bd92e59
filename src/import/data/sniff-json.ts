import type { SourceText } from "../reader.ts";

/** Characters at the start that are looked at. */
const LOOKED_AT = 3000;
const KEY =
  /[{,]\s*"(?:questions?|q|front|prompt|term|cards?|items|quiz|faqs?|data|notes|__type__|[^"\n]{0,80}[?？])"\s*:/i;

/** Whether the text can only be JSON: it begins like it, and its name or a key of its says so. */
export function isMeantAsJson({ name, text }: SourceText): boolean {
  const start = text.slice(0, LOOKED_AT).trimStart();
  return (
    /^[[{]\s*(?:["{[\]}]|-?\d|true|false|null|\/[/*]|$)/.test(start) &&
    (/\.(?:json[lc5]?|ndjson)$/i.test(name) || KEY.test(start))
  );
}

/** 0..1: certain where keys of questions stand in something that begins and ends like JSON. */
export function sniffJson(source: SourceText): number {
  const start = source.text.slice(0, LOOKED_AT).trimStart();
  if (!/^[[{]/.test(start)) return 0;
  if (isMeantAsJson(source)) return 0.95;
  return /^[[{]\s*(?:["{[]|-?\d)/.test(start) && /[\]}]\s*$/.test(source.text.slice(-200)) ? 0.6 : 0;
}
