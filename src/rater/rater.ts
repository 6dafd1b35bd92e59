import type { Clock } from "../base/index.ts";
import { bounded } from "./bounded.ts";
import { cacheKey, type RaterCache } from "./cache.ts";
import type { Opinion, RateRequest, Rater } from "./opinion.ts";
import { parseReply } from "./parse-reply.ts";
import { messagesFor } from "./prompt.ts";
import { readLimited } from "./read-limited.ts";
import { replyFormat } from "./reply-schema.ts";
import { restAfterFailures } from "./rest.ts";

/** Which model is asked, and where. */
export interface RaterSettings {
  /** Of the service, as in `http://127.0.0.1:11434/v1`; it is asked at `<url>/chat/completions`. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token; null when none is wanted. Part of no message, no log and no address. */
  readonly key: string | null;
  /** Milliseconds for the whole answer. */
  readonly timeoutMs?: number;
}

/** What it works with. */
export interface RaterParts {
  readonly fetch: typeof fetch;
  readonly cache: RaterCache;
  readonly clock: Clock;
}

const TIMEOUT_MS = 8000;
/** Bytes. Forty opinions have ten thousand. */
const LARGEST_REPLY = 256 * 1024;

/**
 * A rater behind an OpenAI-compatible endpoint. One call an answer, none when nothing is asked or nothing was said, or
 * while it rests after three failures in a row. Whatever goes wrong, there is no opinion and no error.
 *
 * @example
 * const rater = createRater(settings, { fetch, cache: memoryCache(), clock: Date.now });
 * const opinions = await rater.rate({ prompt, reference, points, turns: ["it only lives for five minutes"] });
 */
export function createRater(settings: RaterSettings, { fetch, cache, clock }: RaterParts): Rater {
  const rest = restAfterFailures(clock);
  const endpoint = `${settings.url.replace(/\/+$/, "")}/chat/completions`;
  const { model, key, timeoutMs = TIMEOUT_MS } = settings;

  async function ask(request: RateRequest): Promise<readonly Opinion[] | null> {
    const response = await fetch(endpoint, {
      method: "POST",
      // A redirect may lead to whoever: answers and the key go where the person said, or nowhere.
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model,
        temperature: 0,
        stream: false,
        messages: messagesFor(request),
        response_format: replyFormat(request),
      }),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return null;
    }
    const body = await readLimited(response, LARGEST_REPLY);
    return body === null ? null : parseReply(body, request);
  }

  return {
    about: { model, host: new URL(settings.url).host },
    async rate(whole) {
      const request = bounded(whole);
      if (request.points.length === 0 || request.turns.every((turn) => turn.trim() === "")) return [];
      const at = cacheKey(model, request);
      const known = await cache.get(at).catch(() => null);
      if (known !== null) return known;
      if (rest.isResting()) return null;
      const opinions = await ask(request).catch(() => null);
      rest.heard(opinions !== null);
      // An opinion that cannot be remembered is an opinion.
      if (opinions !== null) await cache.set(at, opinions).catch(() => {});
      return opinions;
    },
  };
}
