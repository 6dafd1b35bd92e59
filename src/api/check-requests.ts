import type { FastifySchemaCompiler, FastifyServerOptions } from "fastify";
import type { TObject, TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import { NO_INSTANT } from "./instant.ts";
import { type Fault, invalid, RequestError } from "./problem.ts";

/** How many faults of one request are told: nobody reads a thousand. */
const MOST_FAULTS = 20;

/**
 * Makes the check of a part of the requests of a route. Each is compiled when it is first needed: most of them are not
 * at the start. Nothing is converted, filled in or left out, except that numbers and yes or no stand in a query as text.
 */
const checkRequests: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  if ("contentMediaType" in schema) return checkBytes;
  let validator: Validator | null = null;
  return (data: unknown) => {
    validator ??= Compile(schema);
    const value = httpPart === "querystring" ? readQuery(schema, data) : data;
    if (validator.Check(value)) return { value };
    return { error: requestError(validator, value, httpPart) };
  };
};

/** Bytes are what they are. */
const checkBytes = (data: unknown) =>
  data instanceof Uint8Array
    ? { value: data }
    : { error: invalid("", "is missing, wanted the bytes of a document") };

/**
 * What Fastify does with schemas. Answers are not filtered by theirs: handlers make what they send key by key, and tests
 * hold every answer against its schema; compiling those would cost more than the rest of the start.
 */
// Fastify's types want Ajv here, and it takes any compiler.
export const schemaController = {
  compilersFactory: { buildValidator: () => checkRequests, buildSerializer: () => () => JSON.stringify },
} as unknown as NonNullable<FastifyServerOptions["schemaController"]>;

function requestError(validator: Validator, value: unknown, part: string | undefined): RequestError {
  const byPlace = new Map<string, Set<string>>();
  const add = (pointer: string, detail: string) =>
    byPlace.set(pointer, (byPlace.get(pointer) ?? new Set()).add(detail));
  let isUnknown = false;
  for (const { keyword, instancePath, params, message } of validator.Errors(value)) {
    if (keyword === "additionalProperties") {
      isUnknown = true;
      for (const key of params.additionalProperties) add(child(instancePath, key), "is not known here");
    } else if (keyword === "required") {
      for (const key of params.requiredProperties) add(child(instancePath, key), "is missing");
    } else if (keyword === "format" && params.format === "date-time") {
      add(instancePath, NO_INSTANT);
    } else if (keyword !== "boolean" && keyword !== "anyOf") {
      add(instancePath, message);
    }
  }
  const faults: Fault[] = [...byPlace]
    .slice(0, MOST_FAULTS)
    .map(([pointer, details]) => ({ pointer, detail: [...details].join(" or ") }));
  // A parameter that is not known is a wrong call; a key that is not known is a wrong value of the body.
  return new RequestError(isUnknown && part === "querystring" ? "VIVA_BAD_REQUEST" : "VIVA_INVALID", faults);
}

/** RFC 6901, section 3. */
function child(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The parameters of a query as the values their schemas ask for; what is none stays a text and is refused as one. */
function readQuery(schema: TSchema, query: unknown): unknown {
  if (typeof query !== "object" || query === null) return query;
  const { properties } = schema as TObject;
  return Object.fromEntries(
    Object.entries(query).map(([name, text]) => [name, readParameter(properties[name], text)]),
  );
}

function readParameter(schema: TSchema | undefined, text: unknown): unknown {
  if (typeof text !== "string" || schema === undefined || !("type" in schema)) return text;
  if (schema.type === "integer" && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (schema.type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
