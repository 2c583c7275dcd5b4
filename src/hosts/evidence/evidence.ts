import type { CaptureKind, HeuristicKey, RecordOf, SettingKey, TableKind, TraitsOf } from "../../../grammar/index.ts";
import type { Feature } from "../../facts/features.ts";
import type { OsBand } from "../../facts/os-bands.ts";
import type { WindowsProduct } from "../../facts/windows-names.ts";
import type { TableEvidence } from "../../summary/index.ts";

/** A line that a finding rests on. Its text is captured and so untrusted. */
export interface EvidencePlace {
  readonly source: string;
  readonly line: number;
  readonly text: string;
}

/** A value and the lines that say so; `at` is empty only for what the user declared. */
export interface Fact<V> {
  readonly value: V;
  readonly at: readonly EvidencePlace[];
}

/** A capture as rules see it: its records, and the text of their lines. */
export interface KeptCapture<K extends CaptureKind> {
  readonly kind: K;
  readonly source: string;
  readonly line: number;
  readonly command: string | null;
  readonly time: string | null;
  readonly phase: string | null;
  /** Tag of the display language; null when only the shape was recognised. */
  readonly locale: string | null;
  readonly records: readonly RecordOf<K>[];
  readonly traits: TraitsOf<K>;
  /** Text of a line of the capture, cut to a readable length; empty for a line that is not in it. */
  textOf(line: number): string;
}

/** A logical processor: Windows numbers those of each group of up to 64 anew. */
export interface Processor {
  readonly group: number;
  readonly number: number;
}

/** How receive-side scaling is set on an adapter, as far as it is printed. */
export interface RssSettings {
  readonly queues?: Fact<number>;
  /** The most processors that it may use. */
  readonly processors?: Fact<number>;
  /** The first processor that it may use. */
  readonly base?: Fact<Processor>;
  /** All processors that it may choose from. */
  readonly choice?: Fact<readonly Processor[]>;
}

/** What is known of one network adapter, from properties, `ipconfig /all` and the registry together. */
export interface AdapterFacts {
  /** Of its connection, where that is known. */
  readonly name: string;
  /** How its driver calls it. */
  readonly description?: string;
  readonly addresses: readonly string[];
  readonly speedMbps?: Fact<number>;
  /** True when the speed is that of the card by its name: its link may be slower. */
  readonly isRated: boolean;
  readonly connectionOffloadIPv4?: Fact<"enabled" | "disabled">;
  readonly connectionOffloadIPv6?: Fact<"enabled" | "disabled">;
  readonly rss?: Fact<"enabled" | "disabled">;
  readonly scaling: RssSettings;
  readonly vmq?: Fact<"enabled" | "disabled">;
  readonly driver?: Fact<string>;
  /** True when the registry shows all that its driver can be set to: what is not there does not exist. */
  readonly isWhole: boolean;
  /** Checksum and large send offloads, by the name of the property. */
  readonly taskOffloads: readonly (Fact<"enabled" | "disabled" | "partial"> & { readonly property: string })[];
}

/** The earliest version that can have printed what was captured: never the version itself. */
export interface OsFloor extends Fact<OsBand> {
  /** A command that only later versions have, or a line that only they print. */
  readonly by: "command" | "line";
}

/** What one kind of evidence says of the version of Windows. */
export interface OsReading {
  readonly band: OsBand;
  /** Version text in a capture, the lines that `show global` prints, or what the user declared. */
  readonly basis: "systemInfo" | "fingerprint" | "option";
  readonly at: readonly EvidencePlace[];
}

type CaptureEvidence = {
  readonly [K in Exclude<CaptureKind, TableKind>]: readonly [KeptCapture<K>, ...KeptCapture<K>[]];
};

type SettingEvidence = { readonly [K in SettingKey | HeuristicKey]: Fact<string | number> };

type FeatureEvidence = { readonly [K in Feature]: Fact<"on" | "off"> };

/**
 * Everything that may be known of a host, by name: captures by their kind (the latest last), settings by their key (the
 * value that counts), features by their name, and what is derived from several of them. A rule sees as present what it
 * needs, and everything else as possibly missing.
 */
export interface Evidence extends CaptureEvidence, SettingEvidence, FeatureEvidence {
  /** The table that the host's numbers are of. */
  readonly netstat: TableEvidence;
  readonly os: Fact<OsBand>;
  /** All that says something of the version, the one that `os` is of first: they may differ. */
  readonly osReadings: readonly [OsReading, ...OsReading[]];
  /** Version as captured, such as 6.1.7601. */
  readonly osBuild: Fact<string>;
  /** Of the product, as people say it. */
  readonly osName: Fact<string>;
  readonly osProduct: Fact<WindowsProduct>;
  readonly osEdition: Fact<string>;
  readonly osServicePack: Fact<string>;
  /** The earliest version that can have printed what was captured. */
  readonly osFloor: OsFloor;
  /** Hotfixes as "KB2525390", when a list of them was captured. */
  readonly hotfixes: Fact<readonly string[]>;
  readonly adapters: readonly [AdapterFacts, ...AdapterFacts[]];
  /** Names of cards that only the registry still has, where all adapters were listed; they are none of `adapters`. */
  readonly removedAdapters: readonly Fact<string>[];
  /** Names of equal cards whose keys in the registry differ, and are told apart by nothing but their order. */
  readonly alikeAdapters: readonly (readonly Fact<string>[])[];
  /** Teams of Windows itself, unlike a vendor's. */
  readonly windowsTeams: Fact<"on">;
}

/** The place of a record of a capture. */
export function placeIn<K extends CaptureKind>(
  capture: KeptCapture<K>,
  record: { readonly line: number },
): EvidencePlace {
  return { source: capture.source, line: record.line, text: capture.textOf(record.line) };
}
