import type { OsBand } from "./os-bands.ts";
import { type Citation, source } from "./sources.ts";

/** A driver that a document names: below the version faults of it remain. */
export interface NamedDriver {
  readonly band: OsBand;
  readonly maker: string;
  /** How descriptions of its adapters read. */
  readonly pattern: RegExp;
  readonly least: readonly [number, ...number[]];
  readonly source: Citation;
}

/** HP sells adapters with Broadcom's chip 5708 as NC373 and NC371. */
export const namedDrivers: readonly NamedDriver[] = [
  {
    band: "2003",
    maker: "Broadcom",
    pattern: /\bBroadcom\b|\bNetXtreme\b|\bBCM\d|\bNC37[13]/i,
    least: [3, 7, 19],
    source: source("exchange2007", "Broadcom's drivers"),
  },
];

/** True where a version such as "3.4.10.0" comes before another one; undefined for what is no version. */
export function isBefore(version: string, least: readonly number[]): boolean | undefined {
  if (!/^\d{1,5}(?:\.\d{1,9}){1,5}$/.test(version)) return undefined;
  const parts = version.split(".").map(Number);
  const at = least.findIndex((number, place) => (parts[place] ?? 0) !== number);
  return at >= 0 && (parts[at] ?? 0) < (least[at] ?? 0);
}
