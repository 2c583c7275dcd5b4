import type { Grammar, LineClass } from "../contract/grammar.ts";
import type { Setting, SettingsTraits } from "../forms/settings/lines.ts";
import { settingsGrammar } from "../forms/settings/listing.ts";
import type { SpokenLine } from "../forms/settings/table.ts";
import { anyDocumentedValue, documentedValue } from "../forms/settings/values.ts";
import { untranslated } from "../lexicon/phrases.ts";
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

/** What every CIM object has besides; printed by `Format-List *` and ConvertTo-Json. */
const cimMembers = new Set([
  "Caption",
  "Description",
  "ElementName",
  "InstanceID",
  "PSComputerName",
  "CimClass",
  "CimInstanceProperties",
  "CimSystemProperties",
]);

/** The numbers in JSON whose meaning was seen beside the word for it. Others mean something that nobody showed. */
const jsonNumbers: { readonly [K in SettingKey]?: { readonly [number: string]: string } } = {
  chimneyOffload: { "0": "disabled" },
  receiveSideScaling: { "1": "enabled" },
};

/** `Chimney                      : Disabled`, with the capital letter that netsh does not print. */
const LIST_MEMBER = /^[ \t]*([A-Za-z]{7,40})[ \t]*:[ \t]*[A-Z][a-z]{1,20}[ \t]*$/;
/** `"Chimney":  0,` */
const JSON_MEMBER = /^[ \t]*"([A-Za-z]{7,40})"[ \t]*:[ \t]*"?\w{1,20}"?[ \t]*,?[ \t]*$/;
const JSON_BRACKETS = /^[[\]{}]{1,4},?$/;

const grammar = settingsGrammar<"netOffloadGlobalSetting", SettingKey>({
  kind: "netOffloadGlobalSetting",
  title: "the settings of Get-NetOffloadGlobalSetting",
  command: "Get-NetOffloadGlobalSetting",
  words: [...properties.keys(), "Get-NetOffloadGlobalSetting"].map((name) => name.toLowerCase()),
  answers: (command) => /(?:^|[\s|&;({\\"'])Get-NetOffloadGlobalSetting(?![\w-])/i.test(command),
  labels: untranslated(properties),
  furniture: untranslated(new Map()),
  aside,
  value: (key, word) => jsonNumbers[key]?.[word] ?? documentedValue(key, word),
  anyValue: anyDocumentedValue,
});

/** `Get-NetOffloadGlobalSetting` of PowerShell, as a list or as JSON. */
export const netOffloadGlobalSetting: Grammar<"netOffloadGlobalSetting", Setting, SettingsTraits> = {
  ...grammar,
  landmark(line, surroundings) {
    const name = (LIST_MEMBER.exec(line) ?? JSON_MEMBER.exec(line))?.[1];
    if (name !== undefined && properties.has(name)) return "record";
    return surroundings.command !== null && grammar.answers(surroundings.command)
      ? grammar.landmark(line, surroundings)
      : undefined;
  },
};

/** Members that are no offload settings, and the brackets of JSON. */
function aside(line: SpokenLine): LineClass | undefined {
  if (line.shape === "text") return JSON_BRACKETS.test(line.text) ? "heading" : undefined;
  const name = line.label.replaceAll('"', "");
  if (properties.has(name)) return undefined;
  return cimMembers.has(name) || line.label.startsWith('"') ? "unrelated" : undefined;
}
