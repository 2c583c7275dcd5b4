import { defaultLimits, type Limits } from "../sources/index.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { among, textOf } from "./option-values.ts";

/** How much is read of a bundle, and how long. */
export interface BundleLimits {
  readonly limits: Limits;
  /** Undefined when nobody said so; only batch stops a bundle for its time. */
  readonly seconds: number | undefined;
}

/** The limits as `--limit` calls them, and what makes a number of it. */
const NAMES = ["entries", "memberMegabytes", "bundleMegabytes", "depth", "nameBytes", "ratio", "seconds"] as const;

const MEGABYTE = 1024 * 1024;

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
