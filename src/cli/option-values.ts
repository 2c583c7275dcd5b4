import { endingsOf, type OutputFormat, outputFormats } from "../datasets/index.ts";
import { defaultLimits, type Limits } from "../sources/index.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { nearest } from "./suggest.ts";

/** How much is read of a bundle, and how long. */
export interface BundleLimits {
  readonly limits: Limits;
  /** Undefined when nobody said so. */
  readonly seconds: number | undefined;
}

/** The limits as `--limit` calls them, and what makes a number of it. */
const NAMES = ["entries", "memberMegabytes", "bundleMegabytes", "depth", "nameBytes", "ratio", "seconds"] as const;

const MEGABYTE = 1024 * 1024;

/** The text given for an option; undefined when it was not given. */
export function textOf(given: OptionValues, name: string): string | undefined {
  const value = given.get(name);
  return typeof value === "string" ? value : undefined;
}

/** The value among those there are; upper and lower case are not told apart. */
export function oneOf<T extends string>(given: OptionValues, name: string, values: readonly T[]): T | undefined {
  const text = textOf(given, name);
  return text === undefined ? undefined : among(name, text, values);
}

/** The values of a list with commas, each of them among those there are. */
export function listOf<T extends string>(
  given: OptionValues,
  name: string,
  values: readonly T[],
): readonly T[] | undefined {
  const words = textOf(given, name)?.split(",");
  return words === undefined ? undefined : [...new Set(words.map((word) => among(name, word.trim(), values)))];
}

/** The value that the text names; upper and lower case are not told apart. */
export function among<T extends string>(name: string, text: string, values: readonly T[]): T {
  const found = values.find((value) => value.toLowerCase() === text.toLowerCase());
  if (found === undefined) throw unknownValue(name, text, values);
  return found;
}

/**
 * The format of an output: the one that is asked for, else the one that the file's name ends like, else text. A name
 * that ends like a format which this command does not write is refused.
 */
export function formatOf<T extends OutputFormat>(given: OptionValues, formats: readonly T[], usual: NoInfer<T>): T {
  const asked = oneOf(given, "format", formats);
  if (asked !== undefined) return asked;
  const output = textOf(given, "output")?.toLowerCase() ?? "";
  const named = outputFormats.find((name) => endingsOf(name).some((ending) => output.endsWith(ending)));
  if (named === undefined) return usual;
  const format = formats.find((name) => name === named);
  if (format !== undefined) return format;
  const endings = formats.flatMap((name) => endingsOf(name).slice(0, 1)).join(", ");
  throw new UsageError(
    `--output ${textOf(given, "output")}: ${named} can't be written here; end the name in ${endings}`,
  );
}

/** The error of a value that an option does not have. */
export function unknownValue(name: string, text: string, values: readonly string[]): UsageError {
  const meant = nearest(text, values);
  const question = meant === undefined ? "" : ` Did you mean ${meant}?`;
  return new UsageError(`--${name} ${text}: not one of ${values.join(", ")}.${question}`);
}

/** `entries=100000,bundleMegabytes=2048`: of two values of one limit the last counts. */
export function limitsOf(given: OptionValues): BundleLimits {
  const set = new Map<(typeof NAMES)[number], number>();
  for (const word of textOf(given, "limit")?.split(",") ?? []) {
    const [name = "", digits = "", ...more] = word.split("=").map((part) => part.trim());
    if (digits === "" || more.length > 0) throw new UsageError(`--limit ${word}: it has to be NAME=NUMBER`);
    const known = among("limit", name, NAMES);
    if (!/^[1-9]\d{0,8}$/.test(digits)) {
      throw new UsageError(`--limit ${word}: it has to be a whole number from 1 to 999999999`);
    }
    set.set(known, Number(digits));
  }
  const megabytes = (name: "memberMegabytes" | "bundleMegabytes", usual: number) => {
    const number = set.get(name);
    return number === undefined ? usual : number * MEGABYTE;
  };
  const limits: Limits = {
    entries: set.get("entries") ?? defaultLimits.entries,
    memberBytes: megabytes("memberMegabytes", defaultLimits.memberBytes),
    bundleBytes: megabytes("bundleMegabytes", defaultLimits.bundleBytes),
    depth: set.get("depth") ?? defaultLimits.depth,
    nameBytes: set.get("nameBytes") ?? defaultLimits.nameBytes,
    ratio: set.get("ratio") ?? defaultLimits.ratio,
  };
  return { limits, seconds: set.get("seconds") };
}
