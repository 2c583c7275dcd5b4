import type { CaptureKind, HeuristicKey, RegistryValue, Setting, SettingKey } from "../../../grammar/index.ts";
import type { OsBand } from "../../facts/os-bands.ts";
import type { HostSummary } from "../../summary/index.ts";
import { type Evidence, type EvidencePlace, type Fact, type KeptCapture, placeIn } from "./evidence.ts";
import { capturesOf, type KeptCaptures } from "./kept.ts";

/** A setting by its key, with the line that prints the value that counts. */
type SettingFacts = Pick<Partial<Evidence>, SettingKey | HeuristicKey>;

/** What prints settings, in the order in which it is believed: of two the later one counts. SQLCheck only passes on. */
const printers = [
  "sqlCheck",
  "netOffloadGlobalSetting",
  "tcpHeuristics",
  "ipGlobal",
  "tcpGlobal",
] as const satisfies CaptureKind[];

/** Values of the registry that are settings, and what their 0 and 1 mean. */
const registryValues: readonly {
  readonly name: string;
  readonly setting: SettingKey;
  readonly words: readonly [zero: string, one: string];
  /** On other versions the value is not documented to count. */
  readonly on: readonly OsBand[] | "any";
}[] = [
  { name: "EnableTCPChimney", setting: "chimneyOffload", words: ["disabled", "enabled"], on: ["2003"] },
  { name: "EnableRSS", setting: "receiveSideScaling", words: ["disabled", "enabled"], on: ["2003"] },
  { name: "EnableTCPA", setting: "netDma", words: ["disabled", "enabled"], on: ["2003", "2008"] },
  { name: "DisableTaskOffload", setting: "taskOffload", words: ["enabled", "disabled"], on: "any" },
];

/** Each setting with the value that counts: what commands print before the registry. */
export function settingFacts(kept: KeptCaptures, os: OsBand | undefined): SettingFacts {
  const facts = new Map<string, Fact<string | number>>();
  // Windows runs on the current control set; a numbered one counts where nothing else was captured.
  const numbered = ({ traits }: KeptCapture<"tcpipParameters">) => /^ControlSet\d/i.test(traits.controlSet ?? "");
  const captures = capturesOf(kept, "tcpipParameters");
  for (const capture of [...captures.filter(numbered), ...captures.filter((one) => !numbered(one))]) {
    addRegistry(facts, capture, os);
  }
  for (const [setting, { capture, record }] of printed(kept)) {
    facts.set(setting, { value: record.value, at: [lineOf(capture, record)] });
  }
  return Object.fromEntries(facts) as SettingFacts; // only keys of settings were put in
}

/** The values that commands print: those of netsh before those of PowerShell and SQLCheck, and of several captures the latest. */
export function printedSettings(kept: KeptCaptures): HostSummary["settings"] {
  return Object.fromEntries([...printed(kept)].map(([setting, { record }]) => [setting, record.value]));
}

interface PrintedSetting {
  readonly capture: KeptCapture<(typeof printers)[number]>;
  readonly record: Setting;
}

function printed(kept: KeptCaptures): ReadonlyMap<string, PrintedSetting> {
  const found = new Map<string, PrintedSetting>();
  for (const kind of printers) {
    for (const capture of capturesOf(kept, kind)) {
      for (const record of capture.records) {
        if (record.setting !== null) found.set(record.setting, { capture, record });
      }
    }
  }
  return found;
}

function addRegistry(
  facts: Map<string, Fact<string | number>>,
  capture: KeptCapture<"tcpipParameters">,
  os: OsBand | undefined,
): void {
  for (const record of capture.records) {
    const known = registryValues.find(({ name }) => name.toLowerCase() === record.name.toLowerCase());
    if (known === undefined || (known.on !== "any" && (os === undefined || !known.on.includes(os)))) continue;
    const word = wordOf(record, known.words);
    if (word !== undefined) facts.set(known.setting, { value: word, at: [placeIn(capture, record)] });
  }
}

function wordOf({ value }: RegistryValue, [zero, one]: readonly [string, string]): string | undefined {
  return value === 0 ? zero : value === 1 ? one : undefined;
}

/** A table that came on one line: only the part that says it is worth quoting. */
function lineOf(capture: PrintedSetting["capture"], record: Setting): EvidencePlace {
  const place = placeIn(capture, record);
  const shared = capture.records.filter(({ line }) => line === record.line).length > 1;
  return shared ? { ...place, text: `${record.label} : ${record.value}` } : place;
}
