import { comparison } from "./comparison.ts";
import { hostLine, report } from "./report.ts";
import { rollup } from "./rollup.ts";
import { rules } from "./rules.ts";
import type { Schema } from "./schema.ts";

/** The JSON Schema (draft 7) of each output that is JSON, by name. */
export const schemas = {
  report: named("The report", "what --format json prints", report),
  host: named("A host of many bundles", "one line of the report.json that batch writes", hostLine),
  rollup: named("The roll-up of many bundles", "the rollup.json that batch and merge write", rollup),
  comparison: named("A comparison", "what compare --format json prints", comparison),
  rules: named("The catalogue of rules", "what rules --format json prints", rules),
} as const;

export type SchemaName = keyof typeof schemas;

/** A schema as it is published. */
interface NamedSchema extends Schema {
  readonly title: string;
  /** What it is of, in a few words. */
  readonly description: string;
}

function named(title: string, description: string, schema: Schema): NamedSchema {
  return { $schema: "http://json-schema.org/draft-07/schema#", title, description, ...schema };
}
