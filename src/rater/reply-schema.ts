import { VERDICTS } from "../grade/index.ts";
import type { RateRequest } from "./opinion.ts";

/** The form that the endpoint is asked to hold the model to. */
export function replyFormat({ points }: Pick<RateRequest, "points">) {
  return {
    type: "json_schema",
    json_schema: {
      name: "opinions",
      strict: true,
      schema: {
        type: "object",
        properties: {
          points: {
            type: "array",
            items: {
              type: "object",
              properties: {
                point: { type: "string", enum: points.map(({ id }) => id) },
                verdict: { type: "string", enum: VERDICTS },
                quote: { type: "string" },
              },
              required: ["point", "verdict", "quote"],
              additionalProperties: false,
            },
          },
        },
        required: ["points"],
        additionalProperties: false,
      },
    },
  };
}
