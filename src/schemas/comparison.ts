import { offloadStates } from "../../grammar/locales/locale.ts";
import type {
  CaptureChange,
  ComparedSide,
  Comparison,
  ConnectionChange,
  ConnectionChanges,
  FeatureChange,
  FindingChange,
  FindingSide,
  HostComparison,
  HostMoment,
  ListedConnections,
  RatioChange,
  RatioSide,
  SettingChange,
  SettingStep,
  SettingValue,
  Timeline,
  TimelinePoint,
  UnpairedHost,
} from "../compare/index.ts";
import { features } from "../facts/features.ts";
import { verdictCodes } from "../findings/index.ts";
import { findingKinds } from "../report/index.ts";
import { place, reportPlace } from "./connections.ts";
import { severity } from "./finding.ts";
import { captureKind, onOff, schemaVersion, settingNames, tool } from "./report.ts";
import { count, flag, listOf, objectOf, oneOf, orNull, pairOf, type Schema, share, text, value } from "./schema.ts";

/** A share after minus a share before. */
const difference: Schema = { type: "number", minimum: -1, maximum: 1 };
/** The ends of its interval may lie beyond what a difference can be. */
const end: Schema = { type: "number", minimum: -2, maximum: 2 };

const side = objectOf<ComparedSide>({
  label: text,
  origin: oneOf(["captures", "report"]),
  hosts: count,
  unread: listOf(objectOf<ComparedSide["unread"][number]>({ name: text, reason: orNull(text) })),
});

const unpaired = listOf(objectOf<UnpairedHost>({ host: orNull(text), source: orNull(text) }));

const moment = objectOf<HostMoment>({
  time: orNull(text),
  phase: orNull(text),
  table: orNull(reportPlace),
  command: orNull(text),
});

const verdict = orNull(
  objectOf<NonNullable<HostComparison["verdict"]["before"]>>({ code: oneOf(verdictCodes), statement: text }),
);

const settingValue = orNull(objectOf<SettingValue>({ value, at: orNull(reportPlace) }));

const setting = objectOf<SettingChange>({
  setting: oneOf(settingNames),
  change: oneOf(["changed", "appeared", "notCaptured"]),
  before: settingValue,
  after: settingValue,
});

const raw = objectOf<RatioSide["raw"]>({ offloaded: count, total: count });

const figures = {
  offloaded: count,
  inHost: count,
  transitional: count,
  total: count,
  ratio: orNull(share),
  interval: orNull(pairOf(share)),
  raw,
};

const ratioSide = orNull(
  objectOf<RatioSide>({ ...place, hasOffloadState: flag, unable: oneOf(["disabled", "removed"]), ...figures }, [
    "unable",
  ]),
);

const ratio = objectOf<RatioChange>({
  before: ratioSide,
  after: ratioSide,
  difference: orNull(difference),
  interval: orNull(pairOf(end)),
  method: orNull(oneOf(["newcombe", "mcnemar"])),
  probability: orNull(share),
  outcome: oneOf(["moreThanNoise", "withinNoise", "noShare"]),
});

const connectionSide = orNull(
  objectOf<NonNullable<ConnectionChange["before"]>>({ ...place, offloadState: oneOf(offloadStates) }),
);

const listed = objectOf<ListedConnections>({
  count,
  offloaded: count,
  examples: listOf(objectOf<ConnectionChange>({ connection: text, before: connectionSide, after: connectionSide })),
});

const connections = objectOf<ConnectionChanges>({
  before: count,
  after: count,
  both: count,
  matchedBy: oneOf(["processId", "addresses"]),
  incomplete: flag,
  unchanged: count,
  newlyOffloaded: listed,
  uploadedBack: listed,
  stuck: listed,
  setOut: listed,
  cameBack: listed,
  gone: listed,
  new: listed,
});

const findingSide = orNull(objectOf<FindingSide>({ kind: oneOf(findingKinds), severity, message: text }));

const finding = objectOf<FindingChange>({
  rule: text,
  change: oneOf(["new", "visibilityGained", "visibilityLost", "changed", "fixed"]),
  supply: listOf(text),
  before: findingSide,
  after: findingSide,
});

const when = { time: orNull(text), phase: orNull(text) };

const timeline = objectOf<Timeline>({
  tables: count,
  order: oneOf(["time", "reading"]),
  points: listOf(objectOf<TimelinePoint>({ ...place, ...when, ...figures })),
  settings: listOf(
    objectOf<SettingStep>({ ...place, ...when, setting: oneOf(settingNames), before: value, after: value }),
  ),
});

const host = objectOf<HostComparison>({
  host: orNull(text),
  pairedBy: oneOf(["name", "source", "soleHost", "assumed"]),
  moments: objectOf<HostComparison["moments"]>({ before: moment, after: moment }),
  unchanged: flag,
  common: listOf(captureKind),
  os: objectOf<HostComparison["os"]>({ before: orNull(text), after: orNull(text) }),
  verdict: objectOf<HostComparison["verdict"]>({ before: verdict, after: verdict }),
  settings: listOf(setting),
  features: listOf(objectOf<FeatureChange>({ feature: oneOf(features), before: orNull(onOff), after: orNull(onOff) })),
  ratio,
  connections: orNull(connections),
  connectionsUnknown: orNull(oneOf(["earlierReport", "noTable", "noOffloadColumn", "notKept"])),
  captures: listOf(objectOf<CaptureChange>({ kind: captureKind, before: count, after: count })),
  findings: listOf(finding),
  timeline: orNull(timeline),
});

/** What `compare --format json` prints. */
export const comparison = objectOf<Comparison>({
  schemaVersion,
  tool,
  of: oneOf(["sides", "moments"]),
  before: side,
  after: side,
  hosts: listOf(host),
  onlyBefore: unpaired,
  onlyAfter: unpaired,
});
