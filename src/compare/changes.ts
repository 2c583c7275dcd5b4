import type { HeuristicKey, SettingKey } from "../../grammar/index.ts";
import type { Feature } from "../facts/features.ts";
import type { ReportPlace } from "../report/index.ts";

/** A value before and after. */
export interface Change<V> {
  readonly before: V;
  readonly after: V;
}

export interface SettingChange {
  readonly setting: SettingKey | HeuristicKey;
  /** `notCaptured`: no capture after shows it, which does not mean that it is gone. */
  readonly change: "changed" | "appeared" | "notCaptured";
  readonly before: SettingValue | null;
  readonly after: SettingValue | null;
}

export interface SettingValue {
  readonly value: string | number;
  /** The line that prints it; null where only its value was kept. */
  readonly at: ReportPlace | null;
}

export interface FeatureChange extends Change<"on" | "off" | null> {
  readonly feature: Feature;
}
