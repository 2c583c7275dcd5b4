import type { OsBand } from "./os-bands.ts";

/** Builds of one version of Windows. The number alone does not tell a server from the client of the same code base. */
export interface OsBuild {
  /** Such as "6.1". */
  readonly version: string;
  readonly first: number;
  readonly last: number;
  readonly band: OsBand;
  /** Names of the server and of the client; null where there was none. */
  readonly server: string | null;
  readonly client: string | null;
  /** `documented` where a source that was read says so; the others are common knowledge. */
  readonly grounding: "documented" | "common" | "weak";
}

/** Builds in their order, as Microsoft numbered them. Between the builds of a row lie those of the same release. */
export const osBuilds: readonly OsBuild[] = [
  row("5.2", [3790, 3790], "2003", "Windows Server 2003 or 2003 R2", "Windows XP Professional x64", "documented"),
  row("6.0", [6000, 6000], "2008", null, "Windows Vista"),
  row("6.0", [6001, 6001], "2008", "Windows Server 2008", "Windows Vista SP1"),
  row("6.0", [6002, 6002], "2008", "Windows Server 2008 SP2", "Windows Vista SP2", "documented"),
  row("6.0", [6003, 6003], "2008", "Windows Server 2008 SP2", null, "weak"),
  row("6.1", [7600, 7600], "2008R2", "Windows Server 2008 R2", "Windows 7"),
  row("6.1", [7601, 7601], "2008R2", "Windows Server 2008 R2 SP1", "Windows 7 SP1"),
  row("6.2", [9200, 9200], "2012", "Windows Server 2012", "Windows 8"),
  row("6.3", [9600, 9600], "2012R2", "Windows Server 2012 R2", "Windows 8.1"),
  row("10.0", [10240, 10240], "2016", null, "Windows 10, version 1507"),
  row("10.0", [10586, 10586], "2016", null, "Windows 10, version 1511"),
  row("10.0", [14393, 14393], "2016", "Windows Server 2016", "Windows 10, version 1607", "documented"),
  row("10.0", [15063, 15063], "2016", null, "Windows 10, version 1703", "documented"),
  row("10.0", [16299, 16299], "1709+", "Windows Server, version 1709", "Windows 10, version 1709", "documented"),
  row("10.0", [17134, 17134], "1709+", "Windows Server, version 1803", "Windows 10, version 1803"),
  row("10.0", [17763, 17763], "1709+", "Windows Server 2019", "Windows 10, version 1809"),
  row("10.0", [18362, 18363], "1709+", "Windows Server, version 1903 or 1909", "Windows 10, version 1903 or 1909"),
  row("10.0", [19041, 19045], "1709+", "Windows Server, version 2004 or 20H2", "Windows 10, version 2004 to 22H2"),
  row("10.0", [20348, 20348], "1709+", "Windows Server 2022", null),
  row("10.0", [22000, 22000], "1709+", null, "Windows 11, version 21H2"),
  row("10.0", [22621, 22631], "1709+", null, "Windows 11, version 22H2 or 23H2"),
  row("10.0", [25398, 25398], "1709+", "Windows Server, version 23H2", null),
  row("10.0", [26100, 26100], "1709+", "Windows Server 2025", "Windows 11, version 24H2"),
];

/** The first build without TCP Chimney Offload (documented for Windows 10, inferred for servers of its code base). */
const FIRST_WITHOUT_CHIMNEY = 16_299;

const VERSION = /^(\d{1,2}\.\d)\.(\d{4,5})(?!\d)/;

/** The build that a version such as 6.1.7601 or 10.0.14393.4583 is of; undefined for one that is not listed. */
export function osBuildOf(version: string): OsBuild | undefined {
  const [, release, digits] = VERSION.exec(version) ?? [];
  const build = Number(digits);
  return osBuilds.find((known) => known.version === release && known.first <= build && build <= known.last);
}

/**
 * The band of a version. Builds after 16299 that are not listed belong to the last band, whatever they are called;
 * other unlisted ones to none.
 */
export function bandOfVersion(version: string): OsBand | undefined {
  const known = osBuildOf(version);
  if (known !== undefined) return known.band;
  const [, release, digits] = VERSION.exec(version) ?? [];
  return release === "10.0" && Number(digits) > FIRST_WITHOUT_CHIMNEY ? "1709+" : undefined;
}

function row(
  version: string,
  [first, last]: readonly [number, number],
  band: OsBand,
  server: string | null,
  client: string | null,
  grounding: OsBuild["grounding"] = "common",
): OsBuild {
  return { version, first, last, band, server, client, grounding };
}
