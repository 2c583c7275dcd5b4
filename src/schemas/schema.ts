/** A JSON Schema of draft 7, as plain JSON. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** The keys that may be missing. */
type Optional<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];

export const text: Schema = { type: "string" };
export const flag: Schema = { type: "boolean" };
/** How many there are of something, or an index. */
export const count: Schema = { type: "integer", minimum: 0 };
/** The number of a line or column, from 1. */
export const ordinal: Schema = { type: "integer", minimum: 1 };
export const share: Schema = { type: "number", minimum: 0, maximum: 1 };
/** The value of a setting. */
export const value: Schema = { type: ["string", "number"] };

/** An object with the properties of a type, neither more nor less but for the optional ones. */
export function objectOf<T>(
  properties: { readonly [K in keyof T]-?: Schema },
  optional: readonly Optional<T>[] = [],
): Schema {
  const names = Object.keys(properties);
  const required = names.filter((name) => !optional.some((other) => other === name));
  return { type: "object", properties, required, additionalProperties: false };
}

/** An object whose keys are not known beforehand, or are any of some names. */
export function mapOf(values: Schema, names?: readonly string[]): Schema {
  const keys = names === undefined ? {} : { propertyNames: { enum: names } };
  return { type: "object", ...keys, additionalProperties: values };
}

export function listOf(items: Schema): Schema {
  return { type: "array", items };
}

/** Exactly two of a kind. */
export function pairOf(items: Schema): Schema {
  return { type: "array", items, minItems: 2, maxItems: 2 };
}

/** One of some words. */
export function oneOf(words: readonly (string | number)[]): Schema {
  return { enum: words };
}

/** What a schema has, or null. */
export function orNull(schema: Schema): Schema {
  const { type, enum: words } = schema;
  if (Array.isArray(words)) return { ...schema, enum: [...words, null] };
  return { ...schema, type: [type, "null"].flat() };
}
