/** A problem as the API tells it (RFC 9457). */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** From the catalogue in `docs/reference/errors.md`; null when it was not Vivarium that answered, a proxy for example. */
  readonly code: string | null;
  /** What is wrong with a request, by JSON pointer. */
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

/** The server refused. The message is a sentence for people; `code` is what a program decides by. */
export class VivaProblem extends Error {
  override name = "VivaProblem";
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails) {
    super(details.detail ?? details.title);
    this.details = details;
  }

  get code(): string | null {
    return this.details.code;
  }

  get status(): number {
    return this.details.status;
  }
}

/** Reads a refusal. One that is no problem document becomes one without a code. */
export async function problemOf(response: Response): Promise<VivaProblem> {
  const { status } = response;
  const isProblem = /^application\/(problem\+)?json\b/.test(response.headers.get("content-type") ?? "");
  const body: unknown = isProblem ? await response.json().catch(() => null) : null;
  return new VivaProblem(parseProblem(body, status));
}

function parseProblem(body: unknown, status: number): ProblemDetails {
  const given = isRecord(body) ? body : {};
  const text = (key: string): string | null => (typeof given[key] === "string" ? given[key] : null);
  const detail = text("detail");
  const errors = Array.isArray(given.errors) ? given.errors : [];
  return {
    type: text("type") ?? "about:blank",
    title: text("title") ?? `The server answered with status ${status}`,
    status,
    ...(detail !== null && { detail }),
    code: text("code"),
    errors: errors.flatMap((each: unknown) =>
      isRecord(each) ? [{ pointer: String(each.pointer ?? ""), detail: String(each.detail ?? "") }] : [],
    ),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
