import { chimneyStats } from "./chimney-stats.ts";
import { netOffloadGlobalSetting } from "./net-offload-global-setting.ts";
import { netstat } from "./netstat.ts";
import { tcpGlobal } from "./tcp-global.ts";
import { tcpHeuristics } from "./tcp-heuristics.ts";

export type { ChimneyStatsCell, ChimneyStatsState, ChimneyStatsTraits } from "./chimney-stats.ts";
export { type Diagnostic, type DiagnosticCode, diagnostic, diagnosticCodes, type Severity } from "./diagnostic.ts";
export type { Grammar, Landmark, LineClass, Reading, Surroundings } from "./grammar.ts";
export { lineClasses } from "./grammar.ts";
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
export type { Setting } from "./settings.ts";
export { looksLikeSettingsTable } from "./tcp-global.ts";

/**
 * Every kind of capture, in the order in which they are asked whether a line is theirs. The last one reads whatever
 * follows its echoed command, so it has to stay the last.
 */
export const grammars = [netstat, tcpGlobal, tcpHeuristics, netOffloadGlobalSetting, chimneyStats] as const;

export type AnyGrammar = (typeof grammars)[number];
export type CaptureKind = AnyGrammar["kind"];
type ReadingOf<K extends CaptureKind> = ReturnType<Extract<AnyGrammar, { readonly kind: K }>["read"]>;
export type RecordOf<K extends CaptureKind> = ReadingOf<K>["records"][number];
export type TraitsOf<K extends CaptureKind> = ReadingOf<K>["traits"];
