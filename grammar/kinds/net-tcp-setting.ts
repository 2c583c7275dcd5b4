import type { Draft } from "../contract/sheet.ts";
import { cmdletGrammar } from "../forms/objects/cmdlet.ts";
import { isCutCell, type PrintedObject, propertyOf } from "../forms/objects/printed-object.ts";

/** One property of one template as `Get-NetTCPSetting` prints it. */
export interface TcpTemplateProperty {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** Name of the template: "Internet", "DatacenterCustom"; empty where none is printed. */
  readonly template: string;
  /** As printed, without the unit behind it: "AutoTuningLevelLocal", "MinRto". */
  readonly property: string;
  /** As printed; a number when it is one. */
  readonly value: string | number;
}

/** The templates have no traits. */
export type NetTcpSettingTraits = Readonly<Record<never, never>>;

/** The property that names the template. */
const TEMPLATE = "SettingName";

/** Names of properties that stand in the list with their unit, and in every other form without. */
const withUnit = ["MinRto(ms)", "InitialCongestionWindow(MSS)", "DelayedAckTimeout(ms)", "InitialRto(ms)"];

/** What every CIM object has besides. */
const cimMembers = ["Caption", "Description", "ElementName", "InstanceID"];

const others = [
  "CongestionProvider",
  "CwndRestart",
  "DelayedAckFrequency",
  "MemoryPressureProtection",
  "AutoTuningLevelLocal",
  "AutoTuningLevelGroupPolicy",
  "AutoTuningLevelEffective",
  "ScalingHeuristics",
  "DynamicPortRangeStartPort",
  "DynamicPortRangeNumberOfPorts",
  "AutomaticUseCustom",
  "AutoReusePortRangeStartPort",
  "AutoReusePortRangeNumberOfPorts",
];

const ownLabels = [...withUnit, ...withUnit.map(withoutUnit), ...others];

/** `Get-NetTCPSetting`: the templates of TCP settings, Server 2012 and later. */
export const netTcpSetting = cmdletGrammar<"netTcpSetting", TcpTemplateProperty, NetTcpSettingTraits>(
  {
    kind: "netTcpSetting",
    title: "the templates of Get-NetTCPSetting",
    cmdlet: "Get-NetTCPSetting",
    class: "MSFT_NetTCPSetting",
    ownLabels,
  },
  (objects) => ({ records: objects.flatMap(propertiesOf), traits: {} }),
);

function propertiesOf(object: PrintedObject): readonly Draft<TcpTemplateProperty>[] {
  const template = propertyOf(object, TEMPLATE) ?? "";
  if (!object.entries.some(({ label }) => ownLabels.includes(label))) return [];
  return object.entries
    .filter(
      ({ label, value }) => label !== TEMPLATE && !cimMembers.includes(label) && value !== "" && !isCutCell(value),
    )
    .map(({ from, label, value }) => ({ from, template, property: withoutUnit(label), value: numberOrText(value) }));
}

function withoutUnit(label: string): string {
  return label.replace(/\((?:ms|MSS)\)$/, "");
}

function numberOrText(value: string): string | number {
  return /^\d{1,9}$/.test(value) ? Number(value) : value;
}
