import type { CaptureKind, HeuristicKey, SettingKey } from "../../grammar/index.ts";
import { type OsBand, osBands } from "./os-bands.ts";

/** The first versions of Windows that have the command whose output a kind of capture is. */
const commands: { readonly [K in CaptureKind]?: OsBand } = {
  tcpGlobal: "2008",
  tcpHeuristics: "2008",
  chimneyStats: "2008",
  netOffloadGlobalSetting: "2012",
  netTcpSetting: "2012",
  netAdapter: "2012",
  netAdapterAdvancedProperty: "2012",
  netAdapterChecksumOffload: "2012",
  netAdapterLso: "2012",
  netAdapterRss: "2012",
  netAdapterVmq: "2012",
  lbfoTeam: "2012",
};

/** The first versions that were seen to print a line of `show global`: known from captures, not from documents. */
const lines: { readonly [K in SettingKey | HeuristicKey]?: OsBand } = {
  netDma: "2008R2",
  directCacheAccess: "2008R2",
  initialRto: "2012",
  receiveSegmentCoalescing: "2012",
  nonSackRttResiliency: "2012",
  maxSynRetransmissions: "2012",
  fastOpen: "2012R2",
  fastOpenFallback: "2016",
  pacingProfile: "2016",
  hyStart: "1709+",
};

/** The earliest version that has the command; undefined for one that all have. */
export function floorOfCommand(kind: CaptureKind): OsBand | undefined {
  return commands[kind];
}

/** The earliest version that prints the line; undefined for one that all do. */
export function floorOfLine(setting: SettingKey | HeuristicKey): OsBand | undefined {
  return lines[setting];
}

/** True when the first version is older than the second one. */
export function isOlder(band: OsBand, than: OsBand): boolean {
  return osBands.indexOf(band) < osBands.indexOf(than);
}
