import P from "parsimmon";
import type { Grammar } from "../contract/grammar.ts";
import { hintOf, isLine, line } from "../contract/lines.ts";
import type { Draft, Remark } from "../contract/sheet.ts";
import { cmdletGrammar } from "../forms/objects/cmdlet.ts";
import { isCutCell, type PrintedEntry, type PrintedObject } from "../forms/objects/printed-object.ts";
import type { Setting, SettingsTraits } from "../forms/settings/reading.ts";
import { anyDocumentedValue, documentedValue, type SettingValue, settingValue } from "../forms/settings/values.ts";
import { callsCmdlet } from "../lexicon/cmdlet.ts";
import { blanks, rest, token, tokens } from "../lexicon/lexemes.ts";
import type { SettingKey } from "../locales/locale.ts";

/** The properties of MSFT_NetOffloadGlobalSetting; PowerShell does not translate names of properties. */
const properties: ReadonlyMap<string, SettingKey> = new Map([
  ["ReceiveSideScaling", "receiveSideScaling"],
  ["ReceiveSegmentCoalescing", "receiveSegmentCoalescing"],
  ["Chimney", "chimneyOffload"],
  ["TaskOffload", "taskOffload"],
  ["NetworkDirect", "networkDirect"],
  ["NetworkDirectAcrossIPSubnets", "networkDirectAcrossIpSubnets"],
  ["PacketCoalescingFilter", "packetCoalescingFilter"],
]);

/** The numbers in JSON whose meaning was seen beside the word for it. Others mean something that nobody showed. */
const jsonNumbers: { readonly [K in SettingKey]?: { readonly [number: string]: string } } = {
  chimneyOffload: { "0": "disabled" },
  receiveSideScaling: { "1": "enabled" },
};

/** A property, and the setting that it is; null for one of a newer version. */
interface ReadProperty extends PrintedEntry {
  readonly setting: SettingKey | null;
  readonly read: SettingValue;
}

const name = P.alt(...[...properties.keys()].map((property) => P.string(property)));
const mayBeNote = hintOf(() => [[/^/, tokens.blank, /[A-Z][A-Za-z]{6,40}[ \t]*:/]]);

// Chimney : disabled
// Chimney: Disabled on most hosts
const note = line(
  "note",
  "unrelated",
  blanks
    .then(name)
    .skip(token(/[ \t]*:(?![ \t]*[A-Z][a-z]{1,20}[ \t]*\n)/))
    .then(rest),
);

const answers = callsCmdlet("Get-NetOffloadGlobalSetting");

const grammar = cmdletGrammar<"netOffloadGlobalSetting", Setting, SettingsTraits>(
  {
    kind: "netOffloadGlobalSetting",
    title: "the settings of Get-NetOffloadGlobalSetting",
    cmdlet: "Get-NetOffloadGlobalSetting",
    class: "MSFT_NetOffloadGlobalSetting",
    ownLabels: [...properties.keys()],
  },
  (objects) => {
    const read = objects.flatMap(propertiesOf);
    return { records: read.map(settingOf), traits: { byPosition: false }, remarks: read.flatMap(remarksOn) };
  },
);

/** `Get-NetOffloadGlobalSetting` of PowerShell, in any of its forms. */
export const netOffloadGlobalSetting: Grammar<"netOffloadGlobalSetting", Setting, SettingsTraits> = {
  ...grammar,
  landmark(text, surroundings) {
    const isAsked = surroundings.command !== null && answers(surroundings.command);
    // What somebody says of Chimney has no capital letter, or goes on.
    if (!isAsked && mayBeNote(text) && isLine(note, text)) return undefined;
    return grammar.landmark(text, surroundings);
  },
};

/** The settings of an object; of names that are not known those with a value that a setting can have. */
function propertiesOf({ entries }: PrintedObject): readonly ReadProperty[] {
  if (!entries.some(({ label }) => properties.has(label))) return [];
  return entries
    .filter(({ value }) => value !== "" && !isCutCell(value))
    .map((entry) => ({ ...entry, setting: properties.get(entry.label) ?? null }))
    .map((entry) => ({ ...entry, read: valueIn(entry) }))
    .filter(({ setting, read }) => setting !== null || (read.documented && typeof read.value === "string"));
}

function valueIn({ setting, value }: Omit<ReadProperty, "read">): SettingValue {
  const documented = (word: string) =>
    setting === null ? anyDocumentedValue(word) : (jsonNumbers[setting]?.[word] ?? documentedValue(setting, word));
  return settingValue(documented).tryParse(value);
}

function settingOf({ from, setting, label, read }: ReadProperty): Draft<Setting> {
  return { from, setting, label, value: read.value };
}

function remarksOn({ from: at, setting, label, read }: ReadProperty): readonly Remark[] {
  const remarks: Remark[] = [];
  if (setting === null) remarks.push({ code: "unknown-setting", message: `Unknown setting "${label}"`, at });
  else if (!read.documented) {
    remarks.push({ code: "unknown-value", message: `No document lists the value "${read.value}" for "${label}"`, at });
  }
  if (read.trailing !== null) {
    remarks.push({ code: "trailing-text", message: `Ignored the text after the value "${read.value}"`, at });
  }
  return remarks;
}
