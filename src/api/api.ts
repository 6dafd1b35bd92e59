import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";

/** The application, or the part of it that routes are added to: what handlers get and give has the types of its schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What routes say of themselves beside what is checked. */
declare module "fastify" {
  interface FastifySchema {
    operationId?: string;
    summary?: string;
    description?: string;
    tags?: string[];
    /** Empty where nobody need be signed in. */
    security?: [];
    /** The type of the body when it is not JSON. */
    consumes?: string;
  }
}

/** A part of the application whose hooks are its own. */
export function scope(api: Api, prefix: string, add: (part: Api) => void): void {
  api.register(
    (part: Api, _options: unknown, done: () => void) => {
      add(part);
      done();
    },
    { prefix },
  );
}

/** The path that was asked for, without its query: the query may hold words that belong in no log and no message. */
export function pathOf({ raw }: Pick<FastifyRequest, "raw">): string {
  const [path = "/"] = (raw.url ?? "/").split("?", 1);
  return path;
}
