import type { ErrorObject, ValidateFunction } from "ajv";
import type { Comparison } from "../compare/index.ts";
import type { RuleDescription } from "../findings/index.ts";
import type { Rollup } from "../fleet/index.ts";
import type { HostReport, Report } from "../report/index.ts";
import { type SchemaName, schemas } from "./published.ts";

/** What each schema is of. */
export interface Outputs {
  readonly report: Report;
  readonly host: HostReport & { readonly bundle: string };
  readonly rollup: Rollup;
  readonly comparison: Comparison;
  readonly rules: Pick<Report, "schemaVersion" | "tool"> & { readonly rules: readonly RuleDescription[] };
}

/** A value that is as its schema has it, or what is wrong with it. */
export type Validation<V> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly faults: readonly string[] };

/** One fault may show in several ways, each told; what comes after the first fault is not looked at. */
const MOST_FAULTS = 5;
/** Letters of a name or word from the outside that are quoted. */
const MOST_LETTERS = 60;

/** Checks an output that was read back: it may have been written by another version, or by something else. */
export async function validated<N extends SchemaName>(name: N, value: unknown): Promise<Validation<Outputs[N]>> {
  const validate = await compiled(name);
  // The schema is made of the properties of the type.
  if (validate(value)) return { ok: true, value: value as Outputs[N] };
  const faults = (validate.errors ?? []).slice(0, MOST_FAULTS).map(faultOf);
  return { ok: false, faults: [...new Set(faults)] };
}

const known = new Map<SchemaName, ValidateFunction>();

/** The schema as a function, made once: that takes longer than most checks. */
async function compiled(name: SchemaName): Promise<ValidateFunction> {
  const { Ajv } = await import("ajv");
  const validate = known.get(name) ?? new Ajv({ allowUnionTypes: true, verbose: true }).compile(schemas[name]);
  known.set(name, validate);
  return validate;
}

function faultOf({ instancePath, keyword, params, data, message = "is wrong" }: ErrorObject): string {
  const place = placeOf(instancePath);
  switch (keyword) {
    case "required":
      return `${place} has no ${quoted(params["missingProperty"])}`;
    case "additionalProperties":
      return `${place} has ${quoted(params["additionalProperty"])}, which does not belong there`;
    case "enum":
      return `${place} is ${quoted(data)}, not ${wordsOf(params["allowedValues"])}`;
    case "type":
      return `${place} is not ${[params["type"]].flat().join(" or ")}`;
    default:
      return `${place} ${message}`;
  }
}

/** `hosts[0].summary` of `/hosts/0/summary`. */
function placeOf(path: string): string {
  const keys = path
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const place = keys.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${cut(key)}`)).join("");
  return place === "" ? "the whole" : place.replace(/^\./, "");
}

function wordsOf(allowed: unknown): string {
  const words = Array.isArray(allowed) ? allowed : [allowed];
  return words.length > MOST_FAULTS ? "one of the words known here" : words.map(quoted).join(" or ");
}

function quoted(value: unknown): string {
  return cut(typeof value === "object" && value !== null ? "an object" : (JSON.stringify(value) ?? "nothing"));
}

function cut(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
