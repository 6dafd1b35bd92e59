/** Turns outside data into a type, or throws a {@link NotOfShape}. */
export type Shape<T> = (value: unknown) => T;

/** What a {@link Shape} makes. */
export type Of<S> = S extends Shape<infer T> ? T : never;

/** Thrown by a shape; {@link parseKept} turns it into null. */
class NotOfShape extends Error {}

export const text: Shape<string> = (value) => {
  if (typeof value === "string") return value;
  throw new NotOfShape();
};

export const number: Shape<number> = (value) => {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new NotOfShape();
};

export const truth: Shape<boolean> = (value) => {
  if (typeof value === "boolean") return value;
  throw new NotOfShape();
};
export const oneOf =
  <const T extends string | number>(...values: readonly T[]): Shape<T> =>
  (value) => {
    const found = values.find((each) => each === value);
    if (found === undefined) throw new NotOfShape();
    return found;
  };

export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value) =>
    value === null ? null : shape(value);

/** What may have been kept before there was such a key; it is null then. */
export const optional =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value) =>
    value === undefined || value === null ? null : shape(value);

export const list =
  <T>(shape: Shape<T>): Shape<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) throw new NotOfShape();
    return value.map(shape);
  };

/** An object with these keys; others are dropped. */
export const object =
  <T extends object>(shapes: { readonly [K in keyof T]: Shape<T[K]> }): Shape<T> =>
  (value) => {
    if (typeof value !== "object" || value === null) throw new NotOfShape();
    const found = value as Readonly<Record<string, unknown>>;
    const entries = Object.entries<Shape<unknown>>(shapes).map(([key, shape]) => [key, shape(found[key])]);
    // Each key went through its shape.
    return Object.fromEntries(entries) as T;
  };

/** The value that was kept as JSON; null when there is none, or one of another version or broken. */
export function parseKept<T>(kept: string | null, shape: Shape<T>): T | null {
  if (kept === null) return null;
  try {
    return shape(JSON.parse(kept));
  } catch {
    return null;
  }
}
