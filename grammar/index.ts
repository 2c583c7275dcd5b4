import type { Written } from "./hints/expressions.ts";
import { oneLook } from "./hints/one-look.ts";
import { adapterClass } from "./kinds/adapter-class.ts";
import { chimneyApplications } from "./kinds/chimney-applications.ts";
import { chimneyPorts } from "./kinds/chimney-ports.ts";
import { chimneyStats } from "./kinds/chimney-stats.ts";
import { dynamicPortRange } from "./kinds/dynamic-port-range.ts";
import { firewallState } from "./kinds/firewall-state/index.ts";
import { ipConfig } from "./kinds/ip-config/index.ts";
import { ipGlobal } from "./kinds/ip-global.ts";
import { ipOffload } from "./kinds/ip-offload.ts";
import { lbfoTeam } from "./kinds/lbfo-team.ts";
import { msinfoAdapters } from "./kinds/msinfo-adapters.ts";
import { netAdapter } from "./kinds/net-adapter.ts";
import { netAdapterAdvancedProperty } from "./kinds/net-adapter-advanced-property.ts";
import { netAdapterChecksumOffload } from "./kinds/net-adapter-checksum-offload.ts";
import { netAdapterLso } from "./kinds/net-adapter-lso.ts";
import { netAdapterRsc } from "./kinds/net-adapter-rsc.ts";
import { netAdapterRss } from "./kinds/net-adapter-rss.ts";
import { netAdapterVmq } from "./kinds/net-adapter-vmq.ts";
import { netDmaStats } from "./kinds/net-dma-stats.ts";
import { netOffloadGlobalSetting } from "./kinds/net-offload-global-setting.ts";
import { netTcpConnection } from "./kinds/net-tcp-connection.ts";
import { netTcpSetting } from "./kinds/net-tcp-setting.ts";
import { netstat } from "./kinds/netstat/index.ts";
import { rscStats } from "./kinds/rsc-stats.ts";
import { services } from "./kinds/services/index.ts";
import { sqlCheck } from "./kinds/sql-check.ts";
import { systemInfo } from "./kinds/system-info/index.ts";
import { taskList } from "./kinds/task-list/index.ts";
import { tcpGlobal } from "./kinds/tcp-global.ts";
import { tcpHeuristics } from "./kinds/tcp-heuristics.ts";
import { tcpSupplemental } from "./kinds/tcp-supplemental.ts";
import { tcpipParameters } from "./kinds/tcpip-parameters.ts";
import { wmicNic } from "./kinds/wmic-nic.ts";
import { wmicNicConfig } from "./kinds/wmic-nic-config.ts";
import { markerExpressions } from "./markers/index.ts";
import { nearMissExpressions } from "./near-misses/index.ts";
import { tableExpressions } from "./unknown-tables.ts";

export {
  type Diagnostic,
  type DiagnosticCode,
  diagnostic,
  diagnosticCodes,
  type Severity,
  severities,
} from "./contract/diagnostic.ts";
export type {
  Grammar,
  Landmark,
  LineClass,
  PrintedHost,
  Reading,
  RecordsOnDemand,
  Share,
  Surroundings,
} from "./contract/grammar.ts";
export { lineClasses } from "./contract/grammar.ts";
export {
  type Line,
  type LineRun,
  lineNumbers,
  type Piece,
  type Place,
  placeInLine,
  placeOf,
  type SegmentText,
} from "./contract/place.ts";
export type { AdapterProperty, ObjectsTraits } from "./forms/objects/adapters.ts";
export type { Setting } from "./forms/settings/reading.ts";
export type { Refusal as StatisticsRefusal } from "./forms/statistics/language.ts";
export type { Written } from "./hints/expressions.ts";
export type { ChimneyStatsCell, ChimneyStatsState, ChimneyStatsTraits } from "./kinds/chimney-stats.ts";
export type { FirewallProfileState } from "./kinds/firewall-state/index.ts";
export type { IpConfigAdapter, IpConfigTraits } from "./kinds/ip-config/index.ts";
export type { IpOffloadLine } from "./kinds/ip-offload.ts";
export { type Connection, isKnownState, type NetstatTraits } from "./kinds/netstat/index.ts";
export type { ServicesTraits } from "./kinds/services/index.ts";
export type { ServiceLine } from "./kinds/services/service.ts";
export type { SystemFact, SystemInfoTraits } from "./kinds/system-info/index.ts";
export type { RegistryValue, TcpipParametersTraits } from "./kinds/tcpip-parameters.ts";
export { generalAnswer } from "./lexicon/messages.ts";
export { locales } from "./locales/index.ts";
export {
  type ConnectionState,
  connectionStates,
  type HeuristicKey,
  heuristicKeys,
  type OffloadState,
  offloadStates,
  type SettingKey,
  settingKeys,
} from "./locales/locale.ts";
export { nearMissIn, nearMissMessage } from "./near-misses/index.ts";
export { kindOfUnknownTable } from "./unknown-tables.ts";
export { oneLook };

/**
 * Every kind of capture, in the order in which they are asked whether a line is theirs. The last ones read whatever
 * follows their echoed commands, so they have to stay the last.
 */
export const grammars = [
  netstat,
  netTcpConnection,
  tcpGlobal,
  tcpHeuristics,
  tcpSupplemental,
  dynamicPortRange,
  netOffloadGlobalSetting,
  netTcpSetting,
  ipGlobal,
  sqlCheck,
  ipOffload,
  systemInfo,
  tcpipParameters,
  adapterClass,
  wmicNic,
  wmicNicConfig,
  msinfoAdapters,
  firewallState,
  ipConfig,
  services,
  taskList,
  netAdapter,
  netAdapterVmq,
  netAdapterRss,
  netAdapterChecksumOffload,
  netAdapterLso,
  netAdapterRsc,
  netAdapterAdvancedProperty,
  lbfoTeam,
  netDmaStats,
  rscStats,
  chimneyApplications,
  chimneyPorts,
  chimneyStats,
] as const;

/**
 * What every line holds one of that means anything by itself: to a grammar, to a marker, to the search for tables in
 * unknown languages or for output that is none. They are for one look at a line, not to be tried one after another.
 */
export function tellingExpressions(): readonly Written[] {
  const own = grammars.flatMap(({ hint }: AnyGrammar) => hint.expressions());
  return [...own, ...markerExpressions(), ...tableExpressions(), ...nearMissExpressions()];
}

let output: ReturnType<typeof oneLook> | undefined;

/** True for a line that a table in an unknown language or other output may have: each has one. */
export function tellsOfOutput(text: string): boolean {
  output ??= oneLook([...tableExpressions(), ...nearMissExpressions()]);
  return output(text, 0, text.length);
}

/** The kinds whose records are connections; they are counted alike. */
export const tableKinds = ["netstat", "netTcpConnection"] as const;
export type TableKind = (typeof tableKinds)[number];

export type AnyGrammar = (typeof grammars)[number];
export type CaptureKind = AnyGrammar["kind"];
type ReadingOf<K extends CaptureKind> = ReturnType<Extract<AnyGrammar, { readonly kind: K }>["read"]>;
export type RecordOf<K extends CaptureKind> = ReadingOf<K>["records"][number];
export type TraitsOf<K extends CaptureKind> = ReadingOf<K>["traits"];
