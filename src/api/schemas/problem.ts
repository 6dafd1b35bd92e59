import { type Static, Type } from "typebox";
import { component } from "./common.ts";

export const Problem = Type.Object(
  {
    type: Type.String({ description: "Names the kind of problem; the same for the same `code`" }),
    title: Type.String({ description: "The kind of problem in a few words" }),
    status: Type.Integer({ description: "The status of the answer" }),
    detail: Type.String({ description: "What was found, what was wanted and what to do, for people" }),
    code: Type.String({ description: "From the catalogue of errors; what programs decide by" }),
    instance: Type.String({ description: "Names this request, as the X-Request-Id header does" }),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          pointer: Type.String({
            description: "A JSON pointer (RFC 6901) into the body, or to a parameter by its name",
          }),
          detail: Type.String(),
        }),
        { description: "The values of the request that are not right" },
      ),
    ),
  },
  {
    ...component("Problem", "Why a request was refused (RFC 9457)"),
    examples: [
      {
        type: "tag:vivarium,2026:VIVA_INVALID",
        title: "A value of the request is not right",
        status: 422,
        detail: "/turns must be array",
        code: "VIVA_INVALID",
        instance: "urn:uuid:5b1c5d0e-27ac-4f1a-9a55-d7f6f3a0f9c1",
        errors: [{ pointer: "/turns", detail: "must be array" }],
      },
    ],
  },
);
export type ProblemDetails = Static<typeof Problem>;

/** Every answer of a path that refuses something, by status. */
export function problems<S extends number>(...statuses: S[]): Record<S, typeof Problem> {
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(statuses.map((status) => [status, Problem])) as Record<S, typeof Problem>;
}
