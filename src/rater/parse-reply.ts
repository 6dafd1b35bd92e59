import { VERDICTS } from "../grade/index.ts";
import { findQuote } from "./find-quote.ts";
import type { Opinion, RateRequest } from "./opinion.ts";

/**
 * Turns the endpoint's answer into opinions. What is not the form that was asked for is nothing at all; in the right
 * form, an entry is left out that is of no point asked for, of a point told twice (whichever is meant), or that has no
 * {@link findQuote | quote to show} for saying that the person said something.
 * @param body as it came
 * @param request as it was sent
 * @returns null when it is malformed
 */
export function parseReply(body: string, request: RateRequest): readonly Opinion[] | null {
  const content = contentOf(parseJson(body));
  const entries = content === null ? null : entriesOf(parseJson(content));
  if (entries === null) return null;
  return entries.flatMap(({ point: id, verdict, quote }): Opinion[] => {
    const point = request.points.find((each) => each.id === id);
    if (point === undefined || entries.filter((each) => each.point === id).length > 1) return [];
    if (verdict === "missing") return [{ point: point.id, verdict, quote: null }];
    const evidence = findQuote(quote, point, request.turns);
    return evidence === null ? [] : [{ point: point.id, verdict, quote: evidence.text }];
  });
}

interface Entry {
  readonly point: string;
  readonly verdict: Opinion["verdict"];
  readonly quote: string;
}

/** The text of the one choice there is; null when the model refused, was cut off or chose several. */
function contentOf(reply: unknown): string | null {
  if (!isObject(reply) || !Array.isArray(reply.choices) || reply.choices.length !== 1) return null;
  const [choice]: unknown[] = reply.choices;
  if (!isObject(choice) || !isObject(choice.message)) return null;
  const { content, refusal = null } = choice.message;
  return typeof content === "string" && (refusal === null || refusal === "") ? content : null;
}

function entriesOf(value: unknown): readonly Entry[] | null {
  if (!isObject(value) || !hasOnly(value, ["points"]) || !Array.isArray(value.points)) return null;
  const entries = value.points.map(entryOf);
  return entries.every((each) => each !== null) ? entries : null;
}

function entryOf(value: unknown): Entry | null {
  if (!isObject(value) || !hasOnly(value, ["point", "verdict", "quote"])) return null;
  const { point, quote } = value;
  const verdict = VERDICTS.find((each) => each === value.verdict);
  if (typeof point !== "string" || typeof quote !== "string" || verdict === undefined) return null;
  return { point, verdict, quote };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasOnly(value: object, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}
