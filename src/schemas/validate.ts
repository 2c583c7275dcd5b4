import type { ErrorObject, ValidateFunction } from "ajv";
import type { Comparison } from "../compare/index.ts";
import type { RuleDescription } from "../findings/index.ts";
import type { BundleEntry, Rollup } from "../fleet/index.ts";
import type { HostReport, Report } from "../report/index.ts";
import { type SchemaName, schemas } from "./published.ts";
import { bundle } from "./rollup.ts";

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
  return { ok: false, faults: faultsOf(validate) };
}

/** The same of one bundle of a roll-up, for roll-ups that are read one bundle at a time. */
export async function validatedBundle(value: unknown): Promise<Validation<BundleEntry>> {
  const validate = await compiled("bundle");
  return validate(value) ? { ok: true, value: value as BundleEntry } : { ok: false, faults: faultsOf(validate) };
}

function faultsOf({ errors }: ValidateFunction): readonly string[] {
  return [...new Set((errors ?? []).slice(0, MOST_FAULTS).map(faultOf))];
}

/** What is checked by a schema: outputs, and a part of one. */
const checked = { ...schemas, bundle };

const known = new Map<keyof typeof checked, ValidateFunction>();

/** The schema as a function, made once: that takes longer than most checks. */
async function compiled(name: keyof typeof checked): Promise<ValidateFunction> {
  const found = known.get(name);
  if (found !== undefined) return found;
  const { Ajv } = await import("ajv");
  const validate = new Ajv({ allowUnionTypes: true, verbose: true }).compile(checked[name]);
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
