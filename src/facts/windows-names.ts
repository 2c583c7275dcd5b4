import { type OsBand, osBands } from "./os-bands.ts";
import { bandOfVersion, osBuildOf } from "./os-builds.ts";

/** What a Windows is sold as. */
export type WindowsProduct = "server" | "client";

/** Products by their names without signs, the longer names before those that begin alike. */
const products: readonly (readonly [name: RegExp, product: WindowsProduct, band: OsBand | undefined])[] = [
  [/\bServer,? version (?:1709|1803|1809|1903|1909|2004|20H2|23H2)\b/i, "server", "1709+"],
  [/\bServer (?:2019|2022|2025)\b/i, "server", "1709+"],
  [/\bServer 2016\b/i, "server", "2016"],
  [/\bServer 2012 R2\b/i, "server", "2012R2"],
  [/\bServer 2012\b/i, "server", "2012"],
  [/\b(?:Server 2008 R2|Server 2011)\b/i, "server", "2008R2"],
  [/\bServer 2008\b/i, "server", "2008"],
  [/\bServer 2003\b/i, "server", "2003"],
  [/\bServer\b/i, "server", undefined],
  [/\bWindows 11\b/i, "client", "1709+"],
  // Builds before and after the removal of Chimney have this name.
  [/\bWindows 10\b/i, "client", undefined],
  [/\bWindows 8\.1\b/i, "client", "2012R2"],
  [/\bWindows 8\b/i, "client", "2012"],
  [/\bWindows 7\b/i, "client", "2008R2"],
  [/\bVista\b/i, "client", "2008"],
  // The 64-bit edition has the code base of Server 2003, the others are older.
  [/\bXP\b.{0,40}\bx64\b/i, "client", "2003"],
  [/\bXP\b/i, "client", undefined],
];

/** Windows 11 still has the older name in its registry. */
const FIRST_WINDOWS_11 = 22_000;
const LONGEST_NAME = 80;

/** Names of products that say no more than the product itself. */
const alone = new Map<string, OsBand>([
  ["vista", "2008"],
  ["7", "2008R2"],
  ["8", "2012"],
  ["8.1", "2012R2"],
  ["11", "1709+"],
  ["xp x64", "2003"],
  ["2019", "1709+"],
  ["2022", "1709+"],
  ["2025", "1709+"],
]);

/** Whether the product of the name is a server or a client; undefined where the name says neither. */
export function productOfName(printed: string): WindowsProduct | undefined {
  return productIn(printed)?.[1];
}

/** The band of a product's name; undefined where versions of several bands have it. */
export function bandOfName(printed: string): OsBand | undefined {
  return productIn(printed)?.[2];
}

/** The name as people say it: without the maker and the signs of trademarks. */
export function plainName(printed: string, version: string | undefined): string {
  const plain = unsigned(printed).replace(/^Microsoft /i, "");
  const isElevenNow = Number(version?.split(".")[2]) >= FIRST_WINDOWS_11;
  return (isElevenNow ? plain.replace(/^Windows 10\b/i, "Windows 11") : plain).slice(0, LONGEST_NAME).trim();
}

/** The name of a version where nothing but its number is captured; undefined where a server and a client have it. */
export function nameOfVersion(version: string, product: WindowsProduct | undefined): string | undefined {
  const build = osBuildOf(version);
  if (build === undefined) return undefined;
  if (product !== undefined) return build[product] ?? undefined;
  return build.server === null || build.client === null ? (build.server ?? build.client ?? undefined) : undefined;
}

/** The product of a number that only one of both has. */
export function productOfVersion(version: string): WindowsProduct | undefined {
  const build = osBuildOf(version);
  if (build === undefined || (build.server !== null && build.client !== null)) return undefined;
  return build.server === null ? "client" : "server";
}

/** The versions that lines of system information state: by their numbers, and without any by the name of the product. */
export function statedBands<R extends { readonly name: string; readonly value: string }>(
  records: readonly R[],
): readonly { readonly band: OsBand; readonly record: R }[] {
  const numbers = records.filter(({ name }) => name === "version");
  const stating = numbers.length > 0 ? numbers : records.filter(({ name }) => name === "osName");
  return stating.flatMap((record) => {
    const band = record.name === "version" ? bandOfVersion(record.value) : bandOfName(record.value);
    return band === undefined ? [] : [{ band, record }];
  });
}

/**
 * The band that a user means: its own name, that of a product ("2019", "Windows 7", "Server 2008 R2") or the number of a
 * version ("6.1.7601", "17763"). Undefined for all else, and for what several bands have in common.
 */
export function bandNamed(text: string): OsBand | undefined {
  const said = unsigned(text).trim();
  const folded = said.replaceAll(/^(?:Microsoft )?(?:Windows|Win)(?: Server)? ?/gi, "").toLowerCase();
  return (
    osBands.find((band) => band.toLowerCase() === folded.replaceAll(" ", "")) ??
    alone.get(folded) ??
    bandOfName(said) ??
    bandOfVersion(said) ??
    (/^\d{5}$/.test(said) ? bandOfVersion(`10.0.${said}`) : undefined)
  );
}

function productIn(printed: string): (typeof products)[number] | undefined {
  const name = unsigned(printed);
  return products.find(([pattern]) => pattern.test(name));
}

function unsigned(printed: string): string {
  return printed
    .replaceAll(/[®™]|\((?:R|TM|C)\)/gi, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
