export { jsonList } from "./json-list.ts";
export { type SchemaName, schemas } from "./published.ts";
export type { Schema } from "./schema.ts";
export { type Outputs, type Validation, validated, validatedBundle } from "./validate.ts";
