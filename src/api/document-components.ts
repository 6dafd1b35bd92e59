/** A part of a JSON document that is an object. */
export type Json = { readonly [key: string]: unknown };

/** The named schemas of an OpenAPI document: those with an `$id`, which is their name. */
export class Components {
  readonly #byName = new Map<string, unknown>();

  /** The schema with each named one in it, itself perhaps, replaced by a reference. */
  refer(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map((each) => this.refer(each));
    if (!isObject(schema)) return schema;
    const { $id: name, ...rest } = schema;
    if (typeof name !== "string") return this.#inside(rest);
    // Noted before it is looked into, so that a schema may hold itself.
    if (!this.#byName.has(name)) {
      this.#byName.set(name, null);
      this.#byName.set(name, this.#inside(rest));
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** By name. */
  all(): Json {
    return Object.fromEntries([...this.#byName].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #inside(schema: Json): Json {
    return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, this.refer(value)]));
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
