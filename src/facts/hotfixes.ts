import type { OsBand } from "./os-bands.ts";
import { type Citation, source } from "./sources.ts";

export interface Hotfix {
  /** "KB2525390". */
  readonly id: string;
  readonly bands: readonly OsBand[];
  /** What it is about; null where the article could not be read. */
  readonly topic: string | null;
  readonly source: Citation;
  /** What makes the entry less than sure. */
  readonly note?: string;
}

const troubleshooting = source("kb2643970", "settings");
const openIssues = source("kb912222", "open issues");

/** The updates that sources name in connection with Chimney, RSS and the Scalable Networking Pack. */
export const hotfixes: readonly Hotfix[] = [
  {
    id: "KB2525390",
    bands: ["2008R2"],
    topic: "the SACK option is always on for offloaded connections, even if the adapter does not support SACK",
    source: troubleshooting,
    note: "Windows IT Pro names the article by its title",
  },
  {
    id: "KB2477730",
    bands: ["2008R2"],
    topic: "Chimney fails on all adapters after one adapter is changed or disabled",
    source: source("kb2477730", "symptom"),
  },
  { id: "KB2519736", bands: ["2008R2"], topic: null, source: troubleshooting },
  { id: "KB2511305", bands: ["2008R2"], topic: null, source: troubleshooting },
  { id: "KB979614", bands: ["2008"], topic: null, source: troubleshooting },
  { id: "KB967224", bands: ["2008"], topic: null, source: troubleshooting },
  {
    id: "KB948496",
    bands: ["2003"],
    topic: "turns the features of the pack off",
    source: source("kb948496", "what the update does"),
  },
  {
    id: "KB950224",
    bands: ["2003"],
    topic: "rollup of fixes for the pack",
    source: source("itPro", "Historical Problems"),
    note: "the article names the rollup by its title; the number is unverified",
  },
  {
    id: "KB918564",
    bands: ["2003"],
    topic: "STOP 0x0000008E or 0x0000003B after the pack is installed",
    source: openIssues,
  },
  {
    id: "KB919948",
    bands: ["2003"],
    topic: "STOP 0x000000D1 after the pack is installed and network settings are changed",
    source: openIssues,
  },
  { id: "KB921136", bands: ["2003"], topic: "a team of offloading adapters does not fail over", source: openIssues },
  {
    id: "KB918369",
    bands: ["2003"],
    topic: "the sockdie process may leak memory with the switch -maxtput",
    source: openIssues,
  },
  {
    id: "KB967475",
    bands: ["2008"],
    topic: "turns the auto-tuning diagnostic on and off; it is not about Chimney",
    source: source("kb967475", "topic"),
    note: "Windows Vista",
  },
];

/**
 * The convenience rollup of Windows 7 and Server 2008 R2, and the monthly rollups after it. That they carry a tcpip.sys
 * with the earlier fixes is our conclusion: they replace the file by a later one.
 */
export const rollupsOf2008R2: readonly string[] = [
  "KB3125574",
  ...["KB3185330", "KB3197868", "KB3207752", "KB3212646", "KB4012215", "KB4015549", "KB4019264", "KB4022719"],
  ...["KB4025341", "KB4034664", "KB4038777", "KB4041681", "KB4048957", "KB4054518", "KB4056894", "KB4074598"],
  ...["KB4088875", "KB4093118", "KB4103718", "KB4284826", "KB4338818", "KB4343900", "KB4457144", "KB4462923"],
  ...["KB4467107", "KB4471318", "KB4480970", "KB4486563", "KB4489878", "KB4493472", "KB4499164", "KB4503292"],
  ...["KB4507449", "KB4512506", "KB4516065", "KB4519976", "KB4525235", "KB4530734", "KB4534310"],
];

/** The service packs that KB 2643970 asks for, by the first build that has it. */
export const leastServicePacks: { readonly [B in OsBand]?: { readonly name: string; readonly build: number } } = {
  "2008": { name: "SP2", build: 6002 },
  "2008R2": { name: "SP1", build: 7601 },
};

/** The update without which netsh of Server 2008 and Vista damages the registry. */
export const NETSH_FIX = "KB967224";

/** An update by its number, "KB2525390". */
export function hotfix(id: string): Hotfix | undefined {
  return hotfixes.find((one) => one.id === id.toUpperCase());
}

/** The updates named for a band. */
export function hotfixesFor(band: OsBand): readonly Hotfix[] {
  return hotfixes.filter(({ bands }) => bands.includes(band));
}
