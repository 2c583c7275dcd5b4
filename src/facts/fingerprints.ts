import type { Setting, SettingKey } from "../../grammar/index.ts";
import type { OsBand } from "./os-bands.ts";

/**
 * Which lines `show global` prints, by version of Windows. Built from captures, not from documents: good for a doubt
 * and for a guess that says it is one.
 */
export interface Fingerprint {
  readonly id: string;
  readonly present: readonly SettingKey[];
  readonly absent: readonly SettingKey[];
  /** Versions that were seen to print these lines and no others of these; several where captures do not tell. */
  readonly bands: readonly [OsBand, ...OsBand[]];
  /** The present lines that tell most. */
  readonly telling: readonly [SettingKey, ...SettingKey[]];
  /** A spelling in the English label of a line, where that tells versions apart. */
  readonly spelling?: { readonly setting: SettingKey; readonly text: string };
  readonly source: string;
}

const vista: readonly SettingKey[] = [
  "receiveSideScaling",
  "chimneyOffload",
  "receiveWindowAutoTuning",
  "addOnCongestionControlProvider",
  "ecnCapability",
  "rfc1323Timestamps",
];
const windows7: readonly SettingKey[] = [...vista, "netDma", "directCacheAccess"];
const windows8: readonly SettingKey[] = [...windows7, "initialRto", "receiveSegmentCoalescing"];
const windows81: readonly SettingKey[] = [...windows8, "nonSackRttResiliency", "maxSynRetransmissions"];
const withoutChimney: readonly SettingKey[] = [
  "receiveSideScaling",
  "receiveWindowAutoTuning",
  "fastOpen",
  "fastOpenFallback",
  "hyStart",
  "pacingProfile",
];

export const fingerprints: readonly Fingerprint[] = [
  {
    id: "F60",
    present: vista,
    absent: ["netDma", "directCacheAccess", "initialRto", "receiveSegmentCoalescing", "fastOpen", "hyStart"],
    bands: ["2008"],
    telling: ["rfc1323Timestamps"],
    source: "observed: samples of Windows Server 2008",
  },
  {
    id: "F61",
    present: windows7,
    absent: ["initialRto", "receiveSegmentCoalescing", "nonSackRttResiliency", "fastOpen", "hyStart"],
    bands: ["2008R2"],
    telling: ["netDma", "directCacheAccess"],
    // A table of Windows 8 that was cut off after eight lines has the same ones, but spelled rightly.
    spelling: { setting: "directCacheAccess", text: "acess" },
    source: "Windows IT Pro, Give Microsoft's Scalable Networking Pack Another Look (sample), and captures",
  },
  {
    id: "F62",
    present: windows8,
    absent: ["nonSackRttResiliency", "maxSynRetransmissions", "fastOpen", "fastOpenFallback", "hyStart"],
    bands: ["2012"],
    telling: ["initialRto", "receiveSegmentCoalescing"],
    source: "observed: a sample of Windows Server 2012",
  },
  {
    id: "F63",
    present: windows81,
    absent: ["fastOpen", "fastOpenFallback", "hyStart", "pacingProfile"],
    bands: ["2012R2", "2016"],
    telling: ["nonSackRttResiliency", "maxSynRetransmissions"],
    source: "inferred: the sample of KB 942861 without its last line",
  },
  {
    id: "F63b",
    present: [...windows81, "fastOpen"],
    absent: ["fastOpenFallback", "hyStart", "pacingProfile"],
    // KB 942861 does not say which build printed its sample; Windows 8.1 has the line too.
    bands: ["2012R2", "2016"],
    telling: ["maxSynRetransmissions", "fastOpen"],
    source: "KB 942861 (sample, build not stated)",
  },
  {
    id: "F100a",
    present: ["receiveSideScaling", "chimneyOffload", "fastOpen", "fastOpenFallback", "pacingProfile"],
    absent: ["netDma", "directCacheAccess", "hyStart"],
    bands: ["2016", "1709+"],
    telling: ["fastOpenFallback", "pacingProfile"],
    source: "Windows Server documentation: Performance tuning network adapters (sample, build not stated)",
  },
  {
    id: "F100b",
    present: withoutChimney,
    absent: ["chimneyOffload", "netDma", "directCacheAccess"],
    bands: ["1709+"],
    telling: ["hyStart", "pacingProfile"],
    source: "observed: six samples of Windows 10, 11 and their servers",
  },
];

/** The fingerprints that a listing has; several when they do not exclude each other. */
export function fingerprintsOf({ records }: { readonly records: readonly Setting[] }): readonly Fingerprint[] {
  return fingerprints.filter(({ present, absent, spelling }) => {
    const has = (key: string) => records.some(({ setting }) => setting === key);
    return present.every(has) && !absent.some(has) && (spelling === undefined || isSpelled(records, spelling));
  });
}

/** Other languages have words of their own, which tell nothing of the English spelling. */
function isSpelled(records: readonly Setting[], { setting, text }: NonNullable<Fingerprint["spelling"]>): boolean {
  const label = records.find((record) => record.setting === setting)?.label.toLowerCase() ?? "";
  return label.includes(text) || !/^[\x20-\x7e]*access/.test(label);
}
