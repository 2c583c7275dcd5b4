export { type SchemaName, schemas } from "./published.ts";
export type { Schema } from "./schema.ts";
export { type Outputs, type Validation, validated } from "./validate.ts";
