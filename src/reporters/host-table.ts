import { type OsBand, osBands } from "../facts/os-bands.ts";
import { LARGE_SAMPLE } from "../facts/thresholds.ts";
import type { FleetHost } from "../findings/index.ts";
import { NONE } from "./figures.ts";
import { verdictText, worstFirst, worstRule } from "./standing.ts";

/** The table of hosts that every report of several hosts begins with, as any format prints it. */
export interface HostTable {
  readonly heading: readonly string[];
  /** The worst host first. */
  readonly rows: readonly (readonly string[])[];
  /** One letter a column, l or r. */
  readonly align: string;
  /** Hosts that are in no row, because there are too many; none of them is worse than those that are. */
  readonly left: number;
}

/** Rows of the table: more hosts are counted. */
const MOST_HOSTS = 100;

/** The products of a band as they fit a column. */
const bandNames: { readonly [B in OsBand]: string } = {
  "2003": "2003",
  "2008": "2008/Vista",
  "2008R2": "2008 R2/7",
  "2012": "2012/8",
  "2012R2": "2012 R2/8.1",
  "2016": "2016/10",
  "1709+": "2019+",
};

/** The product within a name as captured: "2008 R2" of "Windows Server 2008 R2 Enterprise". */
const PRODUCT = /\b(?:20\d\d(?: R2)?|Vista|7|8\.1|8|10|11)\b/;

/** One row a host, the worst first. `nameOf` says what a host is called that nothing names. */
export function hostTable(
  hosts: readonly FleetHost[],
  nameOf: (host: FleetHost) => string,
  most = MOST_HOSTS,
): HostTable {
  const sorted = worstFirst(hosts);
  return {
    heading: ["Host", "Windows", "Chimney", "Offloaded", "Verdict", "Worst finding"],
    rows: sorted
      .slice(0, most)
      .map((host) => [
        nameOf(host),
        shortWindows(host),
        String(host.settings.chimneyOffload?.value ?? NONE),
        offloadedText(host),
        verdictText(host.verdict),
        worstText(host),
      ]),
    align: "lllrll",
    left: Math.max(0, sorted.length - most),
  };
}

/** "9 of 12": offloaded ones of the eligible connections. */
export function offloadedText({ tables, headline }: FleetHost): string {
  const table = headline === null ? undefined : tables[headline];
  if (table === undefined || !table.hasOffloadState) return NONE;
  return `${table.eligible.offloaded} of ${table.eligible.total}`;
}

/** Shares of one column with one number of decimals: that of the smallest sample in it. */
export function percentColumn(shares: readonly { readonly ratio: number | null; readonly total: number }[]) {
  const known = shares.filter(({ ratio }) => ratio !== null);
  const decimals = known.some(({ total }) => total < LARGE_SAMPLE) ? 0 : 1;
  return shares.map(({ ratio }) => (ratio === null ? NONE : `${(ratio * 100).toFixed(decimals)} %`));
}

/** The version of Windows in a column: "2008 R2". */
export function shortWindows({ os }: Pick<FleetHost, "os">): string {
  if (os === null) return NONE;
  return PRODUCT.exec(os.name ?? "")?.[0] ?? bandNames[os.band];
}

/** The same for a version that is known by its band alone, with or without the build: "2008R2 (6.1.7601)". */
export function shortBand(text: string): string {
  const band = osBands.find((name) => text === name || text.startsWith(`${name} `));
  return band === undefined ? text : bandNames[band];
}

function worstText(host: FleetHost): string {
  const worst = worstRule(host);
  return worst === undefined ? NONE : `${worst.rule} (${worst.severity})`;
}
