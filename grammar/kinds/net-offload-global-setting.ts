import P from "parsimmon";
import type { Grammar } from "../contract/grammar.ts";
import { hintOf, isLine, line, type PrintedLine } from "../contract/lines.ts";
import { settingsGrammar } from "../forms/settings/listing.ts";
import type { Setting, SettingsTraits } from "../forms/settings/reading.ts";
import { anyDocumentedValue, documentedValue } from "../forms/settings/values.ts";
import { callsCmdlet } from "../lexicon/cmdlet.ts";
import { blanks, rest, tokens } from "../lexicon/lexemes.ts";
import { beginningOf, untranslated } from "../lexicon/phrases.ts";
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
const cimMembers = [
  "Caption",
  "Description",
  "ElementName",
  "InstanceID",
  "PSComputerName",
  "CimClass",
  "CimInstanceProperties",
  "CimSystemProperties",
];

/** The numbers in JSON whose meaning was seen beside the word for it. Others mean something that nobody showed. */
const jsonNumbers: { readonly [K in SettingKey]?: { readonly [number: string]: string } } = {
  chimneyOffload: { "0": "disabled" },
  receiveSideScaling: { "1": "enabled" },
};

interface Spec {
  member: PrintedLine;
  jsonMember: PrintedLine;
  aside: PrintedLine;
  other: PrintedLine;
  brackets: PrintedLine;
}

const labels = untranslated(properties);
const mayBeSetting = hintOf([/^/, tokens.blank, /"?/, beginningOf(labels)]);
const setting = P.alt(...[...properties.keys()].map((name) => P.string(name)));
const cimMember = P.alt(...cimMembers.map((name) => P.string(name)));
const quote = P.string('"');
const anyName = P.regexp(/[^"\n]{1,100}/);
const capitalised = P.regexp(/[A-Z][a-z]{1,20}/).desc("a value with the capital letter that netsh does not print");
const jsonValue = P.regexp(/"?\w{1,20}"?[ \t]*,?/).desc("a value");
const brackets = P.regexp(/[[\]{}]{1,4},?/).desc("brackets");
const sign = P.string(":").trim(blanks);

const language = P.createLanguage<Spec>({
  // Chimney                      : Disabled
  member: () => line("member", "record", blanks.then(setting).skip(sign).then(capitalised)),

  //     "Chimney":  0,
  jsonMember: () => line("jsonMember", "record", blanks.then(setting.wrap(quote, quote)).skip(sign).then(jsonValue)),

  aside: ({ brackets: own, other }) => P.alt(own, other),

  // Caption                      :
  //     "CimClassName":  "MSFT_NetOffloadGlobalSetting"
  other: () => {
    const quoted = P.notFollowedBy(setting.wrap(quote, quote)).then(anyName.wrap(quote, quote));
    return line("other", "unrelated", blanks.then(cimMember.or(quoted)).skip(sign).then(rest));
  },

  // },
  brackets: () => line("brackets", "heading", blanks.then(brackets)),
});

const grammar = settingsGrammar<"netOffloadGlobalSetting", SettingKey>({
  kind: "netOffloadGlobalSetting",
  title: "the settings of Get-NetOffloadGlobalSetting",
  command: "Get-NetOffloadGlobalSetting",
  words: [...properties.keys(), "Get-NetOffloadGlobalSetting"].map((name) => name.toLowerCase()),
  answers: callsCmdlet("Get-NetOffloadGlobalSetting"),
  labels,
  furniture: untranslated(new Map()),
  aside: language.aside,
  value: (key, word) => jsonNumbers[key]?.[word] ?? documentedValue(key, word),
  anyValue: anyDocumentedValue,
});

const member = P.alt(language.member, language.jsonMember);

/** `Get-NetOffloadGlobalSetting` of PowerShell, as a list or as JSON. */
export const netOffloadGlobalSetting: Grammar<"netOffloadGlobalSetting", Setting, SettingsTraits> = {
  ...grammar,
  landmark(text, surroundings) {
    const isAsked = surroundings.command !== null && grammar.answers(surroundings.command);
    if (isAsked) return grammar.landmark(text, surroundings);
    return mayBeSetting(text) && isLine(member, text) ? "record" : undefined;
  },
};
