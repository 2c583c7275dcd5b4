export { compareTexts } from "../text/index.ts";

/** The first of a list that may be long, and how long it is. */
export interface Listed<T> {
  readonly total: number;
  readonly first: readonly T[];
}

/** A host of a bundle, as it is named in a roll-up. */
export interface HostName {
  /** null when nothing names it. */
  readonly host: string | null;
  /** null for files that are of no bundle. */
  readonly bundle: string | null;
}

/** Kept of a long list: enough to act on; the bundles' own entries have all. */
export const MOST_LISTED = 50;

export function listed<T>(all: readonly T[], most: number = MOST_LISTED): Listed<T> {
  return { total: all.length, first: all.slice(0, most) };
}

/** The same of what is named, or told otherwise, only as far as it is listed. */
export function listedAs<A, T>(all: readonly A[], tell: (one: A) => T): Listed<T> {
  return { total: all.length, first: all.slice(0, MOST_LISTED).map(tell) };
}

export function nameOf({ host, bundle }: HostName): HostName {
  return { host, bundle };
}
