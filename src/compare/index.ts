export type { Change, FeatureChange, SettingChange, SettingValue } from "./changes.ts";
export { compareMomentsOf, compareSides } from "./compare.ts";
export {
  type ConnectionChange,
  type ConnectionChanges,
  type ConnectionSide,
  type ConnectionsUnknown,
  connectionMoves,
  type ListedConnections,
} from "./compared-connections.ts";
export {
  type CaptureChange,
  type ComparedSide,
  type Comparison,
  type FindingChange,
  type FindingSide,
  findingChanges,
  type HostComparison,
  type HostMoment,
  type PairedBy,
  type RatioChange,
  type RatioSide,
  type UnpairedHost,
} from "./comparison.ts";
export { hasMoments } from "./moment-choice.ts";
export type { Pairing } from "./pairs.ts";
export type { SettingStep } from "./setting-steps.ts";
export { capturedSide, type ReadAlong, type ReadCaptures, reportedSide, type Side } from "./side.ts";
export type { Timeline, TimelinePoint } from "./timeline.ts";
