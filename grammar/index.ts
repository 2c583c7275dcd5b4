import { chimneyApplications } from "./chimney-applications.ts";
import { chimneyPorts } from "./chimney-ports.ts";
import { chimneyStats } from "./chimney-stats.ts";
import { firewallState } from "./firewall-state.ts";
import { ipConfig } from "./ip-config.ts";
import { ipGlobal } from "./ip-global.ts";
import { ipOffload } from "./ip-offload.ts";
import { lbfoTeam } from "./lbfo-team.ts";
import { netAdapterAdvancedProperty } from "./net-adapter-advanced-property.ts";
import { netAdapterChecksumOffload } from "./net-adapter-checksum-offload.ts";
import { netAdapterLso } from "./net-adapter-lso.ts";
import { netAdapterRss } from "./net-adapter-rss.ts";
import { netDmaStats } from "./net-dma-stats.ts";
import { netOffloadGlobalSetting } from "./net-offload-global-setting.ts";
import { netstat } from "./netstat.ts";
import { rscStats } from "./rsc-stats.ts";
import { services } from "./services.ts";
import { sqlCheck } from "./sql-check.ts";
import { systemInfo } from "./system-info.ts";
import { tcpGlobal } from "./tcp-global.ts";
import { tcpHeuristics } from "./tcp-heuristics.ts";
import { tcpipParameters } from "./tcpip-parameters.ts";

export type { AdapterTraits } from "./adapters/grammar.ts";
export type { AdapterProperty } from "./adapters/property.ts";
export type { ChimneyStatsCell, ChimneyStatsState, ChimneyStatsTraits } from "./chimney-stats.ts";
export { type Diagnostic, type DiagnosticCode, diagnostic, diagnosticCodes, type Severity } from "./diagnostic.ts";
export type { FirewallProfileState } from "./firewall-state.ts";
export type { Grammar, Landmark, LineClass, Reading, Surroundings } from "./grammar.ts";
export { lineClasses } from "./grammar.ts";
export type { IpConfigAdapter, IpConfigTraits } from "./ip-config.ts";
export type { IpOffloadLine } from "./ip-offload.ts";
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
export { generalAnswer } from "./messages.ts";
export type { Connection, NetstatTraits } from "./netstat.ts";
export {
  type Line,
  lineNumbers,
  type Piece,
  type Place,
  placeInLine,
  placeOf,
  type Run,
  type SegmentText,
} from "./place.ts";
export type { ServiceLine, ServicesTraits } from "./services.ts";
export type { Setting } from "./settings.ts";
export type { SystemFact, SystemInfoTraits } from "./system-info.ts";
export { looksLikeSettingsTable } from "./tcp-global.ts";
export type { RegistryValue, TcpipParametersTraits } from "./tcpip-parameters.ts";

/**
 * Every kind of capture, in the order in which they are asked whether a line is theirs. The last ones read whatever
 * follows their echoed commands, so they have to stay the last.
 */
export const grammars = [
  netstat,
  tcpGlobal,
  tcpHeuristics,
  netOffloadGlobalSetting,
  ipGlobal,
  sqlCheck,
  ipOffload,
  systemInfo,
  tcpipParameters,
  firewallState,
  ipConfig,
  services,
  netAdapterRss,
  netAdapterChecksumOffload,
  netAdapterLso,
  netAdapterAdvancedProperty,
  lbfoTeam,
  netDmaStats,
  rscStats,
  chimneyApplications,
  chimneyPorts,
  chimneyStats,
] as const;

export type AnyGrammar = (typeof grammars)[number];
export type CaptureKind = AnyGrammar["kind"];
type ReadingOf<K extends CaptureKind> = ReturnType<Extract<AnyGrammar, { readonly kind: K }>["read"]>;
export type RecordOf<K extends CaptureKind> = ReadingOf<K>["records"][number];
export type TraitsOf<K extends CaptureKind> = ReadingOf<K>["traits"];
