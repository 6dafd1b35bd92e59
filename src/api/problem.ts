import { errorCatalogue, VivaError, type VivaErrorCode } from "../base/index.ts";
import type { ProblemDetails } from "./schemas/problem.ts";

/** One value of a request that is not right. */
export interface Fault {
  /** A JSON pointer (RFC 6901) into the body, or to a parameter of the query by its name. */
  readonly pointer: string;
  readonly detail: string;
}

/** A request whose values are not right, with the place of each. */
export class RequestError extends VivaError {
  override name = "RequestError";
  readonly faults: readonly Fault[];

  constructor(code: "VIVA_INVALID" | "VIVA_BAD_REQUEST", faults: readonly Fault[]) {
    super(
      code,
      faults.map(({ pointer, detail }) => `${pointer === "" ? "the body" : pointer} ${detail}`).join("; "),
    );
    this.faults = faults;
  }
}

/** @returns the error for one value, named by its pointer */
export function invalid(pointer: string, detail: string): RequestError {
  return new RequestError("VIVA_INVALID", [{ pointer, detail }]);
}

/** What Fastify refuses, by its codes. Its own sentences speak of Fastify, so they are not passed on. */
const refusals: Readonly<Record<string, readonly [VivaErrorCode, string]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    "VIVA_MEDIA_TYPE",
    "the Content-Type is not one that is read here: /v1/openapi.json says which is",
  ],
  FST_ERR_CTP_BODY_TOO_LARGE: ["VIVA_TOO_LARGE", "the body is longer than what is read here"],
  FST_ERR_CTP_EMPTY_JSON_BODY: ["VIVA_BAD_REQUEST", "the body is empty, wanted JSON"],
  FST_ERR_CTP_INVALID_JSON_BODY: [
    "VIVA_BAD_REQUEST",
    "the body is not JSON, or holds a key named __proto__ or constructor",
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    "VIVA_BAD_REQUEST",
    "the body is longer or shorter than its Content-Length says",
  ],
  FST_ERR_BAD_URL: ["VIVA_BAD_REQUEST", "the path holds a percent sign that begins no encoded character"],
  FST_ERR_MAX_PARAM_LENGTH: ["VIVA_NOT_FOUND", "a part of the path is longer than any name here"],
};

/** The error of the catalogue that something thrown stands for; null when nobody expected it. */
export function expected(error: unknown): VivaError | null {
  if (error instanceof VivaError) return error;
  if (!(error instanceof Error)) return null;
  const refusal = "code" in error && typeof error.code === "string" ? refusals[error.code] : undefined;
  return refusal === undefined ? null : new VivaError(...refusal, { cause: error });
}

/**
 * The problem document (RFC 9457) of an error. Of one that was not expected nothing is told but where the log has it.
 * @param requestId names the request, also in the log
 */
export function problemOf(error: VivaError | null, requestId: string): ProblemDetails {
  const code = error?.code ?? "VIVA_UNEXPECTED";
  const { title, status } = errorCatalogue[code];
  return {
    type: `tag:vivarium,2026:${code}`,
    title,
    status,
    detail: error?.message ?? `the server's log says more, under ${requestId}`,
    code,
    instance: `urn:uuid:${requestId}`,
    ...(error instanceof RequestError && { errors: error.faults.map((fault) => ({ ...fault })) }),
  };
}
